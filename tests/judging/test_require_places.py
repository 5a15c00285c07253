from __future__ import annotations

import pytest

from .helpers import ANGRY, ASK, SORRY, TELL, one, places, status, verdict

STRICT = "{when: 投诉诉求, require: 致歉安抚, within: 2, credit: 0}"
TO_END = "{when: 投诉诉求, require: 跟进承诺, within: end, settled: 已解决, report: last}"
GREETING = "{require: 问候, at: opening, within: 2}"
CLOSING = "{require: 结束语, at: closing, within: 2}"
BYE = "客户：再见。"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("坐席：您好。", TELL), "met"),
        ((TELL, "坐席：您好。"), "met"),
        ((ASK, TELL, "坐席：您好。"), "met"),
        ((ASK, TELL, ASK, TELL, "坐席：您好。"), "violated"),
        (("坐席：喂。", TELL, ASK, TELL, ASK), "met"),
        ((TELL, ASK, TELL, ASK, TELL, "坐席：喂。"), "violated"),
        ((TELL, "坐席：嗯。"), "not_applicable"),
    ],
)
def test_opening(lines: tuple[str, ...], expected: str) -> None:
    assert status(GREETING, *lines) == expected


def test_missing_greeting_is_reported_at_the_agents_first_turn() -> None:
    assert places(GREETING, TELL, "坐席：请讲。", TELL, ASK, TELL, ASK) == [(1, "请讲。")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((TELL, "坐席：请慢走。"), "met"),
        ((TELL, "坐席：请慢走。", TELL, ASK), "met"),
        ((TELL, "坐席：请慢走。", TELL, ASK, TELL, ASK), "violated"),
        ((TELL, "坐席：请慢走。", TELL), "not_evaluated"),
        ((TELL, ASK, "客户：那就再见。"), "violated"),
        ((TELL, ASK, TELL, ASK, TELL, "坐席：好嘞。", "客户：那就再见。"), "met"),
        ((TELL, "坐席：好嘞。", TELL, ASK, TELL, ASK), "violated"),
    ],
)
def test_closing(lines: tuple[str, ...], expected: str) -> None:
    assert status(CLOSING, *lines) == expected


def test_missing_closing_is_reported_at_the_agents_last_turn() -> None:
    assert places(CLOSING, TELL, ASK, TELL, "坐席：就这些，", "坐席：好了吧。") == [(4, "好了吧。")]


def test_anywhere() -> None:
    anywhere = "{require: 致歉安抚, at: anywhere}"
    assert status(anywhere, *[ASK, TELL] * 9, SORRY) == "met"
    assert status(anywhere, SORRY, *[TELL, ASK] * 9) == "met"
    assert places(anywhere, TELL, ASK, TELL, ASK, TELL) == [(1, "请接着讲。")]
    assert status(anywhere.replace("致歉安抚", "问候"), *[TELL, ASK] * 3, "坐席：喂。") == "met"


def test_only_the_agent_can_meet_a_demand() -> None:
    goodbye = "{require: 通话结束, at: closing, within: 1}"
    assert status(goodbye, TELL, ASK, "客户：那就再见。") == "violated"
    assert status("{require: 通话结束, at: anywhere}", "客户：那就再见。", ASK) == "violated"
    assert status("{require: 通话结束, when: 投诉诉求}", ANGRY, ASK, BYE) == "violated"


# --- cut-off calls


def test_trigger_in_the_last_words_of_a_cut_call_is_not_evaluated() -> None:
    said = verdict(STRICT, ASK, ANGRY)
    assert (said.status, said.reason) == ("not_evaluated", "触发之后录音截断")


def test_met_before_and_open_at_the_cut_is_not_evaluated() -> None:
    said = verdict(STRICT, ANGRY, SORRY, TELL, ASK, ANGRY)
    assert (said.status, said.turn) == ("not_evaluated", 1)


def test_missing_before_and_open_at_the_cut_is_violated() -> None:
    lines = (ANGRY, ASK, TELL, ASK, TELL, SORRY, TELL, ASK, ANGRY)
    assert status(STRICT, *lines) == "violated"


def test_window_cut_short_is_only_worth_a_look() -> None:
    assert one(STRICT, ANGRY, ASK, TELL).certainty == "review"
    assert one(STRICT, ANGRY, ASK, TELL, ASK, TELL).certainty == "certain"
    assert one(STRICT, ANGRY, ASK, BYE).certainty == "certain"


def test_window_to_the_end_is_cut_short_by_any_cut() -> None:
    assert one(TO_END, ANGRY, ASK, TELL, ASK, TELL).certainty == "review"
    assert one(TO_END, ANGRY, ASK, TELL, ASK).certainty == "certain"
