"""Genesys Cloud transcripts: ``transcripts[].phrases[]``.

https://developer.genesys.cloud/analyticsdatamanagement/speechtextanalytics/transcript-url ;
``startTimeMs`` in milliseconds since 1970 or since the start, lengths as objects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.calls.durations import duration_ms
from linter.calls.epochs import from_first
from linter.calls.fields import spelt
from linter.calls.heard import Word, word
from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import Vendor, call_of, has, inner, meta_of, speaker
from linter.model import Call, Turn

_ROLES = {"acd": "system", "voicemail": "system", "workflow": "system"}


def _fits(value: object) -> bool:
    rows = inner(value, "transcripts")
    if not isinstance(rows, list):
        return False
    if not rows:
        return has(value, "conversationId")
    return isinstance(inner(rows[0], "phrases"), list)


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    said: list[Turn] = []
    others: list[dict[str, Any]] = []
    # One conversation may have a transcript for each language or transfer.
    for transcript in document.rows("transcripts"):
        felt = _felt(transcript)
        said += [_turn(row, roles, felt) for row in transcript.rows("phrases")]
        if rest := transcript.rest():
            others.append(rest)
    turns, started = from_first(said)
    call_id = document.string("conversationId") or document.string("communicationId")
    channel = spelt("channel", document.string("mediaType") or "voice")
    meta = document.rest() | ({"transcripts": others} if others else {})
    yield call_of(turns, meta, id=call_id, channel=channel, started_at=started)


def _felt(transcript: Members) -> Mapping[str, float]:
    """The sentiment of the phrases that have one, -1 to 1, by their numbers."""
    analytics = Members(transcript.rest(), transcript.place).inside("analytics")
    found: dict[str, float] = {}
    for row in analytics.rows("sentiment"):
        value = row.number("sentiment")
        if value is not None:
            found[row.string("phraseIndex")] = value
    return found


def _turn(row: Members, roles: RoleWords, felt: Mapping[str, float]) -> Turn:
    purpose = row.string("participantPurpose")
    who = speaker(_ROLES.get(purpose.lower(), purpose), roles)
    start, length = row.ms("startTimeMs"), duration_ms(row, "duration")
    number = row.string("phraseIndex")
    return Turn(
        role=who.role,
        text=row.string("text"),
        speaker=who.speaker,
        start_ms=start,
        end_ms=None if start is None or length is None else start + length,
        line=row.place.line,
        meta=meta_of(
            row,
            "offset",
            words=[_word(one) for one in row.rows("words")],
            confidence=row.number("confidence"),
            emotion=felt.get(number),
            phraseIndex=number,
        ),
    )


def _word(row: Members) -> Word:
    start, length = row.ms("startTimeMs"), duration_ms(row, "duration")
    end = None if start is None or length is None else start + length
    known = word(row.string("word"), start, end, row.number("confidence"))
    return known | row.rest("offset")


VENDOR = Vendor("genesys", "transcripts[].phrases[].text", _fits, _calls)
