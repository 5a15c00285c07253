"""What a rule says where nothing wakes it is what judging it would say."""

from __future__ import annotations

import pytest
from hypothesis import given

from linter.judging.forbid import judge_forbid
from linter.judging.idle import NO_CAUSE, NO_STEP, NO_TRIGGER, NOTHING_FORBIDDEN, idle, wakers
from linter.judging.measure import judge_measure
from linter.judging.outcome import Outcome
from linter.judging.repeat import judge_repeat
from linter.judging.require import judge_require
from linter.judging.rise import judge_rise
from linter.judging.steps import judge_steps
from linter.model import Call
from linter.rulebook.types import Forbid, Measure, Ref, Repeat, Require, Rise, Rule, Steps
from linter.signals.view import CallView

from .helpers import ASK, TELL, call, linter
from .random_calls import LAW, any_calls
from .random_rules import Pack, linter_of, packs

FORBID = "{forbid: [训人, 骂人]}"
FORBID_ONLY = "{forbid: [训人, 骂人], only_if: {after 2: [情绪 2+, 投诉诉求]}}"
FORBID_WHEN = "{forbid: 训人, when: [情绪 2+, 投诉诉求], within: 2, until: 已解决}"
REQUIRE = "{require: 致歉安抚, when: [投诉诉求, 委屈], within: 2, settled: 已解决}"
REQUIRE_BEFORE = "{require: 受理动作, when: 训人, before: 2}"
REQUIRE_AT = "{require: 问候, at: opening, within: 1}"
STEPS = "{sequence: [{停: 拒答或叫停}, {又问: 索要}], span: 6, unless_between: 已解决}"
ANY_ORDER = "{sequence: [{停: 拒答或叫停}, {又问: 索要}], span: 6, order: any}"
NOT_STEP = "{sequence: [{停: 拒答或叫停}, {无 乱: 情绪}, {又问: 索要}], span: 6}"
ON_SLOT = "{sequence: [{问: 索要(项=X)}, {又问: 索要(项=X)}], span: 6}"
ON_STATE = "{sequence: [{给: given(项=X)}, {又问: 索要(项=X)}], span: 8}"
ANY_STATE = "{sequence: [{停: 拒答或叫停}, {给: given(项=X)}], span: 8, order: any}"
LATER_STATE = "{sequence: [{问: 索要(项=X)}, {给: given(项=X)}], span: 8}"
REPEAT = "{repeat: {similar: 80, chars: 3, within: 3, when: [情绪, 委屈], over: 问候}}"
REPEAT_ANY = "{repeat: {similar: 80, chars: 3, within: 3}}"
COUNT = "{measure: {of: count, limit: 1, signals: [稍等, 索要]}}"
MIXED = "{measure: {of: mixed, signals: [称你, 称您]}}"
UNBROKEN = "{measure: {of: unbroken, limit: 7}}"
DUPLICATE = "{measure: {of: duplicate, limit: 5}}"
RISE = "{rise: {after: [tone], signal: 情绪, within: 1}, category: heat}"

SAYS = {
    "训人": "坐席：您别喊。",
    "骂人": "坐席：有病。",
    "情绪": "客户：气人。",
    "投诉诉求": "客户：我要投诉。",
    "委屈": "客户：委屈。",
    "已解决": "客户：修好了。",
    "拒答或叫停": "客户：别问了。",
    "致歉安抚": "坐席：非常抱歉。",
    "受理动作": "坐席：我来处理。",
    "问候": "坐席：您好。",
    "索要": "坐席：报一下号码。",
    "稍等": "坐席：请稍等。",
    "称你": "坐席：你的。",
    "称您": "坐席：您的。",
}
"""A line with a hit of each signal and of no other."""


def rule_of(text: str) -> Rule:
    # A rise wants a category that a rule may find.
    return linter(text, FORBID).book.rules[0]


def view_of(*lines: str) -> CallView:
    return linter().view(call(*lines))


def judged(rule: Rule, view: CallView) -> Outcome:
    match rule.judge:
        case Forbid() as spec:
            return judge_forbid(rule, spec, view)
        case Require() as spec:
            return judge_require(rule, spec, view)
        case Steps() as spec:
            return judge_steps(rule, spec, view)
        case Repeat() as spec:
            return judge_repeat(rule, spec, view)
        case Measure() as spec:
            return judge_measure(rule, spec, view)
        case Rise() as spec:
            return judge_rise(rule, spec, view, (), 3)


IDLE = [
    (FORBID, NOTHING_FORBIDDEN, "训人 骂人"),
    (FORBID_WHEN, NO_TRIGGER, "情绪2 投诉诉求"),
    (REQUIRE, NO_TRIGGER, "投诉诉求 委屈"),
    (REQUIRE_BEFORE, NO_TRIGGER, "训人"),
    (STEPS, NO_STEP, "拒答或叫停"),
    (ANY_ORDER, NO_STEP, "拒答或叫停 索要"),
    (NOT_STEP, NO_STEP, "拒答或叫停"),
    (ON_SLOT, NO_STEP, "索要(项=X)"),
    (LATER_STATE, NO_STEP, "索要(项=X)"),
    (REPEAT, NO_TRIGGER, "情绪 委屈"),
    (COUNT, NOTHING_FORBIDDEN, "稍等 索要"),
    (MIXED, NOTHING_FORBIDDEN, "称你 称您"),
    (RISE, NO_CAUSE, ""),
]
"""Rules, their outcome when idle, and what wakes them."""
BESIDE = (FORBID_ONLY, NOTHING_FORBIDDEN, "情绪2 投诉诉求")
"""What wakes this one changes nothing by itself."""


def refs(names: str) -> tuple[Ref, ...]:
    known = {"情绪2": Ref("情绪", level=2), "索要(项=X)": Ref("索要", slot=("项", "X"))}
    return tuple(known.get(name) or Ref(name) for name in names.split())


@pytest.mark.parametrize(("text", "outcome", "names"), [*IDLE, BESIDE])
def test_where_nothing_wakes_it(text: str, outcome: Outcome, names: str) -> None:
    rule = rule_of(text)
    assert idle(rule) == judged(rule, view_of(TELL, ASK)) == outcome
    assert wakers(rule) == refs(names)


@pytest.mark.parametrize("text", [text for text, _, _ in [*IDLE, BESIDE]])
@pytest.mark.parametrize("name", SAYS)
def test_a_hit_of_anything_else_changes_nothing(text: str, name: str) -> None:
    rule = rule_of(text)
    view = view_of(TELL, ASK, *[SAYS[name], TELL, ASK] * 3)
    assert [*view.seen] in ([name], [name, "火气"])
    if name not in {ref.name for ref in wakers(rule) or ()}:
        assert judged(rule, view) == idle(rule)


@pytest.mark.parametrize(
    ("text", "name"),
    [(text, name.removesuffix("2")) for text, _, names in IDLE for name in names.split()],
)
def test_a_hit_of_each_may_change_it(text: str, name: str) -> None:
    rule = rule_of(text)
    # Only two of them are mixed.
    line = "坐席：你的，您的。" if text == MIXED else SAYS[name.removesuffix("(项=X)")]
    assert judged(rule, view_of(TELL, ASK, *[line, TELL] * 3)) != idle(rule)


@pytest.mark.parametrize("text", [REQUIRE_AT, REPEAT_ANY, UNBROKEN, DUPLICATE])
def test_what_no_signal_wakes_has_to_be_judged(text: str) -> None:
    assert idle(rule_of(text)) is None


@pytest.mark.parametrize("text", [ON_STATE, ANY_STATE])
def test_information_may_be_given_without_a_signal(text: str) -> None:
    assert wakers(rule_of(text)) is None


def test_information_is_given_in_words_of_no_signal() -> None:
    view = view_of(TELL, "客户：电话是13800001234，", ASK)
    assert not view.possible
    rule = rule_of(ON_STATE)
    assert judged(rule, view) == Outcome("met") != idle(rule)


@LAW
@given(packs(), any_calls)
def test_of_random_rules_and_calls(pack: Pack, spoken: Call) -> None:
    made = linter_of(pack)
    for rule in made.book.rules:
        view, needs = made.view(spoken), wakers(rule)
        # Whoever asks for a hit of these has looked for all that could be one.
        if idle(rule) and needs is not None and not any(view.hits(ref) for ref in needs):
            assert judged(rule, view) == idle(rule)
