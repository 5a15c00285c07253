from __future__ import annotations

import pytest

from .helpers import assert_positions, error, read, turns
from .round_trip import assert_comes_back

CALL = """WEBVTT - 客服录音
Kind: captions

STYLE
::cue(v) { color: red }

NOTE 这里是说明
不是对话

1
00:01.000 --> 00:02.000 align:start
<v.loud 客服 小王>您好，请讲

00:00:03.000 --> 00:00:04.000
<v 客户>喂</v>
"""


def voices(cue: str) -> list[tuple[str, str, str]]:
    found = turns(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{cue}\n", "a.vtt")
    return [(turn.role, turn.speaker, turn.text) for turn in found]


def test_voices_are_speakers() -> None:
    (call,) = read(CALL, "a.vtt")
    first, second = call.turns
    assert (first.role, first.speaker, first.text) == ("agent", "客服 小王", "您好，请讲")
    assert (first.start_ms, first.end_ms, first.line, first.column) == (1000, 2000, 12, 15)
    assert first.meta == {"settings": "align:start"}
    assert (second.role, second.text, second.line, second.column) == ("customer", "喂", 15, 7)
    assert_positions(CALL, first)
    assert call.meta == {"header": "- 客服录音", "Kind": "captions"}
    assert call.notices == ()
    assert_comes_back([call])


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("<v Anna>好", [("unknown", "Anna", "好")]),
        ("<v 说话人 1>好", [("unknown", "说话人 1", "好")]),
        ("坐席：您好", [("agent", "", "您好")]),
        ("您好", [("unknown", "", "您好")]),
        ("<v 坐席>一</v> <v 客户>二</v>", [("agent", "", "一"), ("customer", "", "二")]),
        ("<v 坐席>一\n二", [("agent", "", "一\n二")]),
        ("<v 坐席>一\n<v 客户>二\n三", [("agent", "", "一"), ("customer", "", "二\n三")]),
        ("<v 坐席>一</v>二", [("agent", "", "一"), ("unknown", "", "二")]),
        ("<v 坐席><c.red>一</c><00:01.500>二 &amp; &lt;三&gt;", [("agent", "", "一二 & <三>")]),
        ("<i>一</i><笑>&unknown;", [("unknown", "", "一<笑>&unknown;")]),
    ],
)
def test_cues(cue: str, expected: list[tuple[str, str, str]]) -> None:
    assert voices(cue) == expected


def test_words_begin_behind_a_tag() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 坐席> <b>您</b>好\n"
    (turn,) = turns(text, "a.vtt")
    assert (turn.text, turn.line, turn.column) == ("您好", 4, 11)


def test_a_cue_with_a_name_and_one_without_a_blank_line_above() -> None:
    text = "WEBVTT\n\n开场\n00:01.000 --> 00:02.000\n好\n00:02.000 --> 00:03.000\n喂\n"
    first, second = turns(text, "a.vtt")
    assert (first.meta, first.text) == ({"cue": "开场"}, "好")
    assert (second.meta, second.text) == ({}, "喂")


def test_a_tag_that_is_never_closed_is_words() -> None:
    words = f"<v{' ' * 20_000}坐席" + "<c.a " * 5_000
    (turn,) = turns(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\n", "a.vtt")
    assert turn.text == words.rstrip()


def test_words_in_no_cue_are_noticed() -> None:
    (call,) = read("WEBVTT\n\n00:01.000 --> 00:02.000\n好\n\n丢了\n", "a.vtt")
    (notice,) = call.notices
    assert (notice.code, notice.line, notice.left_out, notice.warns) == ("no-cue", 6, 1, True)


@pytest.mark.parametrize("name", ["a.txt", "<stdin>"])
def test_told_by_content(name: str) -> None:
    assert len(turns(CALL, name)) == 2


def test_no_cue() -> None:
    assert "没有一条字幕" in error("WEBVTT\n\n您好\n", "a.vtt").message
