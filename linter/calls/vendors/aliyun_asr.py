"""Alibaba Cloud 录音文件识别: ``Result.Sentences``, and ``result`` of its older callback.

https://help.aliyun.com/zh/isi/developer-reference/api-reference-2 ; times in milliseconds,
``SilenceDuration`` in seconds, ``EmotionValue`` 1 to 10 from calm to excited.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from linter.calls.heard import Word, word
from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import Vendor, call_of, has, inner, meta_of, no_result
from linter.model import Call, Turn

_DONE = frozenset(["", "SUCCESS", "SUCCESS_WITH_NO_VALID_FRAGMENT"])
_ANSWERS = (("StatusText", "StatusCode", "TaskId"), ("status_text", "status_code", "task_id"))


def _fits(value: object) -> bool:
    for sentences in (inner(value, "Result", "Sentences"), inner(value, "Sentences")):
        if isinstance(sentences, list):
            return not sentences or has(sentences[0], "Text")
    if has(inner(value, "result", 0), "begin_time", "text"):
        return True
    # What is asked for too early, or failed, has no sentences.
    return any(has(value, *names) for names in _ANSWERS)


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    status = document.string("StatusText", "status_text")
    result = document.inside("Result") if "Result" in document else document
    sentences = list(result.rows("Sentences", "result"))
    if status.upper() not in _DONE:
        raise no_result(document.at("StatusText", "status_text"), status)
    if status == "SUCCESS" and not any(n in document for n in ("Result", "Sentences", "result")):
        raise no_result(document.place, "任务已提交，这里只有任务号")
    channels = {row.string("ChannelId", "channel_id") for row in sentences}
    voices = {row.string("SpeakerId", "speaker_id") for row in sentences} - {""}
    # With one channel for both sides, the speakers told apart by voice are all there is.
    by_voice = len(channels) <= 1 and (len(voices) > 1 or channels == {""})
    heard, loose = _by_sentence(sentences, list(result.rows("Words", "words")))
    said = [_turn(row, heard.get(number, []), by_voice) for number, row in enumerate(sentences)]
    call_id = document.string("TaskId", "task_id")
    meta = document.rest() | (result.rest() if result is not document else {})
    if loose:
        meta["words"] = loose
    yield call_of(said, meta, id=call_id)


def _turn(row: Members, heard: Sequence[Word], by_voice: bool) -> Turn:
    channel = row.string("ChannelId", "channel_id")
    voice = row.string("SpeakerId", "speaker_id")
    return Turn(
        role="unknown",
        text=row.string("Text", "text"),
        speaker=voice if by_voice else channel,
        start_ms=row.ms("BeginTime", "begin_time"),
        end_ms=row.ms("EndTime", "end_time"),
        line=row.place.line,
        meta=meta_of(
            row,
            words=list(heard),
            emotion=row.number("EmotionValue", "emotion_value"),
            silence_ms=row.ms("SilenceDuration", "silence_duration", unit="s"),
            speech_rate=row.number("SpeechRate", "speech_rate"),
            channel_id=channel if by_voice else None,
            speaker_id=None if by_voice else voice,
        ),
    )


def _by_sentence(
    sentences: Sequence[Members], words: Sequence[Members]
) -> tuple[Mapping[int, list[Word]], list[Word]]:
    """The words of each sentence by its number, and those that fall into none.

    A word is of the last sentence of its channel that begins before it.
    """
    begun: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, row in enumerate(sentences):
        start, end = row.ms("BeginTime", "begin_time"), row.ms("EndTime", "end_time")
        if start is not None and end is not None:
            channel = row.string("ChannelId", "channel_id")
            begun[channel].append((start, number, max(end, start + 1)))
    for spans in begun.values():
        spans.sort()
    found: dict[int, list[Word]] = defaultdict(list)
    loose: list[Word] = []
    for row in words:
        start = row.ms("BeginTime", "begin_time")
        heard = word(row.string("Word", "word"), start, row.ms("EndTime", "end_time"))
        spans = begun.get(row.string("ChannelId", "channel_id"), [])
        at = bisect_right(spans, start, key=lambda span: span[0]) if start is not None else 0
        if start is not None and at and start < spans[at - 1][2]:
            found[spans[at - 1][1]].append(heard)
        else:
            loose.append(heard | row.rest())
    return found, loose


VENDOR = Vendor("aliyun-asr", "Result.Sentences[].Text", _fits, _calls)
