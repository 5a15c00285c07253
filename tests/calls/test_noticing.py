"""What is odd about a call is said once, at its place, and the call is read all the same."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest

from linter.calls import ReadOptions, read_stream
from linter.calls.noticing import Told, collected, oddities, settled, told_of
from linter.calls.source import Source
from linter.errors import InputError
from linter.model import Call, Notice, Turn

from .helpers import read

HINT = "检查导出时间的那一列"


def call(*turns: Turn, id: str = "c") -> Call:
    return Call(id, turns)


def codes(*turns: Turn) -> list[str]:
    return [notice.code for notice in oddities(call(*turns))]


def by_channel(channel: str, *turns: Turn) -> Call:
    (found,) = settled([call(*turns)], ReadOptions(agent_channel=channel))
    return found


def test_an_ordinary_call_is_returned_as_it_is() -> None:
    given = call(Turn("agent", "您好", start_ms=0, end_ms=9), Turn("customer", "喂", start_ms=9))
    (found,) = settled([given], ReadOptions())
    assert found is given


def test_times_that_cannot_be() -> None:
    turns = (
        Turn("agent", "您好", start_ms=-5, end_ms=900, line=2, column=3),
        Turn("customer", "喂", start_ms=-9, end_ms=-20, line=3, column=4),
        Turn("agent", "您说", start_ms=-30, end_ms=-40, sheet="甲", cell="B4"),
    )
    said = "通话 c 第 {} 句（从 0 数起）{}"
    assert [*oddities(call(*turns))] == [
        Notice("negative-time", said.format(0, "开始时间是负的（-5 毫秒）"), HINT, 2, 3),
        Notice(
            "unordered-times",
            said.format(1, "比上一句开始得还早；按文件里的先后读，靠时间的检查可能不准"),
            HINT,
            3,
            4,
        ),
        Notice("ends-early", said.format(1, "-20 毫秒就结束，-9 毫秒才开始"), HINT, 3, 4),
    ]


def test_a_turn_without_a_time_is_passed_over() -> None:
    assert codes(
        Turn("agent", "a", start_ms=5), Turn("agent", "b"), Turn("agent", "c", start_ms=1)
    ) == ["unordered-times"]
    assert codes(Turn("agent", "a", end_ms=5), Turn("agent", "b", start_ms=1, end_ms=1)) == []


def test_two_may_speak_at_once_but_nobody_twice() -> None:
    first = Turn("agent", "您好", start_ms=0, end_ms=900, line=1)
    other = Turn("customer", "喂", start_ms=400, end_ms=700, line=2)
    assert codes(first, other) == []
    again = Turn("agent", "您说", start_ms=899, end_ms=1200, line=3)
    (notice,) = oddities(call(first, other, again))
    assert (notice.code, notice.line) == ("overlaps-itself", 3)
    assert "900 毫秒才结束" in notice.message
    assert codes(first, other, again._replace(start_ms=900)) == []
    assert codes(first, other, again._replace(speaker="2")) == []


def test_nothing_said() -> None:
    (nobody,) = oddities(call())
    assert nobody == Notice("no-turns", "通话 c 一句话也没有", "检查导出是否完整")
    (silent,) = oddities(call(Turn("agent", " \n", line=4, sheet="甲", cell="C4")))
    assert silent.message == "通话 c 每一句都是空的"
    assert (silent.line, silent.sheet, silent.cell) == (4, "甲", "C4")
    assert codes(Turn("agent", ""), Turn("customer", "喂")) == []


def test_a_character_nobody_sees() -> None:
    (odd,) = oddities(call(Turn("agent", "a"), Turn("agent", "\0b", line=2), Turn("agent", "\0")))
    assert (odd.code, odd.line, odd.hint) == ("nul", 2, "导出时去掉")


def test_what_the_reader_noticed_comes_first() -> None:
    first = Notice("mine", "怪")
    (found,) = settled([Call("c", (), notices=(first,))], ReadOptions(agent_channel="1"))
    assert [notice.code for notice in found.notices] == ["mine", "no-turns", "no-channel"]


@pytest.mark.parametrize("channel", ["1", "01", "SPEAKER_01"])
def test_the_agents_channel(channel: str) -> None:
    turns = (
        Turn("unknown", "您好", "SPEAKER_01"),
        Turn("unknown", "喂", "SPEAKER_00"),
        Turn("system", "滴", "SPEAKER_01"),
        Turn("unknown", "嗯"),
    )
    found = by_channel(channel, *turns)
    assert [turn.role for turn in found.turns] == ["agent", "customer", "system", "unknown"]
    assert [turn.speaker for turn in found.turns] == [turn.speaker for turn in turns]
    assert found.notices == ()


def test_a_channel_that_nobody_has() -> None:
    given = (Turn("unknown", "您好", "10"), Turn("unknown", "喂", "说话人 2"))
    found = by_channel("0", *given)
    assert found.turns == given
    assert found.notices == (
        Notice("no-channel", "通话 c 里没有声道“0”", "这里有的是：10、说话人 2"),
    )
    (bare,) = by_channel("1", Turn("unknown", "喂")).notices
    assert bare.hint == "这里有的是：没有声道或说话人编号"


def test_roles_that_are_given_stay() -> None:
    given = (Turn("customer", "您好", "1"), Turn("unknown", "喂", "2"))
    found = by_channel("1", *given)
    assert (found.turns, found.notices) == (given, ())


def source() -> Source:
    return Source(io.BytesIO(b"x"), "a.txt")


def test_what_is_noticed_between_calls_goes_to_the_one_before() -> None:
    given = source()
    early, late, last = (Notice(code, code) for code in ("early", "late", "last"))

    def read() -> Iterator[Call]:
        given.notices.append(early)
        yield call(id="a")
        given.notices.append(late)
        yield call(id="b")
        given.notices.append(last)

    found = [(one.id, one.notices) for one in collected(read(), given)]
    assert found == [("a", (early,)), ("b", (late, last))]
    assert given.notices == []


def test_an_error_swallows_no_good_call() -> None:
    given = source()
    late = Notice("late", "late")

    def read() -> Iterator[Call]:
        yield call(id="a")
        given.notices.append(late)
        raise InputError("坏了")

    calls = collected(read(), given)
    assert next(calls).notices == (late,)
    with pytest.raises(InputError):
        next(calls)


def test_a_file_that_cannot_be_read_at_all() -> None:
    def read() -> Iterator[Call]:
        raise InputError("坏了")
        yield

    with pytest.raises(InputError):
        next(collected(read(), source()))


def channelled(speakers: list[str], channel: str) -> Call:
    """A call of which only the speakers' labels are known, read with a channel for the agent."""
    turns = [{"text": "您好", "speaker": speaker} for speaker in speakers]
    data = io.BytesIO(json.dumps({"turns": turns}).encode())
    (call,) = read_stream(data, name="a.json", options=ReadOptions(agent_channel=channel))
    return call


@pytest.mark.parametrize(
    ("speaker", "channel"),
    [
        ("SPEAKER_01", "1"),
        ("说话人 1", "01"),
        ("spk0", "0"),
        ("S2", "２"),
        ("左", "左"),
        ("0" * 5000, "0"),
    ],
)
def test_how_channels_are_named(speaker: str, channel: str) -> None:
    call = channelled([speaker, "另一位 2"], channel)
    assert [turn.role for turn in call.turns] == ["agent", "customer"]


@pytest.mark.parametrize(
    ("speaker", "channel"), [("S" + "9" * 5000, "1"), ("S1", "11"), ("S", "0")]
)
def test_a_channel_of_other_digits(speaker: str, channel: str) -> None:
    call = channelled([speaker], channel)
    assert [turn.role for turn in call.turns] == ["unknown"]
    assert [notice.code for notice in call.notices] == ["no-channel"]


def test_what_is_told_of_a_call_is_its_id_and_where_it_begins() -> None:
    (call,) = read("# id: c1\n坐席：您好\n")
    assert told_of(call) == Told("c1", "a.txt", (), 2)


def test_what_was_given_no_id_is_told_without_one() -> None:
    first, second = read("坐席：您好\n===\n坐席：您好\n")
    assert [told_of(call).id for call in (first, second)] == ["", ""]
    (scene,) = read("# 开场\n\n- 您好，请问有什么可以帮您？\n", "a.md")
    assert (scene.kind, told_of(scene).id) == ("script", "")
