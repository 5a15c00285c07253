from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model import Call

from .helpers import assert_positions, error, read, said, turns
from .round_trip import assert_calls_or_error, assert_comes_back

CALL = """1
00:00:01,000 --> 00:00:02,500
坐席：您好，请讲

2
00:00:03,000 --> 00:00:04,000
客户：喂
我要查话费
"""


def test_cues_are_turns() -> None:
    (call,) = read(CALL, "a.srt")
    first, second = call.turns
    assert (first.role, first.text, first.start_ms, first.end_ms) == (
        "agent",
        "您好，请讲",
        1000,
        2500,
    )
    assert (first.line, first.column) == (3, 4)
    assert (second.role, second.text, second.line) == ("customer", "喂\n我要查话费", 7)
    assert call.id == Call.content_id(call.turns)
    for turn in call.turns:
        assert_positions(CALL, turn)
    assert_comes_back([call])


@pytest.mark.parametrize("name", ["a.srt", "a.txt", "<stdin>"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_told_by_content(name: str, end: str) -> None:
    assert said("\ufeff" + CALL.replace("\n", end), name) == [
        ("agent", "您好，请讲"),
        ("customer", "喂\n我要查话费"),
    ]


@pytest.mark.parametrize(
    ("timing", "times"),
    [
        ("00:00:01,5 --> 00:00:02,25", (1500, 2250)),
        ("00:01.500 --> 00:02.000", (1500, 2000)),
        ("1:00:00 --> 100:00:00.001", (3_600_000, 360_000_001)),
        ("00:00:01,000-->00:00:02,000", (1000, 2000)),
        ("00:00:01,000 -> 00:00:02,000 X1:10 X2:20", (1000, 2000)),
        ("-00:00:01,000 --> 00:00:00,000", (-1000, 0)),
    ],
)
def test_times(timing: str, times: tuple[int, int]) -> None:
    (turn,) = turns(f"1\n{timing}\n您好\n", "a.srt")
    assert (turn.start_ms, turn.end_ms) == times
    assert turn.meta == ({"settings": "X1:10 X2:20"} if "X1" in timing else {})


def test_without_labels_without_blank_lines_and_without_words() -> None:
    text = "1\n00:01 --> 00:02\n您好\n2\n00:02 --> 00:03\n\n3\n00:03 --> 00:04\n喂\n\n嗯\n"
    found = turns(text, "a.srt")
    assert [(turn.role, turn.text, turn.line) for turn in found] == [
        ("unknown", "您好", 3),
        ("unknown", "", 5),
        ("unknown", "喂\n\n嗯", 9),
    ]


def test_a_number_among_the_words() -> None:
    text = "1\n00:01 --> 00:02\n验证码是\n1234\n00:02 --> 00:03\n好\n"
    assert [turn.text for turn in turns(text, "a.srt")] == ["验证码是\n1234", "好"]


def test_blanks_of_other_kinds_around_a_number() -> None:
    text = CALL.replace("\n2\n", "\n\u3000\ufeff2\u3000\n")
    assert [turn.text for turn in turns(text, "a.srt")] == ["您好，请讲", "喂\n我要查话费"]


def test_digits_that_are_no_number_are_words() -> None:
    text = CALL.replace("\n2\n", f"\n²\n{'9' * 5000}\n")
    assert turns(text, "a.srt")[0].text == f"您好，请讲\n\n²\n{'9' * 5000}"


def test_speakers_and_names() -> None:
    cue = "{0}\n00:0{0} --> 00:0{0}\n{1}\n\n"
    numbered = "".join(cue.format(n, f"说话人 {n}: 好") for n in (1, 2))
    assert [turn.speaker for turn in turns(numbered, "a.srt")] == ["说话人 1", "说话人 2"]
    names = "".join(cue.format(n, f"{'张三' if n % 2 else '李四'}：好") for n in range(1, 5))
    assert [turn.speaker for turn in turns(names, "a.srt")] == ["张三", "李四"] * 2


def test_two_speakers_in_a_cue() -> None:
    (first, second) = turns("1\n00:01 --> 00:02\n坐席：您好\n客户：喂\n", "a.srt")
    assert (first.text, second.text, second.line, second.column) == ("您好", "喂", 4, 4)
    assert (first.start_ms, second.start_ms) == (1000, 1000)


def test_tags_are_no_words_and_other_brackets_are() -> None:
    text = '1\n00:01 --> 00:02\n{\\an8}<b>客户：</b><font color="red">我要</font>&lt;退&gt;款 <3\n'
    (turn,) = turns(text, "a.srt")
    assert (turn.role, turn.text) == ("customer", "我要<退>款 <3")
    line = text.split("\n")[2]
    assert turn.column == line.index("我要") + 1


def test_unordered_cues_stay_as_they_stand() -> None:
    (call,) = read("1\n00:05 --> 00:06\n乙\n\n2\n00:01 --> 00:02\n甲\n", "a.srt")
    assert [turn.text for turn in call.turns] == ["乙", "甲"]
    assert [notice.code for notice in call.notices] == ["unordered-times"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("您好\n", None, "没有一行字幕的时间"),
        ("片名\n\n1\n00:01 --> 00:02\n好\n", 1, "前面有别的内容"),
        ("1\n00:01 --> 00:02\n好\n\n2\n00:61 --> 00:62\n好\n", 6, "读不懂的时间“00:61”"),
    ],
)
def test_what_is_wrong(text: str, line: int | None, message: str) -> None:
    wrong = error(text, "a.srt", source="srt")
    assert (wrong.line, message in wrong.message) == (line, True)
    assert wrong.hint


LINES = st.sampled_from(
    [
        "1",
        "2",
        "00:01 --> 00:02",
        "00:00:03,000 --> 00:00:04,000",
        "坐席：您好",
        "喂 ",
        "",
        "<b>",
        "&#0;",
    ]
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["srt", "vtt"]))
@settings(deadline=None)
def test_any_lines_give_calls_or_an_error(lines: list[str], source: str) -> None:
    text = "\n".join(["WEBVTT", *lines] if source == "vtt" else lines)
    for call in assert_calls_or_error(text, f"a.{source}", source=source):
        for turn in call.turns:
            # A tag is longer than nothing; a cue without words has no place for them.
            if turn.text and "&" not in text and "<" not in text:
                assert_positions(text, turn)


@given(st.binary(max_size=60), st.sampled_from(["srt", "vtt", "csv", "plain", "xlsx"]))
@settings(deadline=None)
def test_any_bytes_give_calls_or_an_error(data: bytes, source: str) -> None:
    assert_calls_or_error(data, "a", source=source)
