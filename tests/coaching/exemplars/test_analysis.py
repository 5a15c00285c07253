"""The whole analysis on generated teams.

``HUASHU_WORLDS=1000 pytest -s tests/coaching/exemplars/test_analysis.py`` is the long form that
docs/exemplars.md gives the figures of.
"""

from __future__ import annotations

import os
from statistics import fmean

import pytest

from linter.coaching.exemplars import Collection, Settings, analyse

from ..teams import Team, planted

WORLDS = int(os.environ.get("HUASHU_WORLDS", "10"))
PHRASE = "我现在就去催网点"
BEST = (0, 1, 2, 3)
BETTER = dict.fromkeys(BEST, 0.92)
PLANTED = planted(PHRASE, BEST, 0.5)


def worlds(team, said=()):
    """For each world: planted exemplars found, others claimed, whether the phrase is told, and
    patterns that are no part of it."""
    best = {team.name(agent) for agent in team.better}
    for seed in range(WORLDS):
        (one,) = analyse(team.made(seed)).situations
        found = {standing.agent for standing in one.exemplars}
        texts = [pattern.text for pattern in one.patterns]
        told = [any(text in phrase for phrase in said) for text in texts]
        yield len(found & best), len(found - best), any(told), told.count(False)


def measured(name, team, said=()):
    """The shares, printed for who reads along."""
    found = list(worlds(team, said))
    planted_ = max(1, len(team.better))
    exemplars = fmean(right for right, *_ in found) / planted_
    wrong = fmean(bool(other) for _, other, *_ in found)
    told = fmean(one for *_, one, _ in found)
    lies = fmean(bool(others) for *_, others in found)
    print(f"{name}: {exemplars:.3f} {wrong:.3f} {told:.3f} {lies:.3f}")
    return exemplars, wrong, told, lies


def most(level=0.05):
    """So many worlds with a false claim are no surprise at that level (3 standard errors)."""
    return level + 3 * (level * (1 - level) / WORLDS) ** 0.5


def test_planted_exemplars_and_phrases_are_found():
    exemplars, wrong, told, lies = measured(
        "planted", Team(better=BETTER, planted=PLANTED), [PHRASE]
    )
    assert exemplars > 0.95
    assert told > 0.9
    assert max(wrong, lies) <= most()


@pytest.mark.parametrize(
    ("name", "team"),
    [
        ("all alike", Team()),
        ("exemplars without a phrase", Team(better=BETTER)),
        ("strong habits", Team(better=BETTER, habits=2.0)),
        ("a pet phrase", Team(better=BETTER, planted={0: {PHRASE: 0.9}})),
        ("everybody's phrase", Team(better=BETTER, everybody={PHRASE: 0.5})),
        (
            "easier business",
            Team(
                base={"快递": 0.9, "理赔": 0.4},
                mix=dict.fromkeys(BEST, "快递"),
                by_business={"快递": PHRASE},
            ),
        ),
    ],
)
def test_where_nothing_is_planted_nothing_is_claimed(name, team):
    exemplars, wrong, told, lies = measured(name, team)
    assert exemplars > 0.95 or not team.better
    assert not told
    assert max(wrong, lies) <= most()


def test_easier_work_makes_no_exemplar_unless_it_is_not_told_apart():
    easy = Team(calls=80, base={"快递": 0.9, "理赔": 0.4}, mix=dict.fromkeys(BEST, "快递")).made(0)
    assert analyse(easy).situations[0].exemplars == ()
    pooled = Collection()
    for moment in easy.of("upset"):
        pooled._moments["upset"].append(moment._replace(stratum=()))
    assert {one.agent for one in analyse(pooled).situations[0].exemplars} >= {"a00", "a01"}


def test_the_same_seed_gives_the_same_result():
    team = Team(agents=16, better=BETTER, planted=PLANTED)
    again = [analyse(team.made(3), Settings(seed=5)) for _ in range(2)]
    assert again[0] == again[1]


def test_too_few_calls_claim_nothing_and_are_counted():
    team = Team(calls=29, better=BETTER, planted=PLANTED)
    result = analyse(team.made(0))
    assert result.situations == ()
    (small,) = result.small
    assert (small.name, small.calls, small.agents, small.few) == ("upset", 12 * 29, 0, 12)
    assert analyse(team.made(0), Settings(min_calls=29)).situations[0].agents == 12


def test_two_agents_are_too_few():
    result = analyse(Team(agents=2, better={0: 1.0}).made(0))
    assert (result.situations, [one.agents for one in result.small]) == ((), [2])


def test_nothing_at_all():
    result = analyse(Collection())
    assert (result.calls, result.situations, result.small, result.tests) == (0, (), (), 0)


def test_what_is_told_of_a_run():
    result = analyse(Team(better=BETTER).made(0, "signal:急症"), Settings(level=0.1))
    (one,) = result.situations
    assert (result.calls, result.agents, result.tests, result.level) == (720, 12, 12, 0.1)
    assert (one.zh, one.en) == ("出现“急症”", "Signal 急症")
    assert one.rest.of == 480
    shares = [standing.shrunk for standing in one.exemplars]
    assert shares == sorted(shares, reverse=True)
