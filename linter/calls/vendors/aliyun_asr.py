"""Alibaba Cloud 录音文件识别: ``Result.Sentences``, and ``result`` of its older callback.

https://help.aliyun.com/zh/isi/developer-reference/api-reference-2 ; times in milliseconds,
``SilenceDuration`` in seconds, ``EmotionValue`` 1 to 10 from calm to excited.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import Vendor, has, in_order, inner, meta_of
from linter.model import Call, Turn

_Words = dict[str, list[tuple[int, dict[str, Any]]]]


def _fits(value: object) -> bool:
    sentences = inner(value, "Result", "Sentences")
    if isinstance(sentences, list):
        return not sentences or has(sentences[0], "Text")
    return has(inner(value, "result", 0), "begin_time", "channel_id", "text")


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    result = document.inside("Result") if "Result" in document else document
    words = _words(result)
    said = [_turn(row, words) for row in result.rows("Sentences", "result")]
    turns, notices = in_order(said)
    call_id = document.string("TaskId", "task_id") or Call.content_id(turns)
    meta = document.rest() | (result.rest() if result is not document else {})
    yield Call(call_id, turns, channel="phone", meta=meta, notices=notices)


def _turn(row: Members, words: _Words) -> Turn:
    channel = row.string("ChannelId", "channel_id")
    start, end = row.ms("BeginTime", "begin_time"), row.ms("EndTime", "end_time")
    heard = [
        word
        for at, word in words.get(channel, ())
        if start is not None and end is not None and start <= at < max(end, start + 1)
    ]
    # With one channel for both sides, the speakers told apart by voice are all there is.
    voice = row.string("SpeakerId")
    return Turn(
        role="unknown",
        text=row.string("Text", "text"),
        speaker=channel if channel else voice,
        start_ms=start,
        end_ms=end,
        line=row.place.line,
        meta=meta_of(
            row,
            words=heard,
            emotion=row.number("EmotionValue", "emotion_value"),
            silence_ms=row.ms("SilenceDuration", "silence_duration", unit="s"),
            speech_rate=row.number("SpeechRate", "speech_rate"),
            speaker_id=voice if channel else None,
        ),
    )


def _words(result: Members) -> _Words:
    """The words by channel, each with the time it begins."""
    found: _Words = defaultdict(list)
    for row in result.rows("Words"):
        start, end = row.ms("BeginTime"), row.ms("EndTime")
        if start is not None:
            word = {"text": row.string("Word"), "start_ms": start, "end_ms": end}
            found[row.string("ChannelId")].append((start, word))
    return found


VENDOR = Vendor("aliyun-asr", _fits, _calls)
