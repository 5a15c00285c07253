"""Repeated triggers are one episode until the demand is met or six quiet turns pass."""

from __future__ import annotations

import pytest

from .helpers import chain, one
from .marked import rules

APOLOGY = "{when: [投诉诉求, 情绪], require: 致歉安抚, within: 2, credit: 0, late: 1}"
CASE = rules(APOLOGY)


# --- one finding an episode


def test_triggers_turn_after_turn_are_one_finding() -> None:
    CASE.says("""
        客户：我要投诉。
        坐席：请讲。               ← warning
        客户：真烦。 / 坐席：请讲。 / 客户：我要投诉。 / 坐席：请讲。
        = violated
    """)


@pytest.mark.parametrize(
    "triggers",
    [
        "客户：我要投诉，真烦。",
        "客户：我要投诉， / 客户：真烦。",
        "客户：我要投诉， / 坐席：嗯。 / 客户：真烦。",
        "客户：我要投诉， / 坐席：好的。 / 客户：真烦。",
        "客户：我要投诉， / 系统：保持。 / 客户：真烦。",
        "客户：我要投诉。 / 机器人：请稍候。 / 客户：真烦。",
        "客户：我要投诉。 / 客户2：真烦。",
    ],
)
def test_triggers_with_no_answer_between_are_one_finding(triggers: str) -> None:
    CASE.says(f"""
        坐席：请讲。
        {triggers}
        坐席：请讲。               ← warning
        客户：快点。 / 坐席：请讲。
        = violated
    """)


def test_all_triggers_of_an_episode_are_its_evidence() -> None:
    found = one(APOLOGY, "客户：我要投诉。", "坐席：请讲。", "客户：真烦。", "坐席：请讲。")
    assert chain(found) == [(0, "trigger", "我要投诉"), (2, "again", "真烦")]


def test_words_of_others_are_no_repeated_trigger() -> None:
    rules("{when: 投诉诉求, require: 致歉安抚, within: 1, credit: 0}").says("""
        客户：我要投诉。
        坐席：抱歉。
        未知：我要投诉。 / 坐席：请讲。
        机器人：我要投诉。 / 坐席：请讲。
        坐席2：我要投诉。 / 坐席：请讲。
        = met 1
    """)


# --- until the demand is met

MET = "客户：我要投诉。 / 坐席：抱歉。"
AGAIN = """
        客户：真烦。
        坐席：请讲。               ← warning
        客户：快点。 / 坐席：请讲。
"""


@pytest.mark.parametrize(
    "answer",
    [
        "坐席：抱歉。",
        "坐席：请讲， / 客户：嗯。 / 坐席：抱歉。",
        "坐席：请讲， / 坐席：抱歉。",
        "坐席：嗯。 / 客户：快点。 / 坐席：抱歉。",
        "坐席：请讲。 / 坐席2：抱歉。",
        "坐席：请讲。 / 机器人：请稍候。 / 坐席：抱歉。",
    ],
)
def test_a_trigger_after_the_answer_is_a_new_episode(answer: str) -> None:
    met = len(answer.split(" / "))
    CASE.says(f"客户：我要投诉。 / {answer} {AGAIN} = violated {met}")


@pytest.mark.parametrize("speaker", ["机器人", "系统", "未知", "客户"])
def test_words_of_others_are_no_answer(speaker: str) -> None:
    CASE.says(f"""
        客户：我要投诉。 / {speaker}：抱歉。
        坐席：请讲。               ← warning
        客户：真烦。 / 坐席：请讲。 / 客户：快点。 / 坐席：请讲。
        = violated
    """)


def test_an_answer_that_came_late_ends_the_episode_too() -> None:
    CASE.says("""
        客户：我要投诉。
        坐席：请讲。               ← info late
        客户：快点。 / 坐席：请讲。 / 客户：快点。 / 坐席：抱歉。
        客户：真烦。
        坐席：请讲。               ← warning
        客户：快点。 / 坐席：请讲。
        = violated
    """)


def test_an_answer_too_late_to_be_late_ends_it_too() -> None:
    CASE.says("""
        客户：我要投诉。
        坐席：请讲。               ← warning
        客户：快点。 / 坐席：请讲。 / 客户：真烦。 / 坐席：请讲。 / 客户：快点。 / 坐席：抱歉。
        客户：真烦。
        坐席：请讲。               ← warning
        客户：快点。 / 坐席：请讲。
        = violated
    """)


def test_each_episode_that_was_answered_is_met() -> None:
    CASE.says(f"{MET} / {MET} / {MET} / = met 1")


# --- until six turns pass without one


def quiet(*between: str) -> str:
    """How many episodes there are with these turns between two triggers."""
    lines = " / ".join(between)
    return f"客户：我要投诉。 / 坐席：请讲。 ← / {lines}"


TURNS = ("客户：快点。", "坐席：请讲。") * 3
ONE = "客户：真烦。 / 坐席：请讲。 / = violated"
TWO = "客户：真烦。 / 坐席：请讲。 ← / = violated"


def test_after_five_quiet_turns_it_is_the_same_episode() -> None:
    CASE.says(f"{quiet(*TURNS[:4])} / {ONE}")


def test_after_six_it_is_a_new_one() -> None:
    CASE.says(f"{quiet(*TURNS[:4], '坐席2：请讲。')} / {TWO}")


@pytest.mark.parametrize(
    "more",
    ["坐席2：请讲。", "客户2：快点。", "未知：他说呢。"],
)
def test_every_speaker_that_says_something_counts(more: str) -> None:
    CASE.says(f"{quiet(*TURNS[:3], more, '坐席：请讲。')} / {TWO}")


@pytest.mark.parametrize(
    "more",
    [
        "客户：嗯。",
        "坐席：好的。",
        "坐席2：嗯嗯。",
        "坐席：",
        "坐席：……",
        "坐席：我在听。",
        "客户：嗯。 / 坐席：我在听。",
        "系统：保持。 / 坐席：我在听。",
        "系统：通话保持。",
        "机器人：请评价。",
    ],
)
def test_what_is_no_turn_of_its_own_does_not_count(more: str) -> None:
    CASE.says(f"{quiet(*TURNS[:4], more)} / {ONE}")
    CASE.says(f"{quiet(*TURNS[:4], more, '坐席2：请讲。')} / {TWO}")


def test_quiet_begins_again_with_each_trigger() -> None:
    CASE.says(f"{quiet(*TURNS[:4])} / 客户：真烦。 / {' / '.join(TURNS[1:])} / {ONE}")


SHORT = rules("{when: [投诉诉求, 同意], require: 致歉安抚, within: 1, credit: 0}")
"""Its second trigger is a word that is no turn: 好的。"""


def test_quiet_after_a_trigger_that_is_no_turn() -> None:
    SHORT.says(f"""
        坐席：请讲。 / 客户：好的。
        坐席2：请讲。              ← warning
        {" / ".join(TURNS[:4])} / 客户：我要投诉。 / 坐席：请讲。
        = violated
    """)
    SHORT.says(f"""
        坐席：请讲。 / 客户：好的。
        坐席2：请讲。              ← warning
        {" / ".join(TURNS[:4])} / 坐席2：请讲。 / 客户：我要投诉。
        坐席：请讲。               ← warning
        = violated
    """)


def test_five_quiet_turns_before_a_trigger_that_is_no_turn() -> None:
    SHORT.says(f"""
        客户：我要投诉。
        坐席：请讲。               ← warning
        {" / ".join(TURNS[:4])} / 客户：好的。 / 坐席2：请讲。
        = violated
    """)


def test_six_quiet_turns_before_a_trigger_that_is_no_turn() -> None:
    SHORT.says(f"""
        客户：我要投诉。
        坐席：请讲。               ← warning
        {" / ".join(TURNS[:4])} / 坐席2：请讲。 / 客户：好的。
        坐席：请讲。               ← warning
        = violated
    """)


# --- the ends of the call


def test_an_episode_that_the_cut_left_open_is_not_evaluated() -> None:
    CASE.says(f"{MET} / 客户：真烦。 / = not_evaluated 1：触发之后录音截断")


def test_an_episode_missing_before_the_one_that_was_cut_is_found() -> None:
    CASE.says("""
        客户：我要投诉。
        坐席：请讲。               ← info late
        客户：快点。 / 坐席：请讲。 / 客户：快点。 / 坐席：抱歉。 / 客户：真烦。
        = violated
    """)


def test_an_episode_at_the_end_of_a_call_that_ended_is_marked_at_its_trigger() -> None:
    CASE.says(f"""
        {MET}
        客户：真烦，再见。         ← warning
        = violated 1
    """)
