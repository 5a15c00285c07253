"""Amazon Transcribe Call Analytics: ``Transcript[]`` of roles, with ``Items``.

https://docs.aws.amazon.com/transcribe/latest/dg/tca-output.html ; times in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.calls.fields import spelt
from linter.calls.heard import word
from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import Vendor, call_of, has, inner, meta_of, no_result, speaker
from linter.model import Call, Turn

_FAILED = frozenset(["FAILED", "IN_PROGRESS", "QUEUED"])


def _fits(value: object) -> bool:
    first = inner(value, "Transcript", 0)
    if first is not None:
        return has(first, "ParticipantRole", "Content") and not has(first, "ParticipantId")
    return has(value, "JobStatus") and has(value, "JobName")


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    status = document.string("JobStatus")
    if status in _FAILED:
        raise no_result(document.at("JobStatus"), document.string("FailureReason") or status)
    turns = [_turn(row, roles) for row in document.rows("Transcript")]
    name = document.string("JobName")
    channel = spelt("channel", document.string("Channel") or "VOICE")
    yield call_of(turns, document.rest(), id=name, channel=channel)


def _turn(row: Members, roles: RoleWords) -> Turn:
    said = speaker(row.string("ParticipantRole"), roles)
    words = [
        word(
            item.string("Content"),
            item.ms("BeginOffsetMillis"),
            item.ms("EndOffsetMillis"),
            item.number("Confidence"),
        )
        for item in row.rows("Items")
        if item.string("Type") != "punctuation"
    ]
    return Turn(
        role=said.role,
        text=row.string("Content"),
        speaker=said.speaker,
        start_ms=row.ms("BeginOffsetMillis"),
        end_ms=row.ms("EndOffsetMillis"),
        line=row.place.line,
        meta=meta_of(row, words=words, emotion=row.string("Sentiment")),
    )


VENDOR = Vendor("transcribe-analytics", "Transcript[].ParticipantRole", _fits, _calls)
