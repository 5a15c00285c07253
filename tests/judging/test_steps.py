from __future__ import annotations

import pytest

from .helpers import ANGRY, ASK, SCOLD, SORRY, TELL, chain, findings, one, places, status

ASKED_AGAIN = """
{sequence: [{首次: 索要(项=X)}, {客户没给: [refused(项=X), 拒答或叫停]}, {再次: 索要(项=X)}],
 span: 4, unless_between: 致歉安抚, unless_turn: 复述核对, say: "又要{项}", instead: "不要{项}"}
"""
KNOWN = "{sequence: [{给过: given(项=X)}, {又问: 索要(项=X)}], span: 12}"
SCOLDED = "{sequence: [{诉求: 投诉诉求}, {训: 训人}], span: 3}"
BOTH = "{sequence: [{歉: 致歉安抚}, {训: 训人}]}"
PHONE, ADDRESS = "坐席：报一下号码。", "坐席：报一下地址。"
STOP = "客户：别问了。"
NUMBER = "客户：13800001234。"


# --- order and span


def test_steps_in_order_report_the_last() -> None:
    found = one(SCOLDED, ANGRY, SCOLD)
    assert (found.turn, found.quote) == (1, "别喊")
    assert chain(found) == [(0, "step", "我要投诉")]
    assert found.evidence[0].label == "诉求：投诉诉求"


def test_wrong_order_is_met_and_no_first_step_not_applicable() -> None:
    assert status(SCOLDED, TELL, SCOLD, ANGRY) == "met"
    assert status(SCOLDED, TELL, SCOLD) == "not_applicable"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((ANGRY, ASK, TELL, SCOLD), [3]),
        ((ANGRY, ASK, TELL, "坐席1：请讲。", "坐席2：别喊。"), []),
        ((ANGRY, "坐席：嗯。", TELL, ASK, "客户：对。", TELL, SCOLD), [6]),
        ((ANGRY, "坐席：请讲，", "客户：嗯。", "坐席：我听。", TELL, SCOLD), [5]),
    ],
)
def test_span_counts_substantive_turns(lines: tuple[str, ...], expected: list[int]) -> None:
    assert [turn for turn, _ in places(SCOLDED, *lines)] == expected


def test_span_of_steps_in_short_answers() -> None:
    first = "{sequence: [{同意: 同意}, {训: 训人}], span: 2}"
    lines = (TELL, ASK, TELL, ASK, "客户：好的。", TELL, SCOLD)
    assert places(first, *lines) == [(6, "别喊")]
    assert places(first, *lines[:-1], ASK, TELL, SCOLD) == []
    last = "{sequence: [{诉求: 投诉诉求}, {同意: 同意}], span: 2}"
    assert places(last, ANGRY, ASK, "客户：好的。", TELL) == [(2, "好的")]
    assert places(last, ANGRY, ASK, TELL, ASK, "客户：好的。", TELL) == []


def test_nearest_chain_is_the_one_shown_and_nothing_twice() -> None:
    found = one(SCOLDED, ANGRY, ASK, ANGRY, SCOLD)
    assert chain(found) == [(2, "step", "我要投诉")]


def test_one_finding_for_each_turn_that_completes_a_chain() -> None:
    assert [turn for turn, _ in places(SCOLDED, ANGRY, SCOLD, TELL, SCOLD)] == [1, 3]


# --- one turn, one step


def test_a_turn_is_one_step_only() -> None:
    assert status(BOTH, TELL, "坐席：抱歉，别喊。") == "met"
    assert status(BOTH, TELL, "坐席：抱歉，", "客户：嗯。", "坐席：别喊。") == "met"
    assert status(BOTH, SORRY, TELL, SCOLD) == "violated"


def test_steps_share_a_turn_when_the_rule_says_so() -> None:
    shared = "{sequence: [{歉: 致歉安抚}, {同轮 训: 训人}]}"
    assert places(shared, TELL, "坐席：抱歉，别喊。") == [(1, "别喊")]
    assert places(shared, TELL, "坐席：别喊，抱歉。") == []
    twice = "{sequence: [{歉: 致歉安抚}, {同轮 又歉: 致歉安抚}]}"
    assert places(twice, TELL, SORRY) == []
    assert places(twice, TELL, "坐席：抱歉，真抱歉。") == [(1, "抱歉")]
    assert chain(one(shared, SORRY, TELL, SCOLD)) == [(0, "step", "抱歉")]


def test_a_turn_is_one_step_only_with_a_short_answer_in_it() -> None:
    rule = "{sequence: [{歉: 致歉安抚}, {应: 同意}, {训: 训人}]}"
    assert status(rule, TELL, "坐席：抱歉，", "客户：好的。", "坐席：别喊。") == "met"
    assert status(rule, TELL, SORRY, "客户：好的。", TELL, SCOLD) == "violated"


# --- negative steps

NO_SORRY = "{sequence: [{诉求: 投诉诉求}, {无 歉: 致歉安抚}, {训: 训人}]}"


def test_negative_step() -> None:
    assert places(NO_SORRY, ANGRY, ASK, TELL, SCOLD) == [(3, "别喊")]
    assert places(NO_SORRY, ANGRY, SORRY, TELL, SCOLD) == []
    assert places(NO_SORRY, SORRY, ANGRY, SCOLD, TELL, SORRY) == [(2, "别喊")]


def test_negative_step_holds_within_the_last_turn_too() -> None:
    assert places(NO_SORRY, ANGRY, "坐席：抱歉，您别喊。") == []
    assert places(NO_SORRY, ANGRY, "坐席：您别喊，抱歉。") == [(1, "别喊")]


def test_negative_step_is_no_evidence() -> None:
    assert chain(one(NO_SORRY, ANGRY, ASK, TELL, SCOLD)) == [(0, "step", "我要投诉")]


def test_two_negative_steps_in_a_row() -> None:
    two = "{sequence: [{诉求: 投诉诉求}, {无 歉: 致歉安抚}, {无 办: 受理动作}, {训: 训人}]}"
    assert places(two, ANGRY, ASK, TELL, SCOLD) == [(3, "别喊")]
    assert places(two, ANGRY, SORRY, TELL, SCOLD) == []
    assert places(two, ANGRY, "坐席：我来处理。", TELL, SCOLD) == []


def test_negative_step_bars_its_own_stretch_only() -> None:
    rule = "{sequence: [{诉求: 投诉诉求}, {无 歉: 致歉安抚}, {训: 训人}, {骂: 骂人}]}"
    lines = (ANGRY, SCOLD, TELL, SORRY, TELL, "坐席：有病。")
    assert places(rule, *lines) == [(5, "有病")]
    later = "{sequence: [{诉求: 投诉诉求}, {训: 训人}, {无 歉: 致歉安抚}, {骂: 骂人}]}"
    assert places(later, *lines) == []
    assert places(later, ANGRY, "坐席：抱歉，别喊。", TELL, "坐席：有病。") == [(3, "有病")]


def test_negative_step_is_joined() -> None:
    rule = "{sequence: [{问: 索要(项=X)}, {无 给: given(项=X)}, {又问: 索要(项=X)}]}"
    assert places(rule, PHONE, NUMBER, PHONE) == []
    assert places(rule, ADDRESS, "客户：电话是13800001234。", ADDRESS) == [(2, "报一下地址")]


# --- joins on slots


def test_same_slot_joins() -> None:
    found = one(ASKED_AGAIN, PHONE, STOP, PHONE)
    assert (found.turn, found.message, found.suggestion) == (2, "又要电话", "不要电话")
    assert chain(found) == [(0, "step", "报一下号码"), (1, "step", "别问了")]
    assert found.evidence[1].label in ("客户没给：电话被拒绝提供", "客户没给：拒答或叫停")


def test_other_words_for_the_same_slot_join() -> None:
    assert len(places(ASKED_AGAIN, PHONE, STOP, "坐席：报一下电话。")) == 1


def test_another_slot_does_not_join() -> None:
    assert status(ASKED_AGAIN, PHONE, STOP, ADDRESS) == "met"


def test_given_is_joined_on_its_slot() -> None:
    assert places(KNOWN, PHONE, NUMBER, PHONE) == [(2, "报一下号码")]
    assert status(KNOWN, PHONE, NUMBER, ADDRESS) == "met"
    assert places(KNOWN, "客户：电话是13800001234。", PHONE) == [(1, "报一下号码")]


def test_an_evasion_is_no_gift_and_no_refusal() -> None:
    assert status(KNOWN, PHONE, TELL, PHONE) == "not_applicable"
    assert status(ASKED_AGAIN, PHONE, TELL, PHONE) == "met"
    unanswered = "{sequence: [{问: 索要(项=X)}, {没答: unanswered(项=X)}, {又问: 索要(项=X)}]}"
    assert places(unanswered, PHONE, TELL, PHONE) == [(2, "报一下号码")]


def test_a_hit_without_the_slot_is_no_such_step() -> None:
    assert places(ASKED_AGAIN, PHONE, STOP, "坐席：报上来。") == []
    assert places("{sequence: [{停: 拒答或叫停}, {又问: 索要}]}", ASK, STOP, "坐席：报上来。") == [
        (2, "报上来")
    ]


def test_a_variable_that_nothing_bound_stays_as_it_is() -> None:
    rule = """{sequence: [{先: [索要(项=X), 稍等]}, {停: 拒答或叫停}], say: "别再要{项}"}"""
    assert one(rule, PHONE, STOP).message == "别再要电话"
    assert one(rule, "坐席：请稍等。", STOP).message == "别再要{项}"


def test_two_variables_are_not_mixed_up() -> None:
    rule = """{sequence: [{问: 索要(项=X)}, {停: 拒答或叫停}, {又问: 索要(项=Y)}], say: "{项}"}"""
    assert one(rule, PHONE, STOP, ADDRESS).message == "电话"


def test_a_slot_bound_by_a_later_step_only() -> None:
    rule = """{sequence: [{停: 拒答或叫停}, {又问: 索要(项=Y)}], say: "又要{项}"}"""
    assert one(rule, ASK, STOP, ADDRESS).message == "又要地址"


# --- excuses and certainty


def test_unless_between() -> None:
    assert status(ASKED_AGAIN, PHONE, STOP, "坐席：抱歉，报一下号码。") == "met"
    assert status(ASKED_AGAIN, PHONE, TELL, SORRY, STOP, PHONE) == "met"
    assert status(ASKED_AGAIN, SORRY, TELL, PHONE, STOP, PHONE) == "violated"
    assert status(ASKED_AGAIN, PHONE, STOP, PHONE, TELL, SORRY) == "violated"


def test_unless_turn() -> None:
    assert status(ASKED_AGAIN, PHONE, STOP, "坐席：报一下号码，跟您核对。") == "met"
    assert status(ASKED_AGAIN, PHONE, STOP, PHONE, TELL, "坐席：跟您核对。") == "violated"


def test_all_steps_have_to_be_certain() -> None:
    assert one(SCOLDED, "客户：想反映一下。", SCOLD).certainty == "review"
    assert one(SCOLDED, ANGRY, "坐席：小声点。").certainty == "review"
    assert one(SCOLDED, ANGRY, SCOLD).certainty == "certain"


def test_certain_chain_of_a_turn_is_the_one_shown() -> None:
    found = one(SCOLDED, ANGRY, ASK, "客户：想反映一下。", SCOLD)
    assert (found.certainty, chain(found)) == ("certain", [(0, "step", "我要投诉")])


def test_two_completions_in_one_turn_are_one_finding() -> None:
    found = one(SCOLDED, ANGRY, "坐席：别喊，您别喊。")
    assert [(e.as_, e.start) for e in found.evidence] == [("step", 0), ("again", 4)]


def test_many_repetitions_stay_quick_enough_to_list() -> None:
    lines = [line for _ in range(40) for line in (PHONE, STOP)]
    assert len(findings(ASKED_AGAIN, *lines)) == 39
