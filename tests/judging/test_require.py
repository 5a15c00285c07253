from __future__ import annotations

import pytest

from .helpers import ANGRY, ASK, SORRY, TELL, chain, one, places, status, verdict

APOLOGY = "{when: [投诉诉求, 情绪], require: 致歉安抚, within: 2, credit: 1, late: 2}"
STRICT = "{when: 投诉诉求, require: 致歉安抚, within: 2, credit: 0}"
TO_END = "{when: 投诉诉求, require: 跟进承诺, within: end, settled: 已解决, report: last}"
BYE = "客户：再见。"


# --- windows


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((ANGRY, SORRY), "met"),
        ((ANGRY, ASK, TELL, SORRY), "met"),
        ((ANGRY, ASK, TELL, ASK, TELL, SORRY), "violated"),
        ((TELL, ASK), "not_applicable"),
    ],
)
def test_window_is_n_agent_turns_after_the_trigger(lines: tuple[str, ...], expected: str) -> None:
    assert status(STRICT, *lines) == expected


def test_met_says_where() -> None:
    assert verdict(STRICT, ANGRY, ASK, TELL, SORRY).turn == 3


def test_agents_back_channel_is_no_turn_of_the_window() -> None:
    assert status(STRICT, ANGRY, "坐席：嗯。", TELL, ASK, TELL, SORRY) == "met"


def test_customers_back_channel_does_not_split_an_agents_turn() -> None:
    lines = (ANGRY, "坐席：请接着讲，", "客户：嗯。", "坐席：我在听。", TELL, SORRY)
    assert status(STRICT, *lines) == "met"


def test_fragments_are_one_turn_of_the_window() -> None:
    lines = (ANGRY, "坐席：请接着讲，", "坐席：我在听。", TELL, "坐席：这个，", "坐席：抱歉。")
    assert status(STRICT, *lines) == "met"


def test_words_said_before_the_trigger_in_the_same_agents_turn_are_credited_only() -> None:
    lines = (TELL, "坐席：抱歉，", ANGRY, ASK, TELL, ASK)
    assert status(STRICT, *lines) == "violated"
    assert status(APOLOGY, *lines) == "met"


def test_several_agents_share_the_window() -> None:
    assert status(STRICT, ANGRY, "坐席1：帮您转。", "坐席2：非常抱歉。") == "met"
    lines = (ANGRY, "坐席1：帮您转。", "坐席2：请讲。", TELL, "坐席2：非常抱歉。")
    assert places(STRICT, *lines) == [(1, "帮您转。")]


def test_trigger_of_the_agents_own_is_judged_after_its_turn() -> None:
    hold = "{when: 稍等, require: 致歉安抚, within: 1, credit: 1}"
    assert status(hold, TELL, "坐席：抱歉，请稍等。", TELL, ASK) == "violated"
    assert status(hold, TELL, "坐席：请稍等，", "坐席：非常抱歉。", TELL, ASK) == "violated"
    assert status(hold, TELL, "坐席：抱歉，", "坐席：请稍等。", TELL, ASK) == "violated"
    assert status(hold, TELL, "坐席：请稍等，", "坐席：马上。", TELL, SORRY) == "met"


# --- where a missing thing is reported, and on what


def test_missing_is_reported_at_the_first_agent_turn_of_the_window() -> None:
    found = one(STRICT, ANGRY, "坐席： 请接着讲。 ", TELL, ASK, TELL)
    assert (found.turn, found.start, found.end, found.quote) == (1, 1, 6, "请接着讲。")
    assert chain(found) == [(0, "trigger", "我要投诉")]
    assert found.evidence[0].label == "投诉诉求"
    assert found.window == (1, 3)


def test_window_names_the_fragments_too() -> None:
    assert one(STRICT, ANGRY, "坐席：请讲，", "客户：嗯。", "坐席：我在听。", TELL, ASK).window == (
        1,
        3,
        5,
    )


def test_nothing_is_late_when_no_agent_turn_follows() -> None:
    assert not one(APOLOGY, ASK, ANGRY, BYE).late


def test_reported_at_the_trigger_when_no_agent_turn_follows() -> None:
    found = one(STRICT, ASK, ANGRY, BYE)
    assert (found.turn, found.quote, found.role, found.window) == (1, "我要投诉", "customer", ())


def test_agent_who_only_hums_has_not_met_it() -> None:
    assert places(STRICT, "坐席：嗯。", ANGRY, BYE) == [(1, "我要投诉")]


def test_near_miss_in_the_window_is_evidence() -> None:
    vague = "坐席：您报了号码我才能给您登记。"
    lines = (vague, ANGRY, vague, TELL, vague, "客户：再见。")
    found = one("{when: 投诉诉求, require: 跟进承诺, within: 1, credit: 0}", *lines)
    assert chain(found)[1:] == [(2, "near_miss", "给您登记")]
    assert found.evidence[1].label == "不算：not_if: 才能"
    assert len(chain(found)) == 2


# --- credit


def test_said_in_the_one_agent_turn_before_counts() -> None:
    assert verdict(APOLOGY, SORRY, ANGRY, ASK, TELL, ASK).turn == 0


def test_said_two_agent_turns_before_does_not() -> None:
    assert status(APOLOGY, SORRY, TELL, ASK, ANGRY, ASK, TELL, ASK) == "violated"


def test_credit_of_two_turns_or_none() -> None:
    lines = (SORRY, TELL, ASK, ANGRY, ASK, TELL, ASK)
    two = "{when: 投诉诉求, require: 致歉安抚, within: 2, credit: 2}"
    assert status(two, *lines) == "met"
    assert status(STRICT, SORRY, ANGRY, ASK, TELL, ASK) == "violated"


def test_credited_turn_and_no_agent_after_it_in_a_cut_call_is_met() -> None:
    assert status(APOLOGY, SORRY, ANGRY) == "met"


# --- late


def test_met_after_the_window_is_late_and_info() -> None:
    found = one(APOLOGY, ANGRY, ASK, TELL, ASK, TELL, SORRY)
    assert (found.late, found.severity, found.turn) == (True, "info", 1)
    assert chain(found) == [(0, "trigger", "我要投诉"), (5, "late", "抱歉")]


def test_late_has_an_end_too() -> None:
    last = (ANGRY, ASK, TELL, ASK, TELL, ASK, TELL, SORRY)
    assert one(APOLOGY, *last).late
    past = (ANGRY, ASK, TELL, ASK, TELL, ASK, TELL, ASK, TELL, SORRY)
    found = one(APOLOGY, *past)
    assert (found.late, found.severity) == (False, "warning")


def test_without_late_words_after_the_window_change_nothing() -> None:
    found = one(STRICT[:-1] + ", late: 0}", ANGRY, ASK, TELL, ASK, TELL, SORRY)
    assert (found.late, found.severity, len(found.evidence)) == (False, "warning", 1)


# --- doubtful triggers


def test_doubtful_trigger_makes_a_doubtful_finding() -> None:
    assert one(STRICT, "客户：我想反映一下。", ASK, TELL, ASK).certainty == "review"


def test_certain_trigger_of_the_episode_makes_it_certain() -> None:
    lines = ("客户：我想反映一下。", ASK, ANGRY, ASK, TELL, ASK, TELL)
    assert one(STRICT, *lines, ASK).certainty == "certain"


def test_certain_trigger_that_was_answered_does_not() -> None:
    lines = ("客户：我想反映一下。", ASK, TELL, ASK, ANGRY, SORRY)
    assert one(STRICT, *lines).certainty == "review"


def test_doubtful_words_meet_a_demand() -> None:
    assert status(STRICT, ANGRY, "坐席：真是不巧。") == "met"


# --- to the end, settled


def test_to_the_end_is_reported_at_the_last_agent_turn() -> None:
    found = one(TO_END, ANGRY, ASK, TELL, "坐席：您再看看。")
    assert (found.turn, found.window) == (3, (1, 3))
    assert status(TO_END, ANGRY, *[ASK, TELL] * 9, "坐席：给您登记。") == "met"


def test_settled_makes_it_moot() -> None:
    assert verdict(TO_END, ANGRY, ASK, "客户：修好了。", ASK).turn == 2
    assert verdict(TO_END, ANGRY, ASK, "客户：修好了，再见。").turn == 2
    assert status(TO_END, "客户：修好了，我要投诉。", ASK) == "met"
    assert status(TO_END, "客户：修好了，", "客户：我要投诉。", ASK) == "met"
    assert status(TO_END, "客户：修好了。", ASK, ANGRY, ASK) == "violated"


def test_settled_after_the_window_is_too_late() -> None:
    short = "{when: 投诉诉求, require: 跟进承诺, within: 1, settled: 已解决}"
    assert status(short, ANGRY, ASK, "客户：修好了。", ASK) == "violated"
    assert status(short, ANGRY, "客户：修好了。", ASK) == "met"
    assert status(short, ASK, "客户：我要投诉，修好了，再见。") == "met"


def test_trouble_again_after_it_was_settled_is_a_new_episode() -> None:
    lines = (ANGRY, ASK, "客户：修好了。", ASK, ANGRY, ASK)
    assert chain(one(TO_END, *lines)) == [(4, "trigger", "我要投诉")]


# --- nearly

NEARLY = "{when: 投诉诉求, require: 致歉安抚, within: 1, credit: 0, nearly: 跟进承诺}"


def test_what_comes_near_in_the_window_makes_it_info_and_to_be_reviewed() -> None:
    found = one(NEARLY, ANGRY, "坐席：给您登记。", TELL, ASK)
    assert (found.severity, found.certainty, found.late) == ("info", "review", False)
    assert (1, "nearly", "给您登记") in chain(found)


def test_what_comes_near_after_the_window_does_not() -> None:
    found = one(NEARLY, ANGRY, ASK, TELL, "坐席：给您登记。")
    assert (found.severity, found.certainty) == ("warning", "certain")


def test_what_is_required_beats_what_comes_near() -> None:
    assert status(NEARLY, ANGRY, "坐席：抱歉，给您登记。") == "met"
