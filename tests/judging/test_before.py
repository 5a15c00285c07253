"""``require`` with ``before``: what has to have been said when something comes."""

from __future__ import annotations

import pytest

from linter.errors import RuleErrors
from linter.model import Finding

from . import clocked

SIGNALS = """
pack: words
signals:
  转接: {any: 转过去, maybe: 转走}
  投诉: {who: customer, any: 我要投诉}
  理由: {any: 归专席管, not_if: 可能}
  同意: {who: customer, any: [可以, ^行$]}
  核对: {any: 核对过, heard: same}
  通话结束: {who: any, any: 再见}
"""
ASK = "坐席：您请讲。"
TELL = "客户：网络断了。"
WHY = "坐席：这个归专席管。"
MAY = "客户：可以啊。"
PASS = "坐席：给您转过去。"


def rule(what: str, before: int = 1, **more: str) -> str:
    extra = "".join(f", {key}: {value}" for key, value in more.items())
    return f"{{require: {what}, when: 转接, before: {before}{extra}}}"


def at(what: str, *lines: str, before: int = 1, **more: str) -> list[tuple[int, str]]:
    return clocked.places(rule(what, before, **more), *lines, signals=SIGNALS)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((TELL, PASS), [(1, "转过去")]),
        ((TELL, WHY, TELL, PASS), []),
        # In the trigger's own turn before it, not after it.
        ((TELL, "坐席：归专席管，转过去。"), []),
        ((TELL, "坐席：转过去，归专席管。"), [(1, "转过去")]),
        ((TELL, PASS, TELL, WHY), [(1, "转过去")]),
        # One agent turn ahead, no more.
        ((TELL, WHY, TELL, ASK, TELL, PASS), [(5, "转过去")]),
        # Short answers and the system are no turns; cut breaths are one.
        ((TELL, WHY, TELL, "坐席：嗯。", TELL, PASS), []),
        ((TELL, WHY, "系统：静音。", TELL, PASS), []),
        ((TELL, WHY, "坐席：您稍等一下。", TELL, PASS), []),
        ((TELL, WHY, "客户：嗯。", "坐席：转过去。"), []),
        ((TELL, "坐席：转过去。", "客户：嗯。", "坐席：归专席管。"), [(1, "转过去")]),
        # From the call's very start.
        ((PASS, TELL), [(0, "转过去")]),
        ((WHY, TELL, PASS), []),
        (("机器人：归专席管。", TELL, PASS), [(2, "转过去")]),
        # A second agent is an agent.
        ((TELL, WHY, TELL, "坐席2：转过去。"), []),
        # What only looks like it does not count.
        ((TELL, "坐席：可能归专席管。", TELL, PASS), [(3, "转过去")]),
    ],
)
def test_the_agent_has_to_say_it_first(
    lines: tuple[str, ...], expected: list[tuple[int, str]]
) -> None:
    assert at("理由", *lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((TELL, ASK, MAY, PASS), []),
        # Said in answer to the agent's turn before the last one: too early.
        ((TELL, ASK, MAY, ASK, TELL, PASS), [(5, "转过去")]),
        ((MAY, ASK, TELL, PASS), [(3, "转过去")]),
        ((MAY, PASS), []),
        ((ASK, MAY, PASS), []),
        # A short answer is no turn, but it may be what is required.
        ((TELL, ASK, "客户：行。", PASS), []),
        # The other side's answer in the middle of the trigger's own turn.
        ((TELL, "坐席：要换人。", "客户：行。", "坐席：转过去。"), []),
        ((TELL, "坐席：转过去。", "客户：行。", "坐席：您稍等。"), [(1, "转过去")]),
    ],
)
def test_the_customer_has_to_say_it_first(
    lines: tuple[str, ...], expected: list[tuple[int, str]]
) -> None:
    assert at("同意", *lines) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [(0, [(5, "转过去")]), (1, [(5, "转过去")]), (2, []), (3, []), (99, [])],
)
def test_how_far_back_it_counts(before: int, expected: list[tuple[int, str]]) -> None:
    assert at("理由", TELL, WHY, TELL, ASK, TELL, PASS, before=before) == expected


def test_nothing_but_the_trigger_s_own_turn() -> None:
    assert at("理由", WHY, TELL, "坐席：归专席管，转过去。", before=0) == []
    assert at("理由", WHY, TELL, PASS, before=0) == [(2, "转过去")]
    assert at("同意", TELL, "坐席：换人。", "客户：行。", "坐席：转过去。", before=0) == []
    assert at("同意", MAY, PASS, before=0) == [(1, "转过去")]
    assert at("理由", PASS, before=0) == []  # nobody knows who is who


def test_a_customer_s_trigger() -> None:
    asked = "{require: 理由, when: 投诉, before: 1}"
    assert clocked.places(asked, WHY, "客户：我要投诉。", signals=SIGNALS) == []
    assert clocked.places(asked, WHY, TELL, ASK, "客户：我要投诉。", signals=SIGNALS) == [
        (3, "我要投诉")
    ]
    assert clocked.places(asked, "客户：我要投诉。", WHY, signals=SIGNALS) == [(0, "我要投诉")]


@pytest.mark.parametrize(
    ("what", "lines", "expected"),
    [
        ("[理由, 同意]", (TELL, WHY, TELL, PASS), []),
        ("[理由, 同意]", (TELL, ASK, MAY, PASS), []),
        ("{all: [理由, 同意]}", (TELL, WHY, MAY, PASS), []),
        ("{all: [理由, 同意]}", (TELL, WHY, TELL, PASS), [(3, "转过去")]),
        ("{all: [理由, 同意]}", (TELL, ASK, MAY, PASS), [(3, "转过去")]),
        ("{all: [理由, 同意]}", (TELL, ASK, MAY, "坐席：归专席管，转过去。"), []),
        ("{all: [理由, 同意]}", (TELL, ASK, TELL, PASS), [(3, "转过去")]),
    ],
)
def test_one_of_them_or_all(
    what: str, lines: tuple[str, ...], expected: list[tuple[int, str]]
) -> None:
    assert at(what, *lines) == expected


def found(what: str, *lines: str) -> Finding:
    (only,) = clocked.judged(rule(what), *lines, signals=SIGNALS).findings
    return only


def test_what_was_there_and_what_only_looks_like_it_is_evidence() -> None:
    only = found("{all: [理由, 同意]}", TELL, "坐席：可能归专席管。", MAY, PASS)
    assert [(e.turn, e.as_, e.quote, e.label) for e in only.evidence] == [
        (1, "near_miss", "归专席管", "不算：not_if: 可能"),
        (2, "there", "可以", "已有：同意"),
    ]
    assert only.window == (1, 2, 3)


def test_what_was_searched_begins_with_the_turns_that_count() -> None:
    assert found("理由", TELL, ASK, TELL, ASK, TELL, PASS).window == (3, 4, 5)
    assert found("理由", TELL, PASS).window == (0, 1)
    assert found("理由", TELL, ASK, "客户：嗯。", "坐席：先查。", TELL, PASS).window == (
        1,
        2,
        3,
        4,
        5,
    )


def test_it_is_as_sure_as_the_trigger() -> None:
    assert found("理由", TELL, PASS).certainty == "certain"
    assert found("理由", TELL, "坐席：给您转走。").certainty == "review"
    assert found("理由", TELL, "坐席：给您转走，转过去。").certainty == "certain"


def test_what_the_trigger_was_heard_as_is_evidence() -> None:
    heard = "{require: 理由, when: 核对, before: 1}"
    (only,) = clocked.judged(heard, TELL, "坐席：和对过了。", signals=SIGNALS).findings
    assert (only.quote, only.certainty) == ("和对过", "review")
    assert [(e.as_, e.quote, e.label) for e in only.evidence] == [
        ("note", "和对过", "核对（听作“核对过”）")
    ]


def test_every_trigger_is_judged_and_a_turn_reported_once() -> None:
    lines = (TELL, "坐席：转过去，马上转过去。", TELL, WHY, TELL, PASS, TELL, ASK, TELL, PASS)
    answer = clocked.judged(rule("理由"), *lines, signals=SIGNALS)
    assert [(f.turn, f.start) for f in answer.findings] == [(1, 0), (9, 2)]
    assert (answer.verdicts[0].status, answer.verdicts[0].turn) == ("violated", 3)


@pytest.mark.parametrize(
    ("which", "expected"),
    [("each", [1, 3, 5]), ("first", [1]), ("last", [5]), ("2", [3]), ("4", [])],
)
def test_which_triggers_count(which: str, expected: list[int]) -> None:
    lines = (TELL, PASS, TELL, PASS, TELL, PASS)
    assert [turn for turn, _ in at("理由", *lines, which=which)] == expected


def test_verdicts() -> None:
    def said(*lines: str) -> tuple[str, str, int | None]:
        answer = clocked.judged(rule("理由"), *lines, signals=SIGNALS).verdicts[0]
        return answer.status, answer.reason, answer.turn

    assert said(TELL, WHY) == ("not_applicable", "没有出现触发条件", None)
    assert said(TELL, WHY, TELL, PASS) == ("met", "", 1)
    assert said(TELL, PASS) == ("violated", "", None)
    # A call that was cut off has been heard up to the trigger.
    assert said(TELL, PASS, TELL) == ("violated", "", None)


@pytest.mark.parametrize(
    ("key", "value"),
    [("within", "2"), ("credit", "1"), ("late", "2"), ("nearly", "理由"), ("report", "last")],
)
def test_keys_of_what_comes_after_are_refused(key: str, value: str) -> None:
    with pytest.raises(RuleErrors) as caught:
        at("理由", TELL, **{key: value})
    assert f"{key} 不能和 before 一起用" in str(caught.value)


def test_settled_is_refused_too() -> None:
    with pytest.raises(RuleErrors):
        at("理由", TELL, settled="同意")
