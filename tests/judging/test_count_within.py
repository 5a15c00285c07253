"""``count``: turns or hits, in the whole call or so many turns in a row."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.errors import RuleErrors

from . import clocked
from .helpers import ASK, SCOLD, TELL, chain, findings, one, places, status, verdict

WAIT = "坐席：请稍等。"
TWICE = "坐席：请稍等，再请稍等。"
MAYBE = "坐席：您小声点。"


def rule(limit: int, within: int = 0, *, each: str = "", of: str = "稍等") -> str:
    more = (f", within: {within}" if within else "") + (f", each: {each}" if each else "")
    return f"{{measure: {{of: count, limit: {limit}, signals: {of}{more}}}}}"


@pytest.mark.parametrize(
    ("within", "expected"),
    [(1, []), (2, []), (3, [(2, "请稍等")]), (4, [(2, "请稍等")]), (99, [(2, "请稍等")])],
)
def test_turns_in_a_row(within: int, expected: list[tuple[int, str]]) -> None:
    assert places(rule(1, within), WAIT, TELL, WAIT) == expected


def test_turns_that_say_nothing_are_not_in_the_row() -> None:
    lines = (WAIT, "客户：嗯。", "系统：静音。", "坐席：嗯。", TELL, WAIT)
    assert places(rule(1, 3), *lines) == [(5, "请稍等")]
    assert places(rule(1, 2), *lines) == []


def test_rows_do_not_overlap() -> None:
    lines = (WAIT, TELL, WAIT, TELL, WAIT, TELL, WAIT)
    assert places(rule(1, 3), *lines) == [(2, "请稍等"), (6, "请稍等")]
    assert places(rule(2, 5), *lines) == [(4, "请稍等")]


def test_a_row_begins_anywhere() -> None:
    lines = (WAIT, TELL, ASK, TELL, WAIT, TELL, WAIT)
    assert chain(one(rule(1, 3), *lines)) == [(4, "step", "请稍等")]
    assert places(rule(1, 3), *lines) == [(6, "请稍等")]


def test_without_a_row_the_whole_call_counts_once() -> None:
    lines = (WAIT, *(TELL, ASK) * 9, TELL, WAIT, TELL, WAIT)
    assert places(rule(1), *lines) == [(20, "请稍等")]
    assert places(rule(1, 3), *lines) == [(22, "请稍等")]


def test_verdicts() -> None:
    assert status(rule(1, 3), WAIT, TELL, ASK, TELL, WAIT) == "met"
    assert status(rule(1, 3), TELL, ASK) == "met"
    assert verdict(rule(1, 3), WAIT, TELL, WAIT).status == "violated"


# --- each: hit


@pytest.mark.parametrize(
    ("each", "lines", "expected"),
    [
        ("turn", (TELL, TWICE), []),
        ("hit", (TELL, TWICE), [(1, 5)]),
        ("", (TELL, TWICE), []),
        ("turn", (WAIT, TELL, TWICE), [(2, 0)]),
        ("hit", (WAIT, TELL, TWICE), [(2, 0)]),
    ],
)
def test_turns_or_hits(each: str, lines: tuple[str, ...], expected: list[tuple[int, int]]) -> None:
    assert [(f.turn, f.start) for f in findings(rule(1, each=each), *lines)] == expected


def test_hits_in_one_turn_are_each_evidence() -> None:
    found = one(rule(2, each="hit"), WAIT, TELL, TWICE)
    assert (found.turn, found.start) == (2, 5)
    assert [(e.turn, e.start, e.as_) for e in found.evidence] == [(0, 0, "step"), (2, 0, "step")]


def test_hits_in_a_row_of_one_turn() -> None:
    assert places(rule(1, 1, each="hit"), TELL, TWICE) == [(1, "请稍等")]
    assert places(rule(1, 1, each="hit"), WAIT, TELL, WAIT) == []


def test_hits_of_a_turn_in_pieces() -> None:
    pieces = (TELL, WAIT, "客户：嗯。", "坐席：请稍等啊。")
    assert places(rule(1, each="turn"), *pieces) == []
    assert places(rule(1, each="hit"), *pieces) == [(3, "请稍等")]


def test_two_rows_that_end_in_one_turn_are_one_finding() -> None:
    said = "坐席：请稍等，再请稍等，又请稍等，还请稍等。"
    (found,) = findings(rule(1, 1, each="hit"), TELL, said)
    assert found.start == 5
    assert (15, "again") in [(e.start, e.as_) for e in found.evidence]


# --- how sure it is


def test_doubtful_ones_in_between_do_not_make_it_doubtful() -> None:
    both = "[稍等, 训人]"
    assert one(rule(1, 5, of=both), WAIT, TELL, MAYBE, TELL, WAIT).certainty == "certain"
    assert one(rule(1, 5, of=both), WAIT, TELL, MAYBE).certainty == "review"


def test_a_doubtful_row_elsewhere_is_still_worth_a_look() -> None:
    lines = (WAIT, TELL, WAIT, *(TELL, ASK) * 4, TELL, MAYBE, TELL, SCOLD)
    answers = findings(rule(1, 3, of="[稍等, 训人]"), *lines)
    assert [(f.turn, f.certainty) for f in answers] == [(2, "certain"), (14, "review")]


def test_what_a_certain_row_has_shown_is_not_shown_again() -> None:
    both = "[稍等, 训人]"
    lines = (MAYBE, TELL, WAIT, TELL, WAIT, TELL, MAYBE)
    assert [(f.turn, f.certainty) for f in findings(rule(1, 3, of=both), *lines)] == [
        (4, "certain")
    ]
    assert [(f.turn, f.certainty) for f in findings(rule(1, of=both), *lines)] == [(4, "certain")]


def test_what_the_last_one_was_heard_as_is_evidence() -> None:
    signals = "pack: w\nsignals: {等: {any: [请稍等], heard: same}}"
    lines = (WAIT, TELL, "坐席：请烧等。")
    (found,) = clocked.judged(rule(1, of="等"), *lines, signals=signals).findings
    assert (found.quote, found.certainty) == ("请烧等", "review")
    assert [(e.turn, e.as_, e.label) for e in found.evidence] == [
        (0, "step", "等"),
        (2, "note", "等（听作“请稍等”）"),
    ]


# --- what cannot be


@pytest.mark.parametrize(
    ("measure", "message"),
    [
        ("{of: count, signals: 稍等, within: 0}", "'0' 不是 1 到 99 之间的整数"),
        ("{of: count, signals: 稍等, each: word}", "不认识的each 'word'"),
        ("{of: unbroken, within: 2}", "within 只用于 of: count"),
        ("{of: talk_share, each: hit}", "each 只用于 of: count"),
        ("{of: count}", "count 要在 signals 里写至少 1 个信号"),
        ("{of: talk_share, signals: 稍等}", "talk_share 要在 signals 里写0 个信号"),
    ],
)
def test_mistakes(measure: str, message: str) -> None:
    with pytest.raises(RuleErrors) as caught:
        places(f"{{measure: {measure}}}", TELL)
    assert message in str(caught.value)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.booleans(), max_size=10), st.integers(1, 3), st.integers(1, 6))
def test_rows_the_slow_way(waits: list[bool], limit: int, within: int) -> None:
    lines = [line for wait in waits for line in (WAIT if wait else ASK, TELL)]
    expected: list[int] = []
    start = 0
    for turn, line in enumerate(lines):
        row = [n for n in range(max(start, turn - within + 1), turn + 1) if lines[n] == WAIT]
        if line == WAIT and len(row) > limit:
            expected.append(turn)
            start = turn + 1
    assert [turn for turn, _ in places(rule(limit, within), *lines)] == expected
