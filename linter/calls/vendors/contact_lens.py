"""Amazon Connect Contact Lens: ``Transcript[]`` of participants, calls and chats.

https://docs.aws.amazon.com/connect/latest/adminguide/contact-lens-example-output-files.html ;
times in milliseconds from the call's start, of a chat as clock times.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from linter.calls.fields import spelt
from linter.calls.members import Members
from linter.calls.roles import RoleWords, Speaker
from linter.calls.times import Timeline
from linter.calls.vendors.base import Vendor, call_of, has, inner, meta_of, no_result, speaker
from linter.model import Call, Turn

_ROLES = {"CUSTOM_BOT": "bot", "SUPERVISOR": "agent"}
_FAILED = frozenset(["FAILED", "IN_PROGRESS", "QUEUED"])


def _fits(value: object) -> bool:
    first = inner(value, "Transcript", 0)
    if first is not None:
        return has(first, "ParticipantId", "Content") or (
            has(first, "ParticipantId") and has(value, "Participants")
        )
    # Without a word said it is told by what else stands in it.
    return has(value, "JobStatus", "CustomerMetadata") or (
        has(value, "Transcript") and has(inner(value, "Participants", 0), "ParticipantId")
    )


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    status = document.string("JobStatus")
    if status in _FAILED:
        details = document.value("JobDetails")
        said = status if details is None else f"{status} {json.dumps(details, ensure_ascii=False)}"
        raise no_result(document.at("JobStatus"), said)
    people = _people(document, roles)
    clock = Timeline()
    turns = [_turn(row, people, roles, clock) for row in document.rows("Transcript")]
    contact = document.inside("CustomerMetadata")
    call_id = contact.string("ContactId")
    channel = spelt("channel", document.string("Channel") or "VOICE")
    meta = document.rest() | ({"CustomerMetadata": rest} if (rest := contact.rest()) else {})
    yield call_of(turns, meta, id=call_id, channel=channel, started_at=clock.started_at)


def _people(document: Members, roles: RoleWords) -> Mapping[str, Speaker]:
    """Who each participant is; the id tells apart those of one role."""
    found: dict[str, Speaker] = {}
    for row in document.rows("Participants"):
        word = row.string("ParticipantRole")
        found[row.string("ParticipantId")] = speaker(_ROLES.get(word, word), roles)
    alike = Counter(said.role for said in found.values())
    return {
        name: said if said.speaker or alike[said.role] == 1 else Speaker(said.role, name)
        for name, said in found.items()
    }


def _turn(row: Members, people: Mapping[str, Speaker], roles: RoleWords, clock: Timeline) -> Turn:
    name = row.string("ParticipantId")
    role = row.string("ParticipantRole")
    said = people.get(name) or speaker(_ROLES.get(role, role) or name, roles)
    start = row.ms("BeginOffsetMillis")
    stamp = row.string("AbsoluteTime") if start is None else ""
    return Turn(
        role=said.role,
        text=row.string("Content"),
        speaker=said.speaker,
        start_ms=clock.ms(stamp) if stamp else start,
        end_ms=row.ms("EndOffsetMillis"),
        line=row.place.line,
        meta=meta_of(row, emotion=row.string("Sentiment")),
    )


VENDOR = Vendor("contact-lens", "Transcript[].ParticipantId", _fits, _calls)
