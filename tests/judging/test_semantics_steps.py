"""A turn is one step of a sequence only, unless the rule says that two share it."""

from __future__ import annotations

import pytest

from .marked import rules

APART = rules("{sequence: [{歉: 致歉安抚}, {训: 训人}], span: 4}")
SHARED = rules("{sequence: [{歉: 致歉安抚}, {同轮 训: 训人}], span: 4}")
TWICE = rules("{sequence: [{等: 稍等}, {又等: 稍等}], span: 4}")
SHARED_TWICE = rules("{sequence: [{等: 稍等}, {同轮 又等: 稍等}], span: 4}")


# --- one turn, one step; ★ marks where the last step is said

ONE_TURN = [
    "坐席：抱歉，您别喊。 ★",
    "坐席：抱歉， / 坐席：您别喊。 ★",
    "坐席：抱歉， / 客户：嗯。 / 坐席：您别喊。 ★",
    "坐席：抱歉， / 客户：好的。 / 坐席：您别喊。 ★",
    "坐席：抱歉， / 坐席：嗯。 / 坐席：您别喊。 ★",
    "坐席：抱歉， / 坐席2：嗯。 / 坐席：您别喊。 ★",
    "坐席：抱歉， / 系统：保持。 / 坐席：您别喊。 ★",
    "坐席：抱歉， / 客户： / 坐席：您别喊。 ★",
]
TWO_TURNS = [
    "坐席：抱歉。 / 客户：快点。 / 坐席：您别喊。 ★",
    "坐席：抱歉。 / 坐席2：您别喊。 ★",
    "坐席1：抱歉。 / 坐席2：您别喊。 ★",
    "坐席：抱歉。 / 机器人：请稍候。 / 坐席：您别喊。 ★",
    "坐席：抱歉。 / 未知：他说呢。 / 坐席：您别喊。 ★",
]
FRAMES = ["客户：宽带的事情。 / {}", "{} / 客户：宽带的事情。", "客户：报修。 / {} / 客户：快点。"]
"""At the end, at the start and in the middle of a call; two of them end on the customer's words."""


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("spoken", ONE_TURN)
def test_one_turn_is_one_step(spoken: str, frame: str) -> None:
    call = frame.format(spoken)
    APART.says(f"{call.replace('★', '')} / = met")
    SHARED.says(f"{call.replace('★', '←')} / = violated")


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("spoken", TWO_TURNS)
def test_two_turns_are_two_steps(spoken: str, frame: str) -> None:
    call = frame.format(spoken).replace("★", "←")
    APART.says(f"{call} / = violated")
    SHARED.says(f"{call} / = violated")


@pytest.mark.parametrize(
    "spoken",
    ["坐席：您别喊，抱歉。", "坐席：您别喊， / 坐席：抱歉。", "坐席：您别喊。 / 坐席2：抱歉。"],
)
def test_steps_come_in_their_order(spoken: str) -> None:
    APART.says(f"客户：快点。 / {spoken} / = met")
    SHARED.says(f"客户：快点。 / {spoken} / = met")


@pytest.mark.parametrize("speaker", ["客户", "机器人", "系统", "未知"])
def test_words_of_others_are_no_step(speaker: str) -> None:
    APART.says(f"客户：快点。 / 坐席：抱歉。 / {speaker}：您别喊。 / 坐席：请讲。 / = met")
    none = "not_applicable：没有出现第一步"
    APART.says(f"客户：快点。 / {speaker}：抱歉。 / 坐席：您别喊。 / = {none}")


# --- the same words as two steps


def test_words_said_once_are_one_step_even_where_steps_may_share_a_turn() -> None:
    TWICE.says("客户：快点。 / 坐席：请稍等。 / = met")
    SHARED_TWICE.says("客户：快点。 / 坐席：请稍等。 / = met")


def test_words_said_twice_in_a_turn_are_two_steps_only_where_they_may_share_it() -> None:
    TWICE.says("客户：快点。 / 坐席：请稍等，再请稍等。 / = met")
    TWICE.says("客户：快点。 / 坐席：请稍等， / 客户：嗯。 / 坐席：请稍等。 / = met")
    SHARED_TWICE.says("客户：快点。 / 坐席：请稍等，再请稍等。 ← / = violated")
    SHARED_TWICE.says("客户：快点。 / 坐席：请稍等， / 客户：嗯。 / 坐席：请稍等。 ← / = violated")


def test_words_said_in_two_turns_are_two_steps() -> None:
    TWICE.says("客户：快点。 / 坐席：请稍等。 / 客户：快点。 / 坐席：请稍等。 ← / = violated")
    TWICE.says("客户：快点。 / 坐席：请稍等。 / 坐席2：请稍等。 ← / = violated")


# --- three steps

SHORT = rules("{sequence: [{歉: 致歉安抚}, {应: 同意}, {训: 训人}]}")


def test_a_turn_that_goes_on_after_a_short_answer_is_still_one_step() -> None:
    SHORT.says("客户：快点。 / 坐席：抱歉， / 客户：好的。 / 坐席：您别喊。 / = met")
    SHORT.says("客户：快点。 / 坐席：抱歉。 / 客户：好的。 / 坐席2：您别喊。 ← / = violated")
    SHORT.says("""
        坐席：抱歉。 / 客户：好的。 / 客户：快点。
        坐席：您别喊。             ←
        = violated
    """)


def test_all_steps_may_share_a_turn_where_each_says_so() -> None:
    all_in_one = rules("{sequence: [{歉: 致歉安抚}, {同轮 等: 稍等}, {同轮 训: 训人}]}")
    all_in_one.says("客户：快点。 / 坐席：抱歉，请稍等，别喊。 ← / = violated")
    all_in_one.says("客户：快点。 / 坐席：抱歉。 / 坐席2：请稍等，别喊。 ← / = violated")
    first_two = rules("{sequence: [{歉: 致歉安抚}, {同轮 等: 稍等}, {训: 训人}]}")
    first_two.says("客户：快点。 / 坐席：抱歉，请稍等，别喊。 / = met")
    first_two.says("客户：快点。 / 坐席：抱歉，请稍等。 / 坐席2：别喊。 ← / = violated")


def test_a_step_shares_the_turn_of_the_step_before_and_no_other() -> None:
    rules("{sequence: [{歉: 致歉安抚}, {应: 同意}, {同轮 训: 训人}]}").says("""
        客户：快点。 / 坐席：抱歉， / 客户：好的。 / 坐席：您别喊。
        = met
    """)


# --- the span, to the turn


def spanning(between: str) -> str:
    return f"坐席：抱歉。 / {between} / 坐席：您别喊。"


FILL = "客户：快点。 / 坐席：请讲。 / 客户：快点。"


@pytest.mark.parametrize(
    "hum",
    [
        "客户：嗯。",
        "坐席：好的。",
        "坐席2：嗯。",
        "客户：",
        "系统：保持。",
        "机器人：请评价。",
        "客户：我急。",
    ],
)
def test_the_last_turn_of_the_span_is_in_and_the_next_is_out(hum: str) -> None:
    APART.says(f"{spanning(f'{FILL} / {hum}')} ← / 客户：再见。 / = violated")
    APART.says(f"{spanning(f'{FILL} / 客户2：我急。 / {hum}')} / 客户：再见。 / = met")


@pytest.mark.parametrize("more", ["坐席2：请讲。", "客户2：快点。", "未知：他说呢。"])
def test_every_speaker_that_says_something_counts(more: str) -> None:
    APART.says(f"{spanning(f'{FILL} / {more}')} / 客户：再见。 / = met")


def test_without_roles_it_is_not_evaluated() -> None:
    APART.says("未知：抱歉。 / 未知：别喊。 / = not_evaluated：不知道谁是坐席、谁是客户")
