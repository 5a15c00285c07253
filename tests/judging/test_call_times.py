"""Limits on what is measured of a whole call."""

from __future__ import annotations

import pytest

from .clocked import judged, places, said


def rule(of: str, limit: int) -> str:
    return f"{{measure: {{of: {of}, limit: {limit}}}}}"


CALL = (
    "坐席 0~4：您好，请讲。",
    "客户 5~8：查话费。",
    "坐席 20~30：上个月是三十元。",
    "客户 30~31：嗯。",
    "坐席 31~36： 还有其他问题吗？ ",
    "客户 39~40：没有了。",
)
"""40 seconds; the agent speaks 19 of 24; nobody does for 1, 12 and 3."""

OF_CALL = [
    ("talk_share", 79, "79.2%", 4, "还有其他问题吗？"),
    ("silence_share", 39, "40%", 4, "还有其他问题吗？"),
    ("longest_silence", 11, "12秒", 2, "上个月是三十元。"),
    ("call_duration", 39, "40秒", 4, "还有其他问题吗？"),
]


@pytest.mark.parametrize(("of", "limit", "value", "turn", "quote"), OF_CALL)
def test_beyond_the_limit(of: str, limit: int, value: str, turn: int, quote: str) -> None:
    (found,) = judged(rule(of, limit), *CALL).findings
    assert (found.turn, found.quote, found.certainty) == (turn, quote, "certain")
    unit = value[-1]
    assert [(e.turn, e.as_, e.label, e.quote) for e in found.evidence] == [
        (turn, "measured", f"{value}，上限 {limit}{unit}", quote)
    ]


@pytest.mark.parametrize(
    ("of", "limit"),
    [("talk_share", 80), ("silence_share", 40), ("longest_silence", 12), ("call_duration", 40)],
)
def test_at_the_limit(of: str, limit: int) -> None:
    assert said(rule(of, limit), *CALL) == ("met", "")


@pytest.mark.parametrize(
    ("lines", "limit", "label"),
    [
        (("坐席 0~1：您好。", "客户 10.04~11：查话费。"), 9, "9.1秒，上限 9秒"),
        (("坐席 0~1：您好。", "客户 10~11：查话费。"), 8, "9秒，上限 8秒"),
        (("坐席 0~1：您好。", "客户 1235.5~1236：查话费。"), 8, "1234.5秒，上限 8秒"),
    ],
)
def test_a_value_never_looks_like_its_limit(lines: tuple[str, ...], limit: int, label: str) -> None:
    (found,) = judged(rule("longest_silence", limit), *lines).findings
    assert found.evidence[0].label == label


@pytest.mark.parametrize(
    ("lines", "share"),
    [
        (("坐席 0~6：甲甲。", "客户 6~10：乙乙。"), 60),
        # Each one's time counts for him, even where both speak.
        (("坐席 0~10：甲甲。", "客户 0~10：乙乙。"), 50),
        (("坐席 0~3：甲甲。", "客户 3~5：乙乙。", "坐席2 5~8：丙丙。", "客户 8~10：丁丁。"), 60),
        # A listener's 嗯 is speech; bots and the system are neither side.
        (("坐席 0~6：甲甲。", "客户 6~10：嗯。"), 60),
        (("机器人 0~90：请按一。", "坐席 90~96：甲甲。", "客户 96~100：乙乙。"), 60),
        (("系统 0~90：接通。", "坐席 90~96：甲甲。", "客户 96~100：乙乙。"), 60),
        (("系统：接通。", "坐席 90~96：甲甲。", "客户 96~100：乙乙。"), 60),
        (("未知 0~4：甲甲。", "坐席 90~96：甲甲。", "客户 96~96：乙乙。"), 60),
    ],
)
def test_the_agents_share(lines: tuple[str, ...], share: int) -> None:
    assert said(rule("talk_share", share), *lines) == ("met", "")
    assert said(rule("talk_share", share - 1), *lines)[0] == "violated"


@pytest.mark.parametrize(
    ("lines", "silence"),
    [
        (("坐席 0~1：甲甲。", "客户 11~12：乙乙。"), 10),
        # Before the first word and after the last nobody is waited for.
        (("坐席 50~51：甲甲。", "客户 52~53：乙乙。"), 1),
        (("坐席 -9~1：甲甲。", "客户 6~7：乙乙。"), 5),
        # Whoever still speaks breaks it: under others, out of order, a bot, the system.
        (("坐席 0~20：甲甲。", "客户 2~3：乙乙。", "坐席 25~26：丙丙。"), 5),
        (("坐席 10~11：甲甲。", "客户 2~4：乙乙。"), 6),
        (("坐席 0~1：甲甲。", "机器人 1~15：请稍候。", "客户 18~19：乙乙。"), 3),
        (("坐席 0~1：甲甲。", "系统 1~15：音乐。", "客户 18~19：乙乙。"), 3),
        (("坐席 0~1：甲甲。", "系统：静音。", "客户 18~19：乙乙。"), 17),
        # A breath cut in two has its silence too.
        (("客户 0~1：乙乙。", "坐席 1~2：请稍等。", "坐席 32~33：查到了。"), 30),
        (("坐席 0~1：甲甲。", "客户 9~9：嗯。", "坐席 14~15：甲甲。"), 8),
    ],
)
def test_the_longest_silence(lines: tuple[str, ...], silence: int) -> None:
    assert said(rule("longest_silence", silence), *lines) == ("met", "")
    if silence > 1:
        assert said(rule("longest_silence", silence - 1), *lines)[0] == "violated"


def test_of_equal_silences_the_first_is_shown() -> None:
    lines = ("坐席 0~1：甲甲。", "客户 9~10：乙乙。", "坐席 18~19：丙丙。", "客户 27~28：丁丁。")
    assert places(rule("longest_silence", 3), *lines) == [(1, "乙乙。")]


def test_silence_is_of_the_whole_call() -> None:
    lines = ("坐席 0~1：甲甲。", "客户 5~6：乙乙。", "坐席 10~20：丙丙。")
    assert said(rule("silence_share", 40), *lines) == ("met", "")
    assert places(rule("silence_share", 39), *lines) == [(2, "丙丙。")]


def test_without_a_silence() -> None:
    lines = ("坐席 0~5：甲甲。", "客户 5~9：乙乙。")
    assert said(rule("longest_silence", 1), *lines) == ("met", "")
    assert said(rule("silence_share", 1), *lines) == ("met", "")


def test_an_agents_turn_in_pieces_is_shown_at_its_end() -> None:
    lines = (
        "客户 0~1：乙乙。",
        "坐席 1~5：甲甲。",
        "客户 5~6：嗯。",
        "坐席 6~9：丙丙。",
        "客户 9~10：好。",
    )
    assert places(rule("call_duration", 3), *lines) == [(3, "丙丙。")]


KINDS = ("talk_share", "silence_share", "longest_silence", "call_duration")


@pytest.mark.parametrize("of", KINDS)
@pytest.mark.parametrize(
    "lines",
    [
        ("坐席：甲甲。", "客户：乙乙。"),
        ("坐席 0~9：甲甲。", "客户 ?~99：乙乙。"),
        ("坐席 0~?：甲甲。", "客户 9~99：乙乙。"),
        ("坐席 0~9：甲甲。", "客户：嗯。", "坐席 90~99：丙丙。", "客户 99~100：乙乙。"),
        # An end before the start would make up a silence, or hide the talk.
        ("坐席 0~9：甲甲。", "客户 90~30：乙乙。", "坐席 95~99：甲甲。"),
        # Times that nothing takes any of are none.
        ("坐席 0~0：甲甲。", "客户 90~90：乙乙。"),
    ],
)
def test_without_times_nothing_is_said(of: str, lines: tuple[str, ...]) -> None:
    assert said(rule(of, 1), *lines) == ("not_evaluated", "没有说话的时间")


@pytest.mark.parametrize("of", KINDS)
def test_without_a_word_of_the_agent_there_is_nothing_to_measure(of: str) -> None:
    expected = ("not_applicable", "没有坐席的话")
    assert said(rule(of, 1), "坐席 0~1：嗯。", "客户 2~9：乙乙。") == expected
    assert said(rule(of, 1), "坐席：嗯。", "客户：乙乙。") == expected


@pytest.mark.parametrize("of", KINDS)
def test_roles_have_to_be_known(of: str) -> None:
    assert said(rule(of, 1), "未知 0~1：甲甲。", "未知 5~9：乙乙。")[0] == "not_evaluated"
