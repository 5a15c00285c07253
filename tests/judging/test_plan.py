"""Which rules are gone through in which calls; going through all of them says the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from linter.judging import engine
from linter.judging.engine import Judge
from linter.judging.forbid import judge_forbid
from linter.judging.outcome import Outcome
from linter.judging.plan import Plan
from linter.model import Call
from linter.rulebook.types import Forbid, Rise, Rule, RuleBook
from linter.signals.view import CallView

from .helpers import ANGRY, ASK, SCOLD, SIGNALS, TELL, call, linter
from .random_calls import LAW, any_calls
from .random_rules import Pack, linter_of, packs

TIMED = """
  久等: {who: agent, measure: {of: silence, over: 10}}
  啰嗦: {who: agent, measure: {of: characters, over: 10}}
  絮叨: {who: agent, measure: {of: repetition, over: 50}}
  开头问好: {who: agent, any: 您好, at: first 10s}
  头句问好: {who: agent, any: 您好, at: first 1}
  慢: {who: agent, of: [久等, 训人]}
  像训: {who: agent, learned: {of: blame, over: 60}}
  都训: {who: agent, of: [像训, 训人]}
  更慢: {who: agent, of: [慢]}
"""


def plan(*rules: str) -> Plan:
    return Plan.of(linter(*rules, signals=SIGNALS + TIMED).book)


def always(book: RuleBook) -> Plan:
    """The plan by which every rule is judged in every call, whatever is said in it."""
    first = [n for n, rule in enumerate(book.rules) if not isinstance(rule.judge, Rise)]
    every = frozenset(range(len(book.rules)))
    return replace(Plan.of(book), awake=tuple(first), wakes={}, timed=every)


@LAW
@given(packs(), any_calls)
def test_the_plan_changes_nothing(pack: Pack, spoken: Call) -> None:
    made = linter_of(pack)
    wanted = Judge(made.book, (), always(made.book)).judge(made.view(spoken))
    assert Judge(made.book).judge(made.view(spoken)) == wanted


TIMED_RULES = (
    "{forbid: 久等}",
    "{forbid: 训人, unless: [{same_turn: 久等}]}",
    "{forbid: 更慢}",
    "{forbid: 开头问好, when: 情绪, within: 2}",
    "{require: 致歉安抚, when: 久等, within: 2}",
    "{require: 开头问好, when: 情绪, within: 2}",
    "{sequence: [{等: 慢}, {训: 训人}], span: 6}",
    "{repeat: {similar: 80, chars: 3, within: 3, when: 开头问好}}",
    "{measure: {of: count, limit: 1, signals: [久等, 训人]}}",
)


@LAW
@given(any_calls)
def test_the_plan_changes_nothing_where_times_are_asked_for(spoken: Call) -> None:
    made = linter(*TIMED_RULES, signals=SIGNALS + TIMED)
    wanted = Judge(made.book, (), always(made.book)).judge(made.view(spoken))
    assert Judge(made.book).judge(made.view(spoken)) == wanted


@pytest.mark.parametrize(
    ("rule", "wakers"),
    [
        ("{forbid: [训人, 骂人]}", "训人 骂人"),
        ("{forbid: 训人, when: 火气 2+, within: 2}", "情绪 火气"),
        ("{forbid: 训人, only_if: {after 1: 投诉诉求}}", "投诉诉求"),
        ("{require: 致歉安抚, when: 投诉诉求, within: 2}", "投诉诉求"),
        ("{sequence: [{停: 情绪}, {又问: 索要}], span: 6}", "情绪"),
        ("{sequence: [{停: 火气}, {又问: 索要}], span: 6, order: any}", "情绪 火气 索要"),
        ("{measure: {of: count, limit: 1, signals: 稍等}}", "稍等"),
        ("{forbid: 啰嗦}", "啰嗦"),
        ("{forbid: 絮叨}", "絮叨"),
        ("{forbid: 头句问好}", "头句问好"),
        ("{forbid: 都训}", "像训 训人 都训"),
    ],
)
def test_a_rule_is_woken_by_the_signals_whose_hits_it_begins_with(rule: str, wakers: str) -> None:
    made = plan(rule, "{forbid: 稍等, unless: [{same_turn: 致歉安抚}]}")
    woken = {name for name, numbers in made.wakes.items() if 0 in numbers}
    assert woken == {*wakers.split()}
    assert made.awake == ()


@pytest.mark.parametrize(
    "rule",
    [
        "{require: 问候, at: opening, within: 1}",
        "{repeat: {similar: 80, chars: 3, within: 3}}",
        "{measure: {of: unbroken, limit: 7}}",
        "{sequence: [{给: given(项=X)}, {又问: 索要(项=X)}], span: 8}",
        # They may have to say that they could not be judged.
        "{forbid: 久等}",
        "{forbid: 开头问好}",
        "{forbid: 更慢}",
        "{forbid: [训人, 久等]}",
        "{measure: {of: count, limit: 1, signals: 久等}}",
        "{forbid: 训人, unless: [{same_turn: 久等}]}",
    ],
)
def test_a_rule_that_may_say_something_of_any_call_is_always_judged(rule: str) -> None:
    made = plan(rule)
    assert made.awake == (0,)
    assert made.wakes == {}


@pytest.mark.parametrize(
    "rule",
    [
        "{require: 开头问好, when: 情绪, within: 2}",
        "{forbid: 久等, when: 情绪, within: 2}",
        "{sequence: [{气: 情绪}, {等: 慢}], span: 6}",
    ],
)
def test_a_rule_without_a_trigger_does_not_apply_whatever_could_not_be_judged(rule: str) -> None:
    made = plan(rule)
    assert (made.awake, dict(made.wakes)) == ((), {"情绪": (0,)})
    assert made.timed == {0}


def test_which_rules_cannot_be_fully_judged_without_times() -> None:
    made = plan(
        "{forbid: 久等}",
        "{forbid: 训人}",
        "{forbid: 训人, severity: {default: info, after 更慢: error}}",
        "{forbid: [啰嗦, 絮叨, 头句问好]}",
        "{forbid: 训人, unless: [{same_turn: 开头问好}]}",
        "{rise: {after: [tone], signal: 情绪}, category: heat}",
        "{rise: {after: [tone], signal: 更慢}, category: heat}",
    )
    assert made.timed == {0, 2, 4, 6}


def test_rules_over_findings_come_second() -> None:
    made = plan(
        "{rise: {after: [tone], signal: 火气}, category: heat}",
        "{forbid: 训人}",
        "{rise: {after: [tone], signal: 投诉诉求}, category: heat}",
    )
    assert made.second == (0, 2)
    assert made.ceilings == {"火气": 3, "投诉诉求": 0}
    assert (made.awake, dict(made.wakes)) == ((), {"训人": (1,)})


def test_a_rule_that_nothing_wakes_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def noted(rule: Rule, spec: Forbid, view: CallView) -> Outcome:
        asked.append(rule.id)
        return judge_forbid(rule, spec, view)

    monkeypatch.setattr(engine, "judge_forbid", noted)
    made = linter("{forbid: 训人}", "{forbid: 骂人}", "{forbid: 训人, when: 情绪, within: 2}")
    judge = Judge(made.book)
    said = judge.judge(made.view(call(TELL, ASK, ANGRY, SCOLD)))
    assert asked == ["r1"]
    assert [verdict.status for verdict in said.verdicts] == ["violated", "met", "not_applicable"]
    assert [verdict.reason for verdict in said.verdicts] == ["", "", "没有出现触发条件"]
