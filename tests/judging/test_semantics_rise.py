"""Heat rises above the maximum of the three customer turns before, or at the ceiling by hits."""

from __future__ import annotations

import pytest

from .marked import rules

CAUSE = "{forbid: 训人}"
CASE = rules(CAUSE, "{rise: {after: [tone], signal: 情绪}, category: heat}")
"""情绪: 真烦 is level 1, 气人 level 2, 混账 level 3, the ceiling. Two customer turns after."""
SCOLD = "坐席：您别喊。 ← r1"


def rises(before: str, after: str, *, cause: str = SCOLD) -> None:
    CASE.says(f"{before} / {cause}; r2 / {after} / = violated; violated")


def stays(before: str, after: str, *, cause: str = SCOLD) -> None:
    CASE.says(f"{before} / {cause} / {after} / = violated; met")


# --- above the maximum


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("客户：快点。", "客户：真烦。"),
        ("客户：真烦。", "客户：气人。"),
        ("客户：真烦。", "客户：混账。"),
        ("客户：气人。", "客户：混账。"),
        ("客户：真烦，真烦，真烦。", "客户：气人。"),
        ("", "客户：真烦。"),
    ],
)
def test_a_higher_level_is_a_rise(before: str, after: str) -> None:
    rises(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("客户：快点。", "客户：快点。"),
        ("客户：真烦。", "客户：真烦。"),
        ("客户：真烦。", "客户：真烦，你真烦。"),
        ("客户：气人。", "客户：气人，真气人。"),
        ("客户：混账。", "客户：气人，真烦，气人。"),
        ("客户：气人，真烦。", "客户：真烦。"),
    ],
)
def test_the_same_level_or_a_lower_one_is_none(before: str, after: str) -> None:
    stays(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("客户：混账。", "客户：混账，你混账。"),
        ("客户：混账，真烦。", "客户：混账，你混账。"),
        ("客户：混账。", "客户：混账， / 坐席：嗯。 / 客户：你混账。"),
        ("客户：混账。", "客户：混账， / 客户：你混账。"),
    ],
)
def test_at_the_ceiling_more_hits_are_a_rise(before: str, after: str) -> None:
    rises(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("客户：混账。", "客户：混账。"),
        ("客户：混账，你混账。", "客户：混账，你混账。"),
        ("客户：混账， / 客户：你混账。", "客户：混账，你混账。"),
        ("客户：混账， / 坐席：嗯。 / 客户：你混账。", "客户：混账，你混账。"),
        ("客户：混账。", "客户：混账，真烦。"),
        ("客户：混账。", "客户：混账。 / 坐席：请讲。 / 客户：混账。"),
    ],
)
def test_at_the_ceiling_as_many_hits_are_none(before: str, after: str) -> None:
    stays(before, after)


# --- the three turns before

CALM = " / 坐席：请讲。 / 客户：快点。"


def test_the_third_turn_before_is_in_and_the_fourth_is_out() -> None:
    stays(f"客户：气人。{CALM * 2}", "客户：气人。")
    rises(f"客户：气人。{CALM * 3}", "客户：气人。")


def test_the_maximum_of_the_three_counts_wherever_it_stands() -> None:
    for hot in range(3):
        turns = ["客户：快点。"] * 3
        turns[hot] = "客户：气人。"
        stays(" / 坐席：请讲。 / ".join(turns), "客户：气人。")


@pytest.mark.parametrize(
    "turn",
    [
        "客户：快点， / 客户：我急。",
        "客户：快点， / 坐席：嗯。 / 客户：我急。",
        "客户：快点， / 系统：保持。 / 客户：我急。",
        "客户：快点。 / 坐席：请讲。 / 客户：嗯。",
        "客户：快点。 / 坐席：请讲。 / 客户：好的。",
        "客户：快点。 / 坐席：请讲。 / 客户：",
        "客户：快点。 / 机器人：请稍候。",
        "客户：快点。 / 坐席：请讲。 / 未知：气人。",
        "客户：快点。 / 坐席：请讲。 / 坐席2：请讲。",
    ],
)
def test_what_is_one_customer_turn(turn: str) -> None:
    stays(f"客户：气人。 / 坐席：请讲。 / {turn}{CALM}", "客户：气人。")
    rises(f"客户：气人。 / 坐席：请讲。 / {turn}{CALM * 2}", "客户：气人。")


@pytest.mark.parametrize(
    "turns", ["客户：快点。 / 客户2：我急。", "客户：快点。 / 机器人：请稍候。 / 客户：我急。"]
)
def test_what_is_two_customer_turns(turns: str) -> None:
    rises(f"客户：气人。 / 坐席：请讲。 / {turns}{CALM}", "客户：气人。")


# --- the turns after


def test_the_second_turn_after_is_in_and_the_third_is_out() -> None:
    rises("客户：快点。", "客户：快点。 / 坐席：请讲。 / 客户：真烦。")
    stays("客户：快点。", f"客户：快点。{CALM} / 坐席：请讲。 / 客户：真烦。")


@pytest.mark.parametrize(
    "after",
    [
        "客户：嗯。 / 坐席：请讲。 / 客户：快点。 / 坐席：请讲。 / 客户：真烦。",
        "机器人：气人。 / 客户：快点。 / 坐席：请讲。 / 客户：真烦。",
        "客户：快点， / 坐席：嗯。 / 客户：我急。 / 坐席：请讲。 / 客户：真烦。",
        "坐席2：请讲。 / 客户：快点。 / 坐席：请讲。 / 客户：真烦。",
    ],
)
def test_what_is_no_customer_turn_after(after: str) -> None:
    rises("客户：快点。", after)


@pytest.mark.parametrize("speaker", ["坐席", "坐席2", "机器人", "系统", "未知"])
def test_heat_in_other_mouths_is_none(speaker: str) -> None:
    stays("客户：快点。", f"{speaker}：混账。 / 客户：快点。")


# --- the cause


def test_a_cause_in_fragments_or_by_the_second_agent() -> None:
    rises("客户：气人。", "客户：混账。", cause="坐席：请讲， / 客户：嗯。 / 坐席：您别喊。 ← r1")
    rises("客户：气人。", "客户：混账。", cause="坐席：请讲。 / 坐席2：您别喊。 ← r1")
    stays("客户：气人。", "客户：气人。", cause="坐席：请讲。 / 坐席2：您别喊。 ← r1")


def test_each_cause_is_compared_with_what_was_before_it() -> None:
    CASE.says("""
        客户：真烦。
        坐席：您别喊。             ← r1; r2
        客户：气人。
        坐席2：您别喊。            ← r1
        客户：气人。
        = violated; violated
    """)


def test_no_cause_is_not_applicable() -> None:
    CASE.says(
        "客户：真烦。 / 坐席：请讲。 / 客户：混账。 / = met; not_applicable：坐席没有拱火的话"
    )
    CASE.says(
        "客户：真烦。 / 未知：别喊。 / 坐席：请讲。 / 客户：混账。 / "
        "= met; not_applicable：坐席没有拱火的话"
    )


def test_a_cause_with_no_customer_turn_after_it_is_met() -> None:
    stays("客户：真烦。", "坐席2：请讲。")
    stays("客户：真烦。", "客户：嗯。")


def test_heat_after_a_short_cause_within_the_customers_turn() -> None:
    rules("{forbid: 结束语}", "{rise: {after: [tone], signal: 情绪}, category: heat}").says("""
        客户：真烦，
        坐席：好嘞。               ← r1; r2
        客户：混账。
        坐席：请讲。
        = violated; violated
    """)


def test_without_roles_it_is_not_evaluated() -> None:
    unknown = "not_evaluated：不知道谁是坐席、谁是客户"
    CASE.says(f"未知：真烦。 / 未知：别喊。 / 未知：混账。 / = {unknown}; {unknown}")
