"""Who, what and when, or a record made, is a promise; a condition or 会有人 is none.

Tried on the built-in rule missing-followup, which asks for a promise up to the end of the call.
"""

from __future__ import annotations

from functools import cache

import pytest

from linter.judged import Verdict
from linter.linting import Linter

from .helpers import call
from .marked import timed

TROUBLE = "客户：我等了五天了一直没人来修！"
CALM = "客户：这样行吧。"
BYE = "坐席：感谢来电，再见。"


@cache
def builtin() -> Linter:
    return Linter()


def followup(*lines: str) -> Verdict:
    """What missing-followup says of a call."""
    spoken = call(*lines)
    first, second = (
        next(v for v in builtin().lint(heard).verdicts if v.rule == "missing-followup")
        for heard in (spoken, timed(spoken))
    )
    assert first == second
    return first


def met(*lines: str) -> bool:
    said = followup(*lines)
    assert said.status in ("met", "violated")
    # With a reason it is the scorer that finds nothing missing: no promise was heard.
    return said.status == "met" and not said.reason


PROMISES = [
    "已经给您登记好了。",
    "我给您登记，专员今天下午给您回电话。",
    "张工今天下午五点前给您回电话。",
    "经理明天给您回电话。",
    "师傅明天上午上门。",
    "工单号稍后短信发您。",
    "我查清楚以后马上给您回电话。",
]
CONDITIONS = [
    "您报一下号码我才能给您登记。",
    "您报号码，我才能给您反映。",
    "您留个电话，我才好给您登记。",
    "不报号码没法给您登记。",
    "您不提供地址我们登记不了。",
    "您先说号码，说了我再给您登记。",
    "您把号码报给我，我就给您登记。",
]
VAGUE = [
    "会有人联系您的。",
    "会有专人联系您的。",
    "有人会跟进的。",
    "到时候会联系您。",
    "我们会尽快处理的。",
    "后面会有人处理的。",
    "尽快给您答复。",
    "可能会给您登记。",
    "应该会有人给您回电话。",
    "相关部门会联系您的。",
]


@pytest.mark.parametrize("words", PROMISES)
def test_a_promise_or_a_record_meets_it(words: str) -> None:
    assert met(TROUBLE, f"坐席：{words}", CALM, BYE)


@pytest.mark.parametrize("words", CONDITIONS)
def test_a_condition_does_not(words: str) -> None:
    assert not met(TROUBLE, f"坐席：{words}", CALM, BYE)


@pytest.mark.parametrize("words", VAGUE)
def test_a_vague_promise_does_not(words: str) -> None:
    assert not met(TROUBLE, f"坐席：{words}", CALM, BYE)


# --- wherever and by whomever it is said

PROMISE, CONDITION = "坐席：专员今天下午给您回电话。", "坐席：您报一下号码我才能给您登记。"


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize(("words", "enough"), [(PROMISE, True), (CONDITION, False)])
def test_early_or_in_the_last_words_of_the_call(words: str, enough: bool, place: int) -> None:
    lines = ["坐席：您请讲。", "客户：这样啊，快点。"] * 2
    lines[2 * place : 2 * place] = [words, "客户：这样啊，快点。"]
    assert met(TROUBLE, *lines, BYE) is enough


def test_after_it_in_the_same_breath_as_goodbye() -> None:
    assert met(TROUBLE, "坐席：您请讲。", CALM, f"{PROMISE}再见。")
    assert not met(TROUBLE, "坐席：您请讲。", CALM, f"{CONDITION}再见。")


@pytest.mark.parametrize(
    ("lines", "enough"),
    [
        (("坐席：给您登记好了，", "坐席：您放心。"), True),
        (("坐席：您放心，", "坐席：给您登记好了。"), True),
        (("坐席：您放心，", "客户：嗯。", "坐席：给您登记好了。"), True),
        (("坐席：您报号码，", "坐席：我才能给您登记。"), False),
        (("坐席：您报号码，", "客户：嗯。", "坐席：我才能给您登记。"), False),
        (("坐席：您报号码，", "坐席：嗯。", "坐席：我才能给您登记。"), False),
        (("坐席：您报号码，", "系统：保持。", "坐席：我才能给您登记。"), False),
    ],
)
def test_however_it_was_cut(lines: tuple[str, ...], enough: bool) -> None:
    assert met(TROUBLE, *lines, CALM, BYE) is enough


@pytest.mark.parametrize(
    ("speaker", "enough"),
    [("坐席2", True), ("机器人", False), ("系统", False), ("未知", False), ("客户", False)],
)
def test_any_agent_may_promise_and_nobody_else(speaker: str, enough: bool) -> None:
    assert met(TROUBLE, "坐席：您请讲。", f"{speaker}：{PROMISE[3:]}", CALM, BYE) is enough


def test_a_promise_before_the_trouble_came_up_is_not_for_it() -> None:
    assert not met(PROMISE, TROUBLE, "坐席：您请讲。", CALM, BYE)


def test_a_call_cut_off_before_the_agent_could_promise_is_not_evaluated() -> None:
    said = followup("坐席：您请讲。", TROUBLE)
    assert (said.status, said.reason) == ("not_evaluated", "触发之后录音截断")


def test_a_call_cut_off_later_is_only_worth_a_look() -> None:
    lines = (TROUBLE, "坐席：您请讲。", "客户：快点给我修。")
    (found,) = (f for f in builtin().lint(call(*lines)).findings if f.rule == "missing-followup")
    assert (found.turn, found.certainty) == (1, "review")


def test_who_hangs_up_leaves_no_turn_for_a_promise() -> None:
    said = followup(TROUBLE, "坐席：您请讲。", "客户：快点给我修。", "系统：（客户挂断）")
    assert (said.status, said.reason) == ("not_evaluated", "客户先挂断了")


def test_an_agent_who_hangs_up_has_promised_nothing() -> None:
    said = followup(TROUBLE, "坐席：您请讲。", "客户：快点给我修。", "系统：坐席已挂机")
    assert said.status == "violated"


def test_without_roles_it_is_not_evaluated() -> None:
    said = followup(TROUBLE.replace("客户", "未知"), BYE.replace("坐席", "未知"))
    assert (said.status, said.reason) == ("not_evaluated", "不知道谁是坐席、谁是客户")
