"""Tencent Cloud 录音文件识别: ``Data.ResultDetail``, or the lines of its ``Result``.

https://cloud.tencent.com/document/api/1093/37823 ; times in milliseconds, those of words from
the sentence's start. ``SpeakerId`` is the channel of two-channel audio (0 left, 1 right), or the
speaker told apart by voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter import lazy
from linter.calls.heard import Word, word
from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import Vendor, call_of, has, inner, meta_of, no_result, speaker
from linter.model import Call, Turn

_CLOCK = r"(\d{1,4}):(\d{1,2})(?:\.(\d{1,3}))?"
_LINE = lazy.pattern(rf"\s*\[{_CLOCK},\s*{_CLOCK}(?:,\s*(-?\w{{1,40}}))?\][ \t]*(.*)", re.ASCII)
_DONE = "2"
_STATUS = {"0": "waiting", "1": "doing", "3": "failed"}


def _fits(value: object) -> bool:
    if has(inner(value, "Response", "Error"), "Code", "Message"):
        return True
    details = inner(value, "ResultDetail")
    if isinstance(details, list) and details:
        return has(details[0], "FinalSentence")
    if not isinstance(inner(value, "Result"), str | None):
        return False
    return has(value, "TaskId", "Status", "Result") or has(value, "StatusStr", "Result")


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    refused = document.inside("Response").inside("Error")
    if refused.value("Code"):
        raise no_result(document.place, refused.string("Message", "Code"))
    status = document.string("Status") or _DONE
    if status != _DONE:
        said = document.string("ErrorMsg") or document.string("StatusStr")
        raise no_result(document.place, said or _STATUS.get(status, status))
    turns = [_turn(row, roles) for row in document.rows("ResultDetail")]
    plain = document.string("Result")
    turns = turns or list(_plain(plain, document.place.line))
    call_id = document.string("TaskId")
    meta = document.rest("StatusStr", *(() if document.string("ErrorMsg") else ("ErrorMsg",)))
    yield call_of(turns, meta, id=call_id)


def _turn(row: Members, roles: RoleWords) -> Turn:
    number = row.string("SpeakerId")
    named = row.string("SpeakerRoleName")
    said = speaker(named, roles)
    start, end = row.ms("StartMs"), row.ms("EndMs")
    words = _words(list(row.rows("Words")), start or 0, end)
    return Turn(
        role=said.role,
        text=row.string("FinalSentence"),
        speaker=said.speaker or number,
        start_ms=start,
        end_ms=end,
        line=row.place.line,
        meta=meta_of(
            row,
            *(("SliceSentence", "WordsNum") if words else ()),
            words=words,
            emotion=row.value("EmotionType"),
            silence_ms=row.ms("SilenceTime"),
            speech_rate=row.number("SpeechSpeed"),
            speaker_id=number if said.speaker else None,
        ),
    )


def _words(rows: Sequence[Members], start: int, end: int | None) -> list[Word]:
    """A sentence's words.

    Their times count from its start, as documented, unless only that they do not fits.
    """
    spans = [(row.ms("OffsetStartMs"), row.ms("OffsetEndMs")) for row in rows]
    begun = [at for at, _ in spans if at is not None]
    last = max((at for _, at in spans if at is not None), default=0)
    absolute = end is not None and begun and min(begun) >= start and start + last > end >= last
    shift = 0 if absolute else start

    def at(ms: int | None) -> int | None:
        return None if ms is None else ms + shift

    return [
        word(row.string("Word"), at(first), at(until)) | row.rest()
        for row, (first, until) in zip(rows, spans, strict=True)
    ]


def _plain(result: str, line: int | None) -> Iterator[Turn]:
    """The turns of ``[0:0.020,0:2.380,0]  …`` lines; text without a stamp is a turn, too."""
    for said in result.splitlines():
        found = _LINE.fullmatch(said)
        if found is None:
            if said.strip():
                yield Turn("unknown", said.strip(), line=line)
            continue
        yield Turn(
            "unknown",
            found[8].strip(),
            speaker=found[7] or "",
            start_ms=_ms(found[1], found[2], found[3]),
            end_ms=_ms(found[4], found[5], found[6]),
            line=line,
        )


def _ms(minutes: str, seconds: str, fraction: str | None) -> int:
    return (int(minutes) * 60 + int(seconds)) * 1000 + int((fraction or "").ljust(3, "0"))


VENDOR = Vendor("tencent-asr", "ResultDetail[].FinalSentence", _fits, _calls)
