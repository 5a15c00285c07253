"""Said in the one agent turn before the trigger it counts; up to five too late it is late."""

from __future__ import annotations

import pytest

from .marked import rules

REQUIRE = "{when: [投诉诉求, 稍等], require: 致歉安抚, within: 2, late: 5}"
CASE = rules(REQUIRE)
AFTER = "坐席：请讲。 / 客户：快点。 / 坐席：请讲。"
MISSING = "坐席：请讲。 ← / 客户：快点。 / 坐席：请讲。 / = violated"


# --- before


@pytest.mark.parametrize(
    "before",
    [
        "坐席：抱歉。",
        "坐席：抱歉，请讲。",
        "坐席：抱歉， / 坐席：请讲。",
        "坐席：抱歉， / 客户：嗯。 / 坐席：请讲。",
        "坐席：抱歉， / 系统：保持。 / 坐席：请讲。",
        "坐席：抱歉。 / 坐席：嗯。",
        "坐席：抱歉。 / 坐席2：好的。",
        "坐席：抱歉。 / 坐席：",
        "坐席：抱歉。 / 机器人：请稍候。",
        "坐席：抱歉。 / 系统：保持。",
        "坐席：抱歉。 / 未知：他说呢。",
        "坐席：抱歉。 / 客户：快点。 / 坐席：嗯。",
        "坐席：抱歉。 / 客户：快点。 / 客户2：快点。",
    ],
)
def test_the_one_turn_before_counts(before: str) -> None:
    CASE.says(f"{before} / 客户：我要投诉。 / {AFTER} / = met 0")


@pytest.mark.parametrize(
    "before",
    [
        "坐席：抱歉。 / 客户：快点。 / 坐席：请讲。",
        "坐席：抱歉。 / 坐席2：请讲。",
        "坐席：抱歉。 / 机器人：请稍候。 / 坐席：请讲。",
        "坐席：抱歉。 / 未知：他说呢。 / 坐席：请讲。",
        "机器人：抱歉。",
        "系统：抱歉。",
        "未知：抱歉。",
        "客户：抱歉。 / 坐席：嗯。",
    ],
)
def test_the_turn_before_that_and_words_of_others_do_not(before: str) -> None:
    CASE.says(f"{before} / 客户：我要投诉。 / {MISSING}")


def test_in_the_middle_of_the_call_as_at_its_start() -> None:
    CASE.says(f"坐席：请讲。 / 客户：快点。 / 坐席：抱歉。 / 客户：我要投诉。 / {AFTER} / = met 2")


def test_nothing_before_the_first_words_of_the_call() -> None:
    CASE.says(f"客户：我要投诉。 / {MISSING}")


@pytest.mark.parametrize(
    "own",
    [
        "坐席：抱歉，请稍等。",
        "坐席：抱歉， / 坐席：请稍等。",
        "坐席：抱歉， / 客户：嗯。 / 坐席：请稍等。",
    ],
)
def test_the_triggers_own_turn_is_not_the_one_before(own: str) -> None:
    CASE.says(f"客户：快点。 / {own} / 客户：快点。 / {MISSING}")


def test_the_turn_before_the_agents_own_trigger() -> None:
    CASE.says(f"坐席：抱歉。 / 客户：快点。 / 坐席：请稍等。 / 客户：快点。 / {AFTER} / = met 0")
    CASE.says(f"客户：快点。 / 坐席1：抱歉。 / 坐席2：请稍等。 / 客户：快点。 / {AFTER} / = met 1")


def test_a_credited_answer_is_enough_where_the_call_was_cut() -> None:
    CASE.says("坐席：抱歉。 / 客户：我要投诉。 / = met 0")
    CASE.says("坐席：抱歉。 / 客户：我要投诉。 / 坐席：请讲。 / 客户：快点。 / = met 0")


def test_no_credit_when_the_rule_says_so() -> None:
    none = rules("{when: 投诉诉求, require: 致歉安抚, within: 2, credit: 0}")
    none.says(f"坐席：抱歉。 / 客户：我要投诉。 / {MISSING}")


def test_no_credit_for_words_before_a_short_trigger_in_a_turn_that_goes_on() -> None:
    rules("{when: 同意, require: 致歉安抚, within: 1, credit: 0}").says("""
        客户：快点。 / 坐席：抱歉，
        客户：好的。
        坐席：请讲。               ← warning
        客户：快点。 / 坐席：请讲。
        = violated
    """)


# --- after the window


def late(turns: int, *, extra: str = "") -> str:
    """A call in which so many agent turns pass after the window before the apology."""
    passing = " / 客户：快点。 / 坐席：请讲。" * turns
    return f"""
        客户：我要投诉。
        坐席：请讲。               ← LATE
        客户：快点。 / 坐席：请讲。 {passing} {extra}
        客户：快点。 / 坐席：抱歉。
        = violated
    """


@pytest.mark.parametrize("turns", range(5))
def test_up_to_five_turns_after_the_window_it_is_late(turns: int) -> None:
    CASE.says(late(turns).replace("LATE", "info late"))


def test_after_five_turns_it_is_missing() -> None:
    CASE.says(late(5).replace("LATE", "warning"))


@pytest.mark.parametrize(
    "extra",
    [
        "/ 坐席：嗯。",
        "/ 坐席2：好的。",
        "/ 坐席：我在听。",
        "/ 客户：嗯。 / 坐席：我在听。",
        "/ 系统：保持。 / 坐席：我在听。",
        "/ 坐席：",
        "/ 机器人：请评价。",
        "/ 未知：他说呢。",
        "/ 客户：快点。",
    ],
)
def test_what_is_no_turn_of_the_agents_makes_nothing_later(extra: str) -> None:
    CASE.says(late(4, extra=extra).replace("LATE", "info late"))
    CASE.says(late(5, extra=extra).replace("LATE", "warning"))


@pytest.mark.parametrize("extra", ["/ 坐席2：请讲。", "/ 机器人：转接中。 / 坐席：请讲。"])
def test_what_is_a_turn_of_the_agents_does(extra: str) -> None:
    CASE.says(late(3, extra=extra).replace("LATE", "info late"))
    CASE.says(late(4, extra=extra).replace("LATE", "warning"))


@pytest.mark.parametrize("speaker", ["机器人", "系统", "未知", "客户"])
def test_words_of_others_after_the_window_are_not_late(speaker: str) -> None:
    CASE.says(f"""
        客户：我要投诉。
        坐席：请讲。               ← warning
        客户：快点。 / 坐席：请讲。 / {speaker}：抱歉。 / 坐席2：请讲。
        = violated
    """)


def test_late_words_of_the_second_agent_count() -> None:
    CASE.says("""
        客户：我要投诉。
        坐席：请讲。               ← info late
        坐席2：请讲。 / 坐席3：抱歉。
        = violated
    """)


def test_the_cut_may_come_right_after_the_late_words() -> None:
    CASE.says(late(0).replace("LATE", "info late").replace("= ", "客户：快点。 / = "))


def test_never_late_where_no_agent_turn_follows() -> None:
    CASE.says("""
        坐席：请讲。 / 客户：快点。 / 坐席：请讲。
        客户：我要投诉，再见。     ← warning
        = violated
    """)


def test_five_turns_unless_the_rule_says_otherwise() -> None:
    plain = rules("{when: 投诉诉求, require: 致歉安抚, within: 2}")
    plain.says(late(4).replace("LATE", "info late"))
