"""Which of several triggers or hits count."""

from __future__ import annotations

import pytest

from linter.errors import RuleErrors

from .helpers import ANGRY, ASK, SCOLD, SORRY, TELL, chain, one, places, status, verdict

CALL = (ANGRY, SCOLD, TELL, ASK, ANGRY, SCOLD, TELL, ASK, ANGRY, SCOLD)
"""A customer who complains in turns 0, 4 and 8, and is scolded each time."""


def rule(which: str, **keys: str) -> str:
    said = ", ".join(f"{key}: {value}" for key, value in {**keys, "which": which}.items())
    return f"{{{said}}}"


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("each", [1, 5, 9]),
        ("first", [1]),
        ("last", [9]),
        ("1", [1]),
        ("2", [5]),
        ("3", [9]),
        ("4", []),
        ("99", []),
    ],
)
def test_hits_without_a_trigger(which: str, expected: list[int]) -> None:
    assert [turn for turn, _ in places(rule(which, forbid="训人"), *CALL)] == expected


def test_hits_are_counted_not_turns() -> None:
    twice = "坐席：您别喊，也别喊他。"
    found = one(rule("2", forbid="训人"), TELL, twice, TELL, SCOLD)
    assert (found.turn, found.start) == (1, 5)
    assert places(rule("3", forbid="训人"), TELL, twice, TELL, SCOLD) == [(3, "别喊")]


def test_hits_of_several_signals_are_counted_together() -> None:
    lines = (TELL, "坐席：有病。", TELL, SCOLD, TELL, "坐席：有病。")
    assert places(rule("2", forbid="[训人, 骂人]"), *lines) == [(3, "别喊")]


def test_hits_are_counted_before_excuses_are_asked_for() -> None:
    excused = "{forbid: 训人, which: first, unless: [{same_turn: 致歉安抚}]}"
    assert places(excused, TELL, "坐席：抱歉，您别喊。", TELL, SCOLD) == []


@pytest.mark.parametrize(
    ("which", "expected"),
    [("each", [1, 5, 9]), ("first", [1]), ("last", [9]), ("2", [5]), ("4", [])],
)
def test_triggers_of_what_is_forbidden(which: str, expected: list[int]) -> None:
    forbids = rule(which, forbid="训人", when="投诉诉求", within="1")
    assert [turn for turn, _ in places(forbids, *CALL)] == expected


def test_a_later_trigger_s_window_is_not_the_chosen_one_s() -> None:
    forbids = rule("first", forbid="训人", when="投诉诉求", within="2")
    lines = (ANGRY, ASK, ANGRY, ASK, TELL, SCOLD)
    assert places(forbids, *lines) == []
    assert places(rule("2", forbid="训人", when="投诉诉求", within="2"), *lines) == [(5, "别喊")]


def test_the_chosen_trigger_is_the_evidence() -> None:
    forbids = rule("first", forbid="训人", when="投诉诉求", within="9")
    assert chain(one(forbids, ANGRY, ASK, ANGRY, SCOLD)) == [(0, "trigger", "我要投诉")]


@pytest.mark.parametrize(
    ("which", "expected"),
    [("each", [1, 5, 9]), ("first", [1]), ("last", [9]), ("2", [5]), ("3", [9]), ("4", [])],
)
def test_triggers_of_what_is_required(which: str, expected: list[int]) -> None:
    # Each of the complaints begins an episode: what was required was said between them.
    lines = (ANGRY, SCOLD, TELL, SORRY, ANGRY, SCOLD, TELL, SORRY, ANGRY, SCOLD)
    requires = rule(which, require="致歉安抚", when="投诉诉求", within="1", credit="0")
    assert [turn for turn, _ in places(requires, *lines)] == expected


def test_what_is_not_chosen_is_no_trigger_again() -> None:
    requires = rule("first", require="致歉安抚", when="投诉诉求", within="1")
    assert chain(one(requires, ANGRY, ASK, ANGRY, ASK)) == [(0, "trigger", "我要投诉")]
    each = rule("each", require="致歉安抚", when="投诉诉求", within="1")
    assert chain(one(each, ANGRY, ASK, ANGRY, ASK)) == [
        (0, "trigger", "我要投诉"),
        (2, "again", "我要投诉"),
    ]


def test_too_few_triggers_for_what_is_required() -> None:
    requires = rule("2", require="致歉安抚", when="投诉诉求", within="1")
    said = verdict(requires, ANGRY, ASK)
    assert (said.status, said.reason) == ("not_applicable", "没有出现触发条件")


def test_too_few_triggers_for_what_is_forbidden() -> None:
    forbids = rule("2", forbid="训人", when="投诉诉求", within="1")
    assert status(forbids, ANGRY, SCOLD) == "not_applicable"


@pytest.mark.parametrize("which", ["0", "100", "second", "'-1'", "[1]"])
def test_what_is_no_choice(which: str) -> None:
    with pytest.raises(RuleErrors):
        places(rule(which, forbid="训人"), TELL)


def test_a_place_has_no_triggers_to_choose_from() -> None:
    with pytest.raises(RuleErrors) as caught:
        places(rule("first", require="问候", at="opening"), TELL)
    assert "which 要配 when（在什么之后）" in str(caught.value)
