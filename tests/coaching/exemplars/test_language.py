"""On generated teams: what is planted is found, and nothing else is told."""

from __future__ import annotations

import pytest

from linter.coaching.exemplars.language import FEW_AGENTS, FEW_EXEMPLARS, Speech, compare

from ..teams import Team, planted

PHRASE = "我现在就去催网点"
BEST = (0, 1, 2, 3)


def compared(team, seed=0, best=BEST, level=0.05):
    speech = Speech(team.made(seed).of("upset"), frozenset(map(team.name, best)))
    return compare({"upset": speech}, level, seed)["upset"]


def texts(team, seed=0, best=BEST):
    return [pattern.text for pattern in compared(team, seed, best).patterns]


@pytest.mark.parametrize("seed", range(4))
def test_what_exemplars_say_is_found_and_nothing_else(seed):
    assert texts(Team(planted=planted(PHRASE, BEST, 0.5)), seed) == [PHRASE]


def test_what_is_told_of_it():
    (pattern,) = compared(Team(planted=planted(PHRASE, BEST, 0.5))).patterns
    assert pattern.agents == (4, 4)
    assert pattern.other_agents == (0, 8)
    assert pattern.calls.of == 240
    assert 0.4 < pattern.calls.value < 0.6
    assert pattern.other_calls == (0, 480)
    assert 1 < pattern.interval.low < pattern.odds < pattern.interval.high
    assert pattern.adjusted < 0.001
    assert pattern.chance == pytest.approx(1 / 495)
    assert {quote.agent for quote in pattern.quotes} <= {"a00", "a01", "a02", "a03"}
    for quote in pattern.quotes:
        assert quote.text[quote.start : quote.end] == PHRASE


@pytest.mark.parametrize(
    "team",
    [
        pytest.param(Team(), id="nothing planted"),
        pytest.param(Team(planted={0: {PHRASE: 0.9}}), id="one's pet phrase"),
        pytest.param(Team(planted=planted(PHRASE, (0, 1), 0.8)), id="two exemplars' phrase"),
        pytest.param(Team(everybody={PHRASE: 0.6}), id="everybody's phrase"),
        pytest.param(Team(planted=planted(PHRASE, (0, 1, 2, 5, 6, 7, 8), 0.6)), id="half of all"),
        pytest.param(
            Team(
                base={"快递": 0.6, "理赔": 0.6},
                mix=dict.fromkeys(BEST, "快递"),
                by_business={"快递": PHRASE},
            ),
            id="a business's phrase",
        ),
    ],
)
def test_what_proves_nothing_is_not_told(team):
    assert [texts(team, seed) for seed in range(3)] == [[], [], []]


def test_what_others_say_more_is_not_told():
    assert texts(Team(planted=planted(PHRASE, range(4, 12), 0.5))) == []


def test_two_exemplars_are_too_few_to_tell_a_habit():
    found = compared(Team(planted=planted(PHRASE, (0, 1), 0.9)), best=(0, 1))
    assert (found.missing, found.patterns) == (FEW_EXEMPLARS, ())


def test_of_few_agents_any_three_have_words_of_their_own():
    found = compared(Team(agents=5, planted=planted(PHRASE, (0, 1, 2), 0.9)), best=(0, 1, 2))
    assert (found.missing, found.patterns) == (FEW_AGENTS, ())


def test_every_situation_is_a_chance_to_be_wrong():
    team = Team(agents=6, planted=planted(PHRASE, (0, 1, 2), 0.9))
    speech = Speech(team.made(0).of("upset"), frozenset({"a00", "a01", "a02"}))
    assert [one.text for one in compare({"upset": speech}, 0.05)["upset"].patterns] == [PHRASE]
    two = compare({"upset": speech, "complaint": speech}, 0.05)
    assert {one.missing for one in two.values()} == {FEW_AGENTS}


def test_nothing_to_compare():
    assert compare({}, 0.05) == {}
    silent = Team(habits=0).made(0).of("upset")
    mute = [moment._replace(said=()) for moment in silent]
    found = compare({"upset": Speech(mute, frozenset({"a00", "a01", "a02"}))}, 0.05)["upset"]
    assert (found.candidates, found.patterns, found.missing) == (0, (), "")
