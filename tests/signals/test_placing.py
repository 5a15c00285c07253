"""Where in a call a signal counts, and how near the members of a group have to be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model import Call
from linter.signals.view import CallView

from .helpers import call
from .timed import Said, gone, hits, timed, view_of


def placed(at: str, *said: tuple[str, str], who: str = "agent") -> list[int]:
    """The turns in which 您好 counts."""
    rules = f"signals: {{问候: {{who: {who}, any: [您好], at: {at}}}}}"
    return [turn for turn, _ in hits(view_of(rules, call(*said)), "问候")]


TALK = [
    ("a", "您好，请讲"),
    ("c", "您好，查话费"),
    ("a", "好的，您好"),
    ("c", "快点，您好"),
    ("a", "您好，二十块"),
]


@pytest.mark.parametrize(
    ("at", "who", "expected"),
    [
        ("first 1", "agent", [0]),
        ("first 2", "agent", [0, 2]),
        ("first 3", "agent", [0, 2, 4]),
        ("first 9999", "agent", [0, 2, 4]),
        ("last 1", "agent", [4]),
        ("last 2", "agent", [2, 4]),
        ("last 9999", "agent", [0, 2, 4]),
        ("first 1", "customer", [1]),
        ("last 1", "customer", [3]),
        ("first 1", "any", [0]),
        ("first 2", "any", [0, 1]),
        ("last 2", "any", [3, 4]),
    ],
)
def test_turns_of_its_own_side_are_counted(at: str, who: str, expected: list[int]) -> None:
    assert placed(at, *TALK, who=who) == expected


@pytest.mark.parametrize(
    ("at", "said", "expected"),
    [
        # Turns that say nothing, of the system and of bots are not counted.
        ("first 1", [("s", "接通"), ("b", "您好请按一"), ("a", "嗯"), ("a", "您好")], [3]),
        ("last 1", [("a", "您好"), ("c", "行"), ("a", "嗯嗯"), ("a", ""), ("s", "挂断")], [0]),
        # A breath that was cut in two is one turn.
        ("first 1", [("a", "请讲"), ("a", "您好"), ("c", "查话费"), ("a", "您好")], [1]),
        ("first 1", [("a", "请讲"), ("c", "嗯"), ("a", "您好"), ("c", "查"), ("a", "您好")], [2]),
        (
            "last 1",
            [("a", "您好"), ("c", "查话费"), ("a", "您好"), ("c", "嗯"), ("a", "再见")],
            [2],
        ),
        ("first 1", [("c", "查话费")], []),
        ("first 1", [], []),
    ],
)
def test_only_turns_that_say_something_are_counted(
    at: str, said: list[tuple[str, str]], expected: list[int]
) -> None:
    assert placed(at, *said) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [("first 1", [0]), ("last 1", [4])],
)
def test_short_answers_beside_the_turns_that_count_are_looked_at(
    at: str, expected: list[int]
) -> None:
    said = [
        ("a", "喂"),
        ("a", "请讲"),
        ("c", "查话费"),
        ("a", "二十块"),
        ("a", "喂"),
        ("c", "在听"),
    ]
    rules = f"signals: {{应声: {{any: [喂], at: {at}}}}}"
    assert [turn for turn, _ in hits(view_of(rules, call(*said)), "应声")] == expected


def test_two_agents_are_one_side() -> None:
    heard = timed(
        ("a1", "您好", None, None), ("c", "查话费", None, None), ("a2", "您好啊", None, None)
    )
    rules = "signals: {问候: {any: [您好], at: last 1}}"
    assert [turn for turn, _ in hits(view_of(rules, heard), "问候")] == [2]


def test_what_stands_elsewhere_is_taken_back_and_says_why() -> None:
    rules = "signals: {问候: {any: [您好], at: first 1, over: [好的您好]}}"
    view = view_of(rules, call(("a", "您好"), ("c", "查话费"), ("a", "您好"), ("a", "好的您好")))
    assert hits(view, "问候") == [(0, "您好")]
    assert gone(view, "问候") == [
        (2, "您好", "at: first 1"),
        (3, "您好", "over: 好的您好"),
    ]


@pytest.mark.parametrize(
    ("at", "expected"),
    [("first 1", [1]), ("last 1", [3]), ("first 2", [1, 3])],
)
def test_a_group_counts_the_turns_of_its_members_side(at: str, expected: list[int]) -> None:
    rules = f"signals: {{组: {{of: [乙], at: {at}}}, 乙: {{who: customer, any: [您好]}}}}"
    assert [turn for turn, _ in hits(view_of(rules, call(*TALK)), "组")] == expected


# --- seconds


def within(at: str, *said: Said) -> tuple[list[int], bool]:
    rules = f"signals: {{问候: {{who: any, any: [您好], at: {at}}}}}"
    view = view_of(rules, timed(*said))
    assert view.unjudged in ({}, {"问候": "没有说话的时间"})
    return [turn for turn, _ in hits(view, "问候")], bool(view.unjudged)


CLOCKED: list[Said] = [
    ("a", "您好", 2, 11.9),
    ("c", "您好", 11.999, 12),
    ("a", "您好", 12, 30),
    ("c", "您好", 31, 40),
]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("first 9s", [0]),
        ("first 10s", [0, 1]),
        ("first 11s", [0, 1, 2]),
        ("first 29s", [0, 1, 2]),
        ("first 30s", [0, 1, 2, 3]),
        ("last 1s", [3]),
        ("last 10s", [3]),
        ("last 11s", [2, 3]),
        ("last 28s", [2, 3]),
        ("last 29s", [0, 1, 2, 3]),
    ],
)
def test_seconds_from_the_first_word_and_to_the_last(at: str, expected: list[int]) -> None:
    assert within(at, *CLOCKED) == (expected, False)


@pytest.mark.parametrize(
    ("at", "said", "expected"),
    [
        # Only what it takes has to be known: starts for the first seconds, ends for the last.
        ("first 5s", [("a", "您好", 0, None), ("c", "您好", 9, None)], [0]),
        ("last 5s", [("a", "您好", None, 1), ("c", "您好", None, 9)], [1]),
        ("first 5s", [("s", "接通", None, None), ("a", "您好", 3, 4), ("c", "您好", 9, 10)], [1]),
        ("last 5s", [("a", "您好", 3, 4), ("c", "您好", 9, 10), ("s", "挂断", None, None)], [1]),
        ("first 5s", [("a", "您好", -7, -3), ("c", "您好", -1, 2)], [0]),
        ("last 5s", [("a", "您好", 3, 1), ("c", "您好", 9, 9)], [1]),
        ("first 5s", [("a", "您好", 9, 10), ("c", "您好", 2, 3)], [1]),
    ],
)
def test_times_that_will_do(at: str, said: list[Said], expected: list[int]) -> None:
    assert within(at, *said) == (expected, False)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("first 5s", [("a", "您好", None, None), ("c", "查话费", None, None)]),
        ("first 5s", [("a", "您好", 0, 1), ("c", "查话费", None, 9)]),
        ("last 5s", [("a", "您好", 0, None), ("c", "查话费", 3, 9)]),
    ],
)
def test_without_times_no_place_can_be_told(at: str, said: list[Said]) -> None:
    assert within(at, *said) == ([], True)


def test_what_is_not_there_needs_no_times() -> None:
    assert within("first 5s", ("a", "请讲", None, None)) == ([], False)


def test_what_was_taken_back_anyway_needs_no_times() -> None:
    rules = "signals: {问候: {any: [您好], at: first 5s, not_if: [别说]}}"
    view = view_of(rules, call(("a", "别说您好")))
    assert (view.unjudged, gone(view, "问候")) == ({}, [(0, "您好", "not_if: 别说")])


def test_a_group_of_what_cannot_be_placed_cannot_be_judged() -> None:
    rules = """
signals:
  外: {of: [中]}
  中: {of: [内, 别]}
  内: {any: [您好], at: first 5s}
  别: {any: [再见]}
"""
    view = view_of(rules, call(("a", "您好，再见")))
    assert view.unjudged == dict.fromkeys(("内", "中", "外"), "没有说话的时间")
    assert hits(view, "外") == [(0, "再见")]


# --- several members of a group


LETTERS = "甲乙丙"


def group(least: int, scope: str, *said: tuple[str, str], more: str = "") -> list[tuple[int, str]]:
    return hits(grouped(least, scope, *said, more=more), "组")


def grouped(least: int, scope: str, *said: tuple[str, str], more: str = "") -> CallView:
    members = "".join(f"  {letter}: {{who: any, any: [{letter}]}}\n" for letter in LETTERS)
    inside = f", in: {scope}" if scope else ""
    rules = f"signals:\n  组: {{of: [甲, 乙, 丙], least: {least}{inside}{more}}}\n{members}"
    return view_of(rules, call(*said))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("甲。乙。", [(0, "甲"), (0, "乙")]),
        ("甲。甲。", []),
        ("甲甲乙", [(0, "甲"), (0, "甲"), (0, "乙")]),
        ("丙", []),
    ],
)
@pytest.mark.parametrize("scope", ["", "turn", "1 turn"])
def test_different_members_in_one_turn(
    words: str, scope: str, expected: list[tuple[int, str]]
) -> None:
    assert group(2, scope, ("a", words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("甲。乙。", []),
        ("甲，乙。", [(0, "甲"), (0, "乙")]),
        ("甲，乙。丙！甲？丙，乙", [(0, "甲"), (0, "乙"), (0, "丙"), (0, "乙")]),
    ],
)
def test_different_members_in_one_sentence(words: str, expected: list[tuple[int, str]]) -> None:
    assert group(2, "sentence", ("a", words)) == expected


def test_a_turn_in_pieces_is_one_turn() -> None:
    said = [("a", "说甲"), ("c", "嗯"), ("a", "说乙")]
    assert group(2, "turn", *said) == [(0, "甲"), (2, "乙")]
    assert group(2, "sentence", *said) == [(0, "甲"), (2, "乙")]
    assert group(2, "sentence", ("a", "说甲。"), ("a", "说乙")) == []


def test_the_other_side_s_turn_is_another() -> None:
    assert group(2, "turn", ("a", "说甲"), ("c", "说乙")) == []
    assert group(2, "2 turns", ("a", "说甲"), ("c", "说乙")) == [(0, "甲"), (1, "乙")]


@pytest.mark.parametrize(("turns", "together"), [(1, False), (2, False), (3, True), (4, True)])
def test_turns_in_a_row(turns: int, together: bool) -> None:
    said = [("c", "说甲"), ("a", "请讲"), ("c", "说乙")]
    assert bool(group(2, f"{turns} turns", *said)) is together


def test_turns_that_say_nothing_are_not_in_the_row() -> None:
    said = [
        ("c", "说甲"),
        ("a", "嗯"),
        ("s", "静音"),
        ("b", "请等候"),
        ("a", "请讲"),
        ("c", "说乙"),
    ]
    assert group(2, "3 turns", *said) == [(0, "甲"), (5, "乙")]
    assert group(2, "2 turns", *said) == []


def test_all_of_them_stand_in_one_row_not_each_near_one() -> None:
    said = [("c", "说甲"), ("a", "请讲"), ("c", "说乙"), ("a", "请讲"), ("c", "说丙")]
    assert group(3, "3 turns", *said) == []
    assert group(3, "4 turns", *said) == []
    assert group(3, "5 turns", *said) == [(0, "甲"), (2, "乙"), (4, "丙")]


def test_what_is_too_few_says_so() -> None:
    view = grouped(2, "turn", ("a", "说甲"), ("c", "说乙"))
    assert gone(view, "组") == [(0, "甲", "least: 2"), (1, "乙", "least: 2")]


def test_what_was_taken_back_is_no_company() -> None:
    assert group(2, "turn", ("a", "甲，不要乙"), more=", not_if: [不要]") == []
    assert group(2, "turn", ("a", "甲。不要乙"), more=", over: [不要乙]") == []
    assert group(2, "turn", ("a", "甲。丙，不要乙"), more=", over: [不要乙]") == [
        (0, "甲"),
        (0, "丙"),
    ]


def test_what_stands_elsewhere_in_the_call_is_no_company() -> None:
    said = [("a", "说甲"), ("c", "说丙"), ("a", "说乙")]
    assert group(2, "3 turns", *said, more=", at: first 1") == [(0, "甲"), (1, "丙")]
    assert group(3, "3 turns", *said, more=", at: first 1") == []


def doubtful(words: str, least: int) -> list[tuple[str, str]]:
    rules = f"""
signals:
  组: {{of: [甲, 乙, 丙], least: {least}}}
  甲: {{any: [甲]}}
  乙: {{maybe: [乙]}}
  丙: {{any: [丙]}}
"""
    view = view_of(rules, call(("a", words)))
    return [
        (words[seen.hit.start : seen.hit.end], seen.hit.certainty)
        for seen in view.seen.get("组", ())
    ]


def test_a_group_is_as_doubtful_as_what_it_takes() -> None:
    assert doubtful("甲乙", 2) == [("甲", "review"), ("乙", "review")]
    assert doubtful("甲丙", 2) == [("甲", "certain"), ("丙", "certain")]
    assert doubtful("甲乙丙", 2) == [("甲", "certain"), ("乙", "review"), ("丙", "certain")]
    assert doubtful("甲乙丙", 3) == [("甲", "review"), ("乙", "review"), ("丙", "review")]


def test_the_hits_of_members_stay_as_they_are() -> None:
    view = grouped(2, "turn", ("a", "说甲"))
    assert hits(view, "甲") == [(0, "甲")]


def rows(heard: Call, least: int, turns: int) -> set[int]:
    """The slow way: the turns in some row of so many turns that has enough letters."""
    found: set[int] = set()
    for start in range(len(heard.turns)):
        row = range(start, min(start + turns, len(heard.turns)))
        if len({heard.turns[n].text[-1] for n in row} & set(LETTERS)) >= least:
            found |= {n for n in row if heard.turns[n].text[-1] in LETTERS}
    return found


@settings(max_examples=60, deadline=None)
@given(st.text("甲乙丙讲", max_size=9), st.integers(2, 3), st.integers(1, 5))
def test_rows_of_turns(letters: str, least: int, turns: int) -> None:
    said = [("ac"[n % 2], f"我说{letter}") for n, letter in enumerate(letters)]
    found = grouped(least, f"{turns} turns", *said).seen.get("组", ())
    assert {seen.hit.turn for seen in found} == rows(call(*said), least, turns)
