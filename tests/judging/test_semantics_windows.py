"""A window is n substantive agent turns after the trigger's turn, that turn itself excluded."""

from __future__ import annotations

import pytest

from .helpers import status
from .marked import rules

FORBID = "{forbid: 训人, when: [投诉诉求, 稍等], within: 2}"
REQUIRE = "{require: 致歉安抚, when: [投诉诉求, 稍等], within: 2, credit: 0}"
BOTH = rules(FORBID, REQUIRE)


def covers(spoken: str) -> bool:
    """Whether ★ stands in the window: forbidden there it is found, required there it is enough."""
    lines = spoken.split(" / ")
    forbidden = status(FORBID, *(line.replace("★", "别喊") for line in lines))
    required = status(REQUIRE, *(line.replace("★", "抱歉") for line in lines))
    assert (forbidden, required) in (("violated", "met"), ("met", "violated"))
    return forbidden == "violated"


# --- the edges

ONE_MORE = " / 客户：接着说。 / 坐席：请讲。"


@pytest.mark.parametrize(
    ("spoken", "inside"),
    [
        ("客户：我要投诉。 / 坐席：★。", True),
        ("客户：我要投诉。 / 坐席：请讲。 / 客户：快点。 / 坐席：★。", True),
        (f"客户：我要投诉。{ONE_MORE} / 客户：快点。 / 坐席：★。", True),
        (f"客户：我要投诉。 / 坐席：请讲。{ONE_MORE} / 客户：快点。 / 坐席：★。", False),
        ("客户：快点。 / 坐席：★。 / 客户：我要投诉。 / 坐席：请讲。", False),
        ("坐席：★。 / 客户：我要投诉。 / 坐席：请讲。", False),
    ],
)
def test_the_nth_turn_is_in_and_the_next_is_out(spoken: str, inside: bool) -> None:
    assert covers(spoken) is inside


@pytest.mark.parametrize(
    ("spoken", "inside"),
    [
        ("客户：快点。 / 坐席：请稍等，★。 / 客户：快点。 / 坐席：请讲。", False),
        ("客户：快点。 / 坐席：★，请稍等。 / 客户：快点。 / 坐席：请讲。", False),
        ("客户：快点。 / 坐席：请稍等， / 坐席：★。 / 客户：快点。 / 坐席：请讲。", False),
        ("客户：快点。 / 坐席：请稍等， / 客户：嗯。 / 坐席：★。 / 客户：快点。", False),
        ("客户：快点。 / 坐席：请稍等， / 坐席：嗯。 / 坐席：★。 / 客户：快点。", False),
        ("客户：快点。 / 坐席：请稍等， / 系统：静音。 / 坐席：★。 / 客户：快点。", False),
        ("客户：快点。 / 坐席：请稍等。 / 客户：快点。 / 坐席：★。", True),
        ("客户：快点。 / 坐席：请稍等。 / 坐席2：★。", True),
        ("客户：快点。 / 坐席：请稍等。 / 机器人：按一。 / 坐席：★。", True),
    ],
)
def test_the_triggers_own_turn_is_out_however_it_was_cut(spoken: str, inside: bool) -> None:
    assert covers(f"{spoken} / 坐席：再见。") is inside


def test_the_own_turn_of_a_trigger_is_no_turn_of_the_window() -> None:
    asked = "客户：快点。 / 坐席：请稍等。 / 客户：快点。 / 坐席：请讲。 / 客户：快点。"
    assert covers(f"{asked} / 坐席：★。")
    assert not covers(f"{asked} / 坐席：请讲。 / 客户：快点。 / 坐席：★。")


# --- what counts as one turn: each line of ``first`` is one agent turn and no more


@pytest.mark.parametrize(
    "first",
    [
        "坐席：请讲，我在听。",
        "坐席：请讲， / 坐席：我在听。",
        "坐席：请讲， / 坐席：我在听， / 坐席：慢慢说。",
        "坐席：请讲， / 客户：嗯。 / 坐席：我在听。",
        "坐席：请讲， / 客户：好的。 / 坐席：我在听。",
        "坐席：请讲， / 坐席：嗯。 / 坐席：我在听。",
        "坐席：请讲， / 坐席2：嗯。 / 坐席：我在听。",
        "坐席：请讲， / 系统：通话保持。 / 坐席：我在听。",
        "坐席：请讲， / 坐席： / 坐席：我在听。",
        "坐席：请讲， / 坐席：…… / 坐席：我在听。",
        "坐席：请讲， / 机器人：嗯。 / 坐席：我在听。",
        "坐席：嗯。 / 客户：快点。 / 坐席：请讲。",
        "坐席：好的。 / 客户：快点。 / 坐席：请讲。",
        "坐席：请讲。 / 客户：快点。 / 坐席2：好的。",
        "坐席： / 客户：快点。 / 坐席：请讲。",
        "坐席：请讲。 / 客户：快点。 / 机器人：请评价。",
        "系统：通话保持。 / 坐席：请讲。",
        "坐席：请讲。 / 客户：快点。 / 未知：他说呢。",
    ],
)
def test_what_is_one_turn_of_the_window(first: str) -> None:
    said = f"客户：我要投诉。 / {first} / 客户：快点。"
    assert covers(f"{said} / 坐席：★。")
    assert not covers(f"{said} / 坐席：请讲。 / 客户：快点。 / 坐席：★。")


@pytest.mark.parametrize(
    "both",
    [
        "坐席：请讲。 / 坐席2：我在听。",
        "坐席1：请讲。 / 坐席2：我在听。",
        "坐席：请讲。 / 坐席2：嗯。 / 坐席2：我在听。",
        "坐席：请讲。 / 机器人：转接中。 / 坐席：我在听。",
        "坐席：请讲。 / 未知：他说呢。 / 坐席：我在听。",
        "坐席：请讲。 / 客户：快点。 / 坐席：我在听。",
    ],
)
def test_what_is_two_turns_of_the_window(both: str) -> None:
    assert covers("客户：我要投诉。 / 坐席：请讲。 / 坐席2：★。")
    assert not covers(f"客户：我要投诉。 / {both} / 客户：快点。 / 坐席：★。")


@pytest.mark.parametrize("speaker", ["机器人", "系统", "未知", "客户"])
def test_words_of_others_in_the_window_are_not_the_agents(speaker: str) -> None:
    assert not covers(f"客户：我要投诉。 / {speaker}：★。 / 坐席：请讲。")


# --- the trigger's turn


@pytest.mark.parametrize(
    "trigger",
    [
        "客户：我要投诉， / 客户：不投诉不行。",
        "客户：我不管， / 客户：我要投诉。",
        "客户：我要投诉， / 坐席：嗯。 / 客户：不投诉不行。",
        "客户：我要投诉， / 坐席：好的。 / 客户：快点。",
        "客户：我要投诉。 / 客户2：快点。",
        "客户：我要投诉。 / 机器人：请稍候。",
        "客户：我要投诉。 / 系统：通话保持。",
        "客户：我要投诉。 / 客户：",
    ],
)
def test_a_trigger_cut_into_fragments_opens_one_window(trigger: str) -> None:
    assert covers(f"{trigger} / 坐席：请讲。 / 客户：快点。 / 坐席：★。")
    assert not covers(f"{trigger} / 坐席：请讲。{ONE_MORE} / 客户：快点。 / 坐席：★。")


# --- verdicts


def test_no_trigger_is_not_applicable() -> None:
    BOTH.says("""
        客户：宽带的事情。
        坐席：您别喊。
        = not_applicable：没有出现触发条件; not_applicable：没有出现触发条件
    """)


@pytest.mark.parametrize("speaker", ["坐席", "机器人", "系统", "未知"])
def test_a_customers_trigger_in_other_mouths_is_none(speaker: str) -> None:
    BOTH.says(f"""
        {speaker}：我要投诉。
        坐席：您别喊。
        客户：宽带的事情。
        = not_applicable：没有出现触发条件; not_applicable：没有出现触发条件
    """)


def test_found_and_missing_are_marked_where_they_stand() -> None:
    BOTH.says("""
        客户：我要投诉。
        坐席：请讲，               ← r2 info late
        客户：嗯。
        坐席：您别喊。             ← r1
        客户：快点。 / 坐席：请讲。 / 客户：快点。 / 坐席：抱歉，您别喊。
        = violated; violated
    """)


def test_a_missing_thing_is_marked_at_the_first_agent_turn_of_its_window() -> None:
    rules(REQUIRE).says("""
        客户：我要投诉。
        坐席：嗯。
        机器人：转接中。
        坐席2：请讲。              ← warning
        客户：快点。
        坐席：请讲。
        = violated
    """)


def test_a_turn_that_a_short_trigger_stands_in_is_marked_where_it_goes_on() -> None:
    rules("{require: 致歉安抚, when: 同意, within: 1, credit: 0}").says("""
        客户：快点。 / 坐席：请讲，
        客户：好的。
        坐席：我在听。             ← warning
        客户：快点。 / 坐席：请讲。
        = violated
    """)


def test_met_says_in_which_turn() -> None:
    rules(REQUIRE).says("""
        客户：我要投诉。 / 坐席：请讲， / 客户：嗯。 / 坐席：非常抱歉。
        = met 3
    """)


# --- cut-off calls: the last words are the customer's, and no one said goodbye


def test_no_agent_turn_after_the_trigger_in_a_cut_call_is_not_evaluated() -> None:
    rules(REQUIRE).says("""
        坐席：请讲。 / 客户：我要投诉。
        = not_evaluated：触发之后录音截断
    """)
    rules(REQUIRE).says("""
        坐席：请讲。 / 客户：我要投诉。 / 坐席：嗯。 / 机器人：请评价。 / 系统：通话结束。
        = not_evaluated：触发之后录音截断
    """)


def test_no_agent_turn_after_the_trigger_in_a_call_that_ended_is_marked_at_the_trigger() -> None:
    rules(REQUIRE).says("""
        坐席：请讲。
        客户：我要投诉，再见。     ← warning
        = violated
    """)


def test_a_window_that_the_cut_took_short_is_worth_a_look() -> None:
    rules(REQUIRE).says("""
        客户：我要投诉。
        坐席：请讲。               ← review
        客户：快点。
        = violated
    """)


def test_a_full_window_is_certain_though_the_call_was_cut_later() -> None:
    rules(REQUIRE).says("""
        客户：我要投诉。
        坐席：请讲。               ← warning
        坐席2：请讲。 / 客户：快点。
        = violated
    """)


def test_what_is_forbidden_is_certain_in_a_cut_call_too() -> None:
    rules(FORBID).says("""
        客户：我要投诉。
        坐席：您别喊。             ← warning
        客户：快点。
        = violated
    """)


# --- doubtful roles


@pytest.mark.parametrize(
    ("spoken", "reason"),
    [
        ("未知：我要投诉。 / 未知：您别喊。", "不知道谁是坐席、谁是客户"),
        ("客户：我要投诉。 / 未知：您别喊。", "不知道谁是坐席、谁是客户"),
        ("未知：我要投诉。 / 坐席：您别喊。", "不知道谁是坐席、谁是客户"),
        ("客户：我要投诉。 / 机器人：您别喊。 / 系统：挂机。", "只有客户的话"),
    ],
)
def test_without_an_agent_or_without_a_customer_nothing_is_evaluated(
    spoken: str, reason: str
) -> None:
    unknown = f"not_evaluated：{reason}"
    BOTH.says(f"{spoken} / = {unknown}; {unknown}")


def test_what_an_unknown_speaker_said_in_the_window_makes_the_missing_thing_doubtful() -> None:
    rules(REQUIRE).says("""
        客户：我要投诉。
        未知：非常抱歉。
        客户：快点。
        坐席：请讲。               ← review
        = violated
    """)
