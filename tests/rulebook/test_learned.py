"""What a signal may ask the learned scorer, and what is said of what it may not."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from engine.scorer import hashed

from linter.rulebook.learned import labels
from linter.rulebook.types import Learned, Signal, Weighed
from linter.signals import learned

from .changing import changed, hint
from .changing import errors as change_errors
from .helpers import book, errors, hints, place_of


@pytest.fixture(autouse=True)
def _scorer() -> Iterator[None]:
    """The labels are blame, insult, threat and any."""
    with hashed():
        yield


def text(said: str) -> str:
    return f"pack: t\nsignals:\n  甲: {{any: [甲]}}\n  试: {said}\n"


def read(said: str) -> Signal:
    return book(text(said)).signals["试"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("{learned: {of: blame, over: 60}}", Learned("blame", 60)),
        ("{learned: {of: any, over: 0, alone: false}}", Learned("any", 0)),
        ("{any: 子, learned: {of: threat, over: 99, alone: true}}", Learned("threat", 99, True)),
        ("{of: 甲, like: 一二三四五, learned: {of: any, over: 1}}", Learned("any", 1)),
        ("{learned: {of: blame, over: 6, sure: 6}}", Learned("blame", 6, sure=6)),
        ("{any: 子}", None),
    ],
)
def test_what_learned_says(said: str, expected: Learned | None) -> None:
    assert read(said).learned == expected


def test_it_is_the_agent_s_unless_something_else_is_said() -> None:
    assert read("{of: 甲, learned: {of: any, over: 1}}").who == "agent"
    assert read("{who: any, learned: {of: any, over: 1}}").who == "any"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("{any: 子, weighed: {drop: 5}}", Weighed("any", 5)),
        ("{all: [子, 丑], weighed: {doubt: 100}}", Weighed("any", doubt=100)),
        ("{maybe: 子, weighed: {of: blame, drop: 1, doubt: 2}}", Weighed("blame", 1, 2)),
        ("{levels: {1: 子}, weighed: {drop: 100}}", Weighed("any", 100)),
        ("{regex: a+, weighed: {drop: 5}}", Weighed("any", 5)),
        ("{like: 一二三四五, weighed: {drop: 5}}", Weighed("any", 5)),
        ("{any: 子}", None),
    ],
)
def test_what_weighed_says(said: str, expected: Weighed | None) -> None:
    assert read(said).weighed == expected


KNOWN = "可用的有 any、blame、insult、threat"


@pytest.mark.parametrize(
    ("said", "mark", "message", "hint"),
    [
        ("{learned: {of: blam, over: 6}}", "blam,", "不认识的标签 'blam'", "是不是 blame"),
        ("{learned: {of: 怪, over: 6}}", "怪,", "不认识的标签 '怪'", KNOWN),
        (
            "{any: 子, weighed: {of: rude, drop: 6}}",
            "rude",
            "不认识的标签 'rude'",
            KNOWN,
        ),
        ("{learned: {of: blame, over: 100}}", "100", "'100' 不是 0 到 99 之间的整数", ""),
        ("{learned: {of: blame, over: 6%}}", "6%", "'6%' 不是 0 到 99 之间的整数", ""),
        (
            "{learned: {of: blame}}",
            "{of",
            "learned 缺少 over（超过百分之几）",
            "如 learned: {of: any, over: 80}",
        ),
        (
            "{learned: {over: 6}}",
            "{over",
            "learned 缺少 of（像什么）",
            "如 learned: {of: any, over: 80}",
        ),
        ("{learned: blame}", "blame", "这里要写learned（键: 值）", ""),
        (
            "{learned: {of: blame, ovr: 6, over: 6}}",
            "ovr",
            "learned里不认识的键 'ovr'",
            "是不是 over",
        ),
        (
            "{learned: {of: blame, over: 6, alone: 是}}",
            "是}",
            "'是' 要写成 true 或 false",
            "",
        ),
        (
            "{learned: {of: any, over: 6, alone: true}}",
            "true",
            "'any' 没有别的类别可比",
            "去掉 alone；可以写的标签有 blame、insult、threat",
        ),
        (
            "{none: 子, learned: {of: any, over: 6}}",
            "子, learned",
            "none 不能和别的短语写在一起",
            "分成两个信号，再用 of 合起来",
        ),
        (
            "{all: [子, 丑], learned: {of: any, over: 6}}",
            "[子",
            "all 不能和别的短语写在一起",
            "一半用 any，一半用 near",
        ),
        (
            "{any: 子, weighed: {of: any}}",
            "{of",
            "weighed 要写 drop（低于它就收回）或 doubt（低于它待复核）",
            "",
        ),
        (
            "{any: 子, weighed: {drop: 6, doubt: 6}}",
            "6}}",
            "doubt 不比 drop 大，没有分数会落在中间",
            "把两个数对调，或只留一个",
        ),
        ("{any: 子, weighed: {drop: 0}}", "0}", "'0' 不是 1 到 100 之间的整数", ""),
        ("{any: 子, weighed: {doubt: 101}}", "101", "'101' 不是 1 到 100 之间的整数", ""),
        ("{any: 子, weighed: 6}", "6}", "这里要写weighed（键: 值）", ""),
        (
            "{of: 甲, weighed: {drop: 6}}",
            "{drop",
            "weighed 要配 any、all、maybe、levels、regex、like",
            "",
        ),
        (
            "{learned: {of: any, over: 6}, weighed: {drop: 6}}",
            "{drop",
            "weighed 要配 any、all、maybe、levels、regex、like",
            "",
        ),
    ],
)
def test_what_is_said_of_mistakes(said: str, mark: str, message: str, hint: str) -> None:
    written = text(said)
    assert errors(written) == [f"{place_of(written, mark)}: {message}"]
    assert hints(written) == [hint]


def test_all_labels_are_shown_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    many = tuple(f"n{number}" for number in range(40))
    monkeypatch.setattr("linter.rulebook.learned.labels", lambda: many)
    assert hints(text("{learned: {of: 怪, over: 6}}")) == ["可用的有 " + "、".join(many)]


def test_a_label_has_to_be_written() -> None:
    assert errors(text("{learned: {of: '', over: 6}}")) == ["4:22: 这里要写标签，不能空着"]


def test_the_scorer_is_not_read_for_rules_that_ask_it_nothing() -> None:
    with patch.object(learned, "default_scorer", side_effect=AssertionError):
        assert read("{any: 子}").patterns
        with pytest.raises(AssertionError):
            read("{learned: {of: any, over: 6}}")


def test_labels_stand_in_order() -> None:
    assert labels() == ("any", "blame", "insult", "threat")


ASKED = """pack: base
signals:
  怪: {any: [怪您, 怨您], learned: {of: blame, over: 60}, weighed: {drop: 5}}
"""


def test_other_packs_set_them_anew() -> None:
    made = changed(
        "signals: {怪: {learned: {of: any, over: 80}}}",
        "signals: {怪: {weighed: {of: threat, doubt: 9}, drop: {any: 怨您}}}",
        base=ASKED,
    )
    spec = made.signals["怪"]
    assert (spec.learned, spec.weighed) == (Learned("any", 80), Weighed("threat", doubt=9))
    assert len(spec.patterns) == 1


def test_what_is_wrong_in_a_change_is_said_there() -> None:
    change = "signals: {怪: {learned: {of: blam, over: 80}}}"
    assert change_errors(change, base=ASKED) == ["0.yml:3:31: 不认识的标签 'blam'"]
    assert change_errors("signals: {怪: {add: {learned: any}}}", base=ASKED) == [
        "0.yml:3:23: add里不认识的键 'learned'"
    ]


def test_they_may_be_added_by_a_change() -> None:
    made = changed("signals: {催: {learned: {of: any, over: 80}, weighed: {drop: 5}}}")
    assert made.signals["催"].learned == Learned("any", 80)
    assert hint("signals: {都: {weighed: {drop: 5}}}") == ""


RULE = """pack: t
signals: {甲: {any: [甲]}}
rules:
  - {id: r, category: c, aspect: 态度, severity: info, forbid: 甲, say: 说, why: 为, instead: 怎,
     tests: [{flag: 坐席：【甲】}, {pass: 坐席：好}], weighed: %s}
"""


def test_what_a_rule_weighs() -> None:
    (rule,) = book(RULE % "{of: blame, drop: 3}").rules
    assert rule.weighed == Weighed("blame", 3)


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ("{of: blame}", "规则的 weighed 缺少 drop", "如 weighed: {of: missing_followup, drop: 3}"),
        ("{drop: 3}", "规则的 weighed 缺少 of", "如 weighed: {of: missing_followup, drop: 3}"),
        ("{of: blam, drop: 3}", "不认识的标签 'blam'", "是不是 blame"),
        ("{of: blame, drop: 0}", "'0' 不是 1 到 100 之间的整数", ""),
        ("{of: blame, drop: 3, doubt: 5}", "weighed里不认识的键 'doubt'", "可用的有 drop、of"),
        ("blame", "这里要写weighed（键: 值）", ""),
    ],
)
def test_what_a_rule_may_not_weigh(said: str, message: str, hint: str) -> None:
    written = RULE % said
    (error,) = errors(written)
    assert error.partition(": ")[2] == message
    assert hints(written) == [hint]
