"""Rules say where they apply, never to whom; no customer is labelled a problem."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from linter.errors import RuleErrors
from linter.linting import Linter
from linter.model import Finding
from linter.rulebook.load import load_builtin
from linter.rulebook.types import SLOT_STATES, Forbid, Measure, Ref, RuleBook, Steps

from .helpers import SIGNALS, call, judged, linter
from .marked import rules

KINDS = {
    "forbid": "{forbid: 训人}",
    "require after": "{when: 投诉诉求, require: 致歉安抚, within: 1, credit: 0}",
    "require at": "{require: 问候, at: opening}",
    "sequence": "{sequence: [{诉求: 投诉诉求}, {训: 训人}]}",
    "repeat": "{repeat: {similar: 80, chars: 3}}",
    "measure": "{measure: {of: unbroken, limit: 3}}",
    "rise": "{rise: {after: [cause], signal: 情绪}}",
}
"""A rule of each kind that the call below breaks."""
CAUSE = "{forbid: 训人, category: cause}"
SPOKEN = ("客户：我要投诉。", "坐席：您别喊了。", "客户：气人。", "坐席：您别喊了。")
FIELDS = {"channel": "phone", "direction": "in", "scene": "退款", "business": "宽带"}
OTHER = {"channel": "chat", "direction": "out", "scene": "装机", "business": "手机"}


def _verdict(rule: str, **fields: Any) -> tuple[str, str]:
    said = judged((rule, CAUSE), *SPOKEN, **fields).verdicts[0]
    return said.status, said.reason


# --- where


@pytest.mark.parametrize("rule", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize(("key", "value"), FIELDS.items())
def test_every_kind_says_where_it_applies(rule: str, key: str, value: str) -> None:
    one = f"{rule[:-1]}, applies: {{{key}: {value}}}}}"
    other = OTHER[key]
    assert _verdict(one, **{key: value}) == ("violated", "")
    assert _verdict(one, **{key: other}) == ("not_applicable", f"不用于 {key}={other}")
    assert _verdict(one, **{**FIELDS, key: other})[0] == "not_applicable"
    several = one.replace(f"{key}: {value}", f"{key}: [{other}, {value}]")
    assert (
        _verdict(several, **{key: value}) == _verdict(several, **{key: other}) == ("violated", "")
    )


@pytest.mark.parametrize("key", FIELDS)
def test_a_call_that_does_not_say_is_judged(key: str) -> None:
    rule = f"{{forbid: 训人, applies: {{{key}: {OTHER[key]}}}}}"
    assert _verdict(rule, **{key: ""}) == ("violated", "")


def test_all_that_a_rule_says_has_to_hold() -> None:
    rule = "{forbid: 训人, applies: {channel: phone, direction: out}}"
    assert _verdict(rule, channel="phone", direction="out")[0] == "violated"
    assert _verdict(rule, channel="phone", direction="in")[0] == "not_applicable"
    assert _verdict(rule, channel="chat", direction="out")[0] == "not_applicable"


def test_where_it_does_not_apply_comes_before_what_cannot_be_told() -> None:
    rules("{forbid: 训人, applies: {channel: chat}}").says(
        "未知：您别喊。 / = not_applicable：不用于 channel=phone", channel="phone"
    )
    rules("{forbid: 训人, applies: {channel: chat}}").says(
        "未知：您别喊。 / = not_evaluated：不知道谁是坐席、谁是客户", channel="chat"
    )


# --- not to whom


@pytest.mark.parametrize(
    "key", ["agent", "agent_id", "agent_name", "team", "speaker", "customer", "id", "path", "meta"]
)
def test_no_exception_can_be_granted_to_a_person(key: str) -> None:
    with pytest.raises(RuleErrors) as caught:
        linter(f"{{forbid: 训人, applies: {{{key}: 张三}}}}", signals=SIGNALS)
    assert key in str(caught.value)


@pytest.mark.parametrize("field", ["agent_id", "agent_name", "team"])
def test_who_the_agent_is_changes_nothing(field: str) -> None:
    every = (*KINDS.values(), CAUSE)
    plain = judged(every, *SPOKEN)
    assert plain.findings
    assert judged(every, *SPOKEN, **{field: "张三"}) == plain


def test_which_of_several_agents_it_was_changes_nothing() -> None:
    every = (*KINDS.values(), CAUSE)
    other = [line.replace("坐席：", "坐席7：") for line in SPOKEN]
    assert judged(every, *other) == judged(every, *SPOKEN)


# --- the agent's words, not the customer's


@cache
def _book() -> RuleBook:
    return load_builtin()


def _reported(rule_judge: object) -> tuple[Ref, ...]:
    """The signals whose words a rule reports."""
    match rule_judge:
        case Forbid():
            return rule_judge.signals
        case Steps():
            return rule_judge.steps[-1].signals
        case Measure():
            return rule_judge.signals
    return ()


def _speakers(name: str) -> set[str]:
    """Whose words a signal or its members are, or those that show what became of a slot."""
    if name in SLOT_STATES:
        return {"agent" if name in ("asked", "read_back") else "customer"}
    spec = _book().signals[name]
    return {spec.who}.union(*map(_speakers, spec.members))


def test_built_in_rules_report_what_agents_say() -> None:
    others = {
        (rule.id, ref.name)
        for rule in _book().rules
        for ref in _reported(rule.judge)
        if _speakers(ref.name) != {"agent"}
    }
    assert others == set()


def _found(*lines: str) -> tuple[Finding, ...]:
    return Linter(_book()).lint(call(*lines)).findings


def test_a_rude_customer_is_no_finding() -> None:
    rude = "客户：你算什么东西，你有病，滚，你给我闭嘴，我骂死你。"
    found = _found("坐席：您好，请讲。", rude, "坐席：您说话注意点。")
    assert {finding.role for finding in found} == {"agent"}
