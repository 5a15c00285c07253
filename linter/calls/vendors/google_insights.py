"""Google Conversational Insights: uploaded ``entries``, and what its API answers.

https://cloud.google.com/contact-center/insights/docs/conversation-data-format (microseconds) and
https://cloud.google.com/contact-center/insights/docs/reference/rest/v1/projects.locations.conversations
(lengths of time such as ``"1.5s"``). Names are in snake case or in camel case.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.calls.durations import duration_ms
from linter.calls.epochs import from_first
from linter.calls.fields import spelt
from linter.calls.heard import Word, word
from linter.calls.members import Members
from linter.calls.roles import RoleWords, Speaker
from linter.calls.times import Timeline
from linter.calls.vendors.base import Vendor, call_of, has, inner, meta_of, speaker
from linter.model import Call, Turn

_SEGMENTS = ("transcript_segments", "transcriptSegments")
_PERSON = ("segment_participant", "segmentParticipant")
_ROLES = {"ANY_AGENT": "agent", "ROLE_UNSPECIFIED": ""}
_START = ("start_timestamp_usec", "startTimestampUsec")


def _fits(value: object) -> bool:
    first = inner(value, "entries", 0)
    if has(first, "text") and (has(first, "role") or any(has(first, name) for name in _START)):
        return True
    for name in _SEGMENTS:
        rows = inner(value, "transcript", name)
        if isinstance(rows, list):
            return not rows or has(rows[0], "text")
    return False


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    yield _answered(document, roles) if "transcript" in document else _uploaded(document, roles)


def _uploaded(document: Members, roles: RoleWords) -> Call:
    turns = [_entry(row, roles) for row in document.rows("entries")]
    turns, started = from_first(turns)
    call_id = document.string("conversation_id", "conversationId")
    return call_of(turns, document.rest(), id=call_id, channel="", started_at=started)


def _entry(row: Members, roles: RoleWords) -> Turn:
    said = _speaker(row.string("role"), roles)
    who = row.string("user_id", "userId")
    return Turn(
        role=said.role,
        text=row.string("text"),
        speaker=said.speaker or who,
        start_ms=row.ms(*_START, unit="us"),
        line=row.place.line,
        meta=meta_of(row),
    )


def _answered(document: Members, roles: RoleWords) -> Call:
    transcript = document.inside("transcript")
    channels = _channels(document)
    clock = Timeline()
    turns = [_segment(row, roles, channels, clock) for row in transcript.rows(*_SEGMENTS)]
    name = document.string("name")
    medium = document.string("medium")
    started = document.string("start_time", "startTime") or clock.started_at
    agent = document.string("agent_id", "agentId")
    meta: dict[str, Any] = document.rest() | ({"name": name} if "/" in name else {})
    meta |= {"transcript": rest} if (rest := transcript.rest()) else {}
    return call_of(
        turns,
        meta,
        id=name.rpartition("/")[2],
        channel=spelt("channel", {"PHONE_CALL": "phone"}.get(medium, medium).lower()),
        agent=(agent, ""),
        started_at=started,
    )


def _channels(document: Members) -> dict[str, str]:
    """The roles of the channels, if the document says them."""
    known = Members(document.rest(), document.place).inside("call_metadata", "callMetadata")
    customer = known.string("customer_channel", "customerChannel")
    agent = known.string("agent_channel", "agentChannel")
    return {customer: "customer", agent: "agent"} if customer != agent else {}


def _segment(row: Members, roles: RoleWords, channels: dict[str, str], clock: Timeline) -> Turn:
    person = row.inside(*_PERSON)
    channel = row.string("channel_tag", "channelTag")
    role = person.string("role") or channels.get(channel, "")
    said = _speaker(role, roles)
    words = [_word(one) for one in row.rows("words")]
    starts = [one["start_ms"] for one in words if "start_ms" in one]
    ends = [one["end_ms"] for one in words if "end_ms" in one]
    stamp = row.string("message_time", "messageTime")
    who = person.string("user_id", "userId", "obfuscated_external_user_id")
    start = min(starts) if starts else clock.ms(stamp) if stamp else None
    rest = {"segment_participant": left} if (left := person.rest()) else {}
    return Turn(
        role=said.role,
        text=row.string("text"),
        speaker=said.speaker or who or ("" if role else channel),
        start_ms=start,
        end_ms=max(ends) if ends else None,
        line=row.place.line,
        meta=meta_of(
            row,
            words=words,
            confidence=row.number("confidence"),
            emotion=row.value("sentiment"),
            channel_tag=channel,
            message_time=stamp,
        )
        | rest,
    )


def _word(row: Members) -> Word:
    return word(
        row.string("word"),
        duration_ms(row, "start_offset", "startOffset"),
        duration_ms(row, "end_offset", "endOffset"),
        row.number("confidence"),
    )


def _speaker(role: str, roles: RoleWords) -> Speaker:
    return speaker(_ROLES.get(role, role), roles)


VENDOR = Vendor(
    "google-insights", "entries[].role 或 transcript.transcript_segments[].text", _fits, _calls
)
