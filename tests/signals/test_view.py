"""A call prepared for judging."""

from __future__ import annotations

from dataclasses import replace

import pytest

from linter.model import Call, Turn
from linter.rulebook.types import Ref
from linter.signals.detect import Detector
from linter.signals.exceptions import READ_BACK
from linter.signals.slots import SlotTracker
from linter.signals.view import CallView, prepare

from .helpers import book, call
from .helpers import view as view_of

RULES = """
conditions: {引用: {quoted: true}, 否定: {before: [不]}}
signals:
  通话结束: {who: any, any: [再见]}
  情绪: {who: customer, levels: {1: [着急], 2: [气死]}}
  投诉: {who: any, any: [我要投诉你们, 投诉], not_when: [引用]}
  道歉: {who: agent, any: [抱歉], over: [抱歉什么]}
"""

HUNG_UP = """
signals:
  通话结束: {who: any, any: [再见]}
  客户挂断: {who: any, any: [^^客户(已|)(挂断|挂机)$$]}
  坐席挂断: {who: any, any: [^^坐席已挂机$$]}
"""


def view(*said: tuple[str, str]) -> CallView:
    return view_of(RULES, *said)


def script(*lines: str) -> CallView:
    loaded = book(RULES)
    detector = Detector(loaded)
    turns = tuple(Turn("agent", line) for line in lines)
    tracker = SlotTracker(loaded.slots, detector)
    return prepare(Call("s", turns, kind="script"), detector, tracker)


@pytest.mark.parametrize(
    ("letters", "known"),
    [
        ("ac", True),
        ("ca", True),
        ("acb", True),
        ("a", False),
        ("c", False),
        ("au", False),
        ("u", False),
        ("bs", False),
        ("", False),
    ],
)
def test_roles_known(letters: str, known: bool) -> None:
    assert view(*[(letter, "您好") for letter in letters]).roles_known is known


@pytest.mark.parametrize(
    ("letters", "missing"),
    [
        ("ac", ""),
        ("acu", ""),
        ("a", "只有坐席的话"),
        ("abs", "只有坐席的话"),
        ("cs", "只有客户的话"),
        ("au", "不知道谁是坐席、谁是客户"),
        ("cu", "不知道谁是坐席、谁是客户"),
        ("bs", "不知道谁是坐席、谁是客户"),
        ("", "不知道谁是坐席、谁是客户"),
    ],
)
def test_which_roles_are_missing(letters: str, missing: str) -> None:
    assert view(*[(letter, "您好") for letter in letters]).roles_missing == missing


def test_a_script_knows_its_roles() -> None:
    assert script("您好").roles_known
    assert script("您好").roles_missing == ""
    assert not script().roles_known


@pytest.mark.parametrize(
    ("said", "cut"),
    [
        ([("a", "您好"), ("c", "我要投诉")], True),
        ([("a", "您好"), ("c", "我要投诉"), ("a", "您说")], False),
        ([("a", "您好"), ("c", "好，再见")], False),
        ([("a", "好，再见"), ("c", "谢谢")], False),
        ([("a", "好，再见"), ("c", "不对"), ("a", "您说"), ("c", "还有事")], True),
        ([("c", "好，再见"), ("a", "您说"), ("c", "还有事")], True),
        ([("a", "您说"), ("c", "还有事"), ("a", "嗯")], True),
        ([("a", "您说"), ("c", "还有事"), ("s", "通话中断")], True),
        ([("a", "您说"), ("c", "嗯")], False),
        ([("c", "我要投诉")], True),
        ([("a", "嗯"), ("c", "嗯")], False),
        ([], False),
    ],
)
def test_cut_off(said: list[tuple[str, str]], cut: bool) -> None:
    assert view(*said).cut_off is cut


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ([("a", "您说"), ("c", "我要投诉"), ("s", "客户挂断")], True),
        ([("a", "您说"), ("c", "我要投诉"), ("a", "您说吧"), ("s", "（客户已挂机）")], True),
        ([("a", "您说"), ("c", "我要投诉"), ("s", "坐席已挂机")], False),
        ([("a", "您说"), ("c", "好，再见"), ("s", "客户挂断")], False),
        ([("a", "您说"), ("c", "我要投诉"), ("s", "客户挂断"), ("a", "还在吗")], False),
        ([("a", "您说"), ("c", "我要投诉")], False),
        ([], False),
    ],
)
def test_hung_up(said: list[tuple[str, str]], left: bool) -> None:
    assert view_of(HUNG_UP, *said).hung_up is left


def test_a_call_that_the_agent_left_is_not_cut_off() -> None:
    said = (("a", "您说"), ("c", "我要投诉"))
    assert view_of(HUNG_UP, *said).cut_off
    assert not view_of(HUNG_UP, *said, ("s", "坐席已挂机")).cut_off


def test_a_script_is_never_cut_off() -> None:
    assert not script("您好", "请讲").cut_off


LONG = (
    ("c", "我要退款"),  # 0
    ("a", "请您"),  # 1, goes on at 3
    ("c", "嗯"),  # 2
    ("a", "稍等"),  # 3
    ("c", "快点"),  # 4
    ("a", "嗯"),  # 5
    ("c", "快"),  # 6, goes on from 4
    ("a", "好的，在办"),  # 7
    ("s", "转接"),  # 8
    ("b", "请评价"),  # 9
    ("a", "办好了"),  # 10
)


def firsts(turns: tuple[object, ...]) -> list[int]:
    return [turn.first for turn in turns]  # type: ignore[attr-defined]


def test_substantive_turns_of_each_side() -> None:
    seen = view(*LONG)
    assert firsts(seen.agent_turns) == [1, 7, 10]
    assert firsts(seen.customer_turns) == [0, 4]
    assert firsts(seen.substantive) == [0, 1, 4, 7, 10]
    assert firsts(seen.turns) == [0, 1, 2, 4, 5, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("turn", "after", "before"),
    [
        (0, [1, 7, 10], []),
        (1, [1, 7, 10], []),
        (2, [1, 7, 10], [1]),
        (3, [7, 10], [1]),
        (4, [7, 10], [1]),
        (7, [10], [1]),
        (8, [10], [1, 7]),
        (10, [], [1, 7]),
    ],
)
def test_agent_turns_around_a_turn(turn: int, after: list[int], before: list[int]) -> None:
    seen = view(*LONG)
    assert firsts(seen.agent_turns_after(turn)) == after
    assert firsts(seen.agent_turns_before(turn)) == before


def test_hits_and_what_was_taken_back_lie_apart() -> None:
    seen = view(("a", "抱歉什么"), ("c", "气死我了"), ("a", "抱歉，很抱歉"))
    assert [(s.hit.turn, s.hit.start) for s in seen.seen["道歉"]] == [(2, 0), (2, 4)]
    assert [(s.hit.turn, s.taken_back) for s in seen.taken_back["道歉"]] == [(0, "over: 抱歉什么")]
    assert set(seen.seen) == {"道歉", "情绪"}


def test_hits_stand_in_the_order_of_the_call() -> None:
    seen = view(("c", "气死我了，着急"), ("a", "您说"), ("c", "着急，气死"))
    assert [(s.hit.turn, s.hit.start) for s in seen.hits(Ref("情绪"))] == [
        *((0, 0), (0, 5)),
        *((2, 0), (2, 3)),
    ]


def test_hits_of_a_level() -> None:
    seen = view(("c", "着急，气死"), ("a", "您说"))
    assert [s.hit.level for s in seen.hits(Ref("情绪"))] == [1, 2]
    assert [s.hit.level for s in seen.hits(Ref("情绪", level=2))] == [2]
    assert seen.hits(Ref("情绪", level=3)) == ()
    assert seen.hits(Ref("没有这个")) == ()


def test_hits_of_several_references_are_each_there_once() -> None:
    seen = view(("c", "着急，我要投诉你们"), ("a", "抱歉"))
    found = seen.any_hits((Ref("道歉"), Ref("投诉"), Ref("情绪"), Ref("情绪", level=1)))
    assert [s.hit.signal for s in found] == ["情绪", "投诉", "道歉"]


@pytest.mark.parametrize(
    ("said", "read_back"),
    [
        ([("c", "我要投诉你们"), ("a", "您说我要投诉你们是吧")], [1]),
        ([("a", "我要投诉你们是吧"), ("c", "我要投诉你们")], [1]),
        ([("a", "您好"), ("a", "您说我要投诉你们是吧")], []),
        ([("c", "我要投诉"), ("a", "我要投诉你们是吧")], [1]),
        ([("b", "我要投诉你们请按一"), ("a", "我要投诉你们")], []),
    ],
)
def test_words_of_the_other_side_read_back(
    said: list[tuple[str, str]], read_back: list[int]
) -> None:
    seen = view(*said)
    taken_back = [
        s for s in seen.taken_back.get("投诉", ()) if s.taken_back == f"not_when: {READ_BACK}"
    ]
    assert [s.hit.turn for s in taken_back] == read_back
    assert not [s for s in seen.seen.get("投诉", ()) if s.hit.turn in read_back]


@pytest.mark.parametrize(("between", "stands"), [(5, False), (6, True)])
def test_words_said_long_before_are_one_s_own(between: int, stands: bool) -> None:
    said = [("c", "我要投诉你们")]
    for number in range(between):
        said += [("a", f"请讲{number}"), ("c", f"还有{number}")]
    seen = view(*said, ("a", "我要投诉你们"))
    assert bool([s for s in seen.seen["投诉"] if s.hit.turn == len(said)]) is stands


def test_short_words_read_back_prove_nothing() -> None:
    seen = view(("c", "我投诉"), ("a", "投诉是吧"))
    assert [s.hit.turn for s in seen.seen["投诉"]] == [0, 1]


@pytest.mark.parametrize(("phrase", "stands"), [("我要投诉", False), ("要投诉", True)])
def test_how_short_words_prove_something(phrase: str, stands: bool) -> None:
    rules = f"""
conditions: {{引用: {{quoted: true}}}}
signals: {{投诉: {{who: agent, any: [{phrase}], not_when: 引用}}}}
"""
    seen = view_of(rules, ("c", "我要投诉"), ("a", "我要投诉是吧"))
    assert ("投诉" in seen.seen) is stands


def test_a_signal_that_may_be_quoted_may_be_read_back() -> None:
    rules = "signals: {投诉: {who: agent, any: [我要投诉]}}"
    assert "投诉" in view_of(rules, ("c", "我要投诉"), ("a", "我要投诉是吧")).seen


def test_a_view_is_of_its_call() -> None:
    said = call(("a", "抱歉"), ("c", "好吧"))
    loaded = book(RULES)
    detector = Detector(loaded)
    seen = prepare(replace(said, id="x"), detector, SlotTracker(loaded.slots, detector))
    assert seen.call.id == "x"
    assert seen.slots == ()
