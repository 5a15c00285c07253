"""Amazon Bedrock Data Automation, its standard output of audio: ``audio_segments[]``.

https://docs.aws.amazon.com/bedrock/latest/userguide/bda-ouput-audio.html ; times in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.calls.heard import Word, word
from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import Vendor, call_of, has, inner, meta_of
from linter.model import Call, Turn

_TIMES = ("start_timestamp_millis", "end_timestamp_millis")


def _fits(value: object) -> bool:
    return has(inner(value, "audio_segments", 0), "text", _TIMES[0])


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    items = [_item(row) for row in document.rows("audio_items")]
    turns = [_turn(row, items) for row in document.rows("audio_segments")]
    name = document.inside("metadata").string("s3_key")
    yield call_of(turns, {**document.rest(), "metadata": document.value("metadata")}, id=name)


def _item(row: Members) -> Word | None:
    """A word; a mark has no time and is none."""
    start, end = (row.ms(name) for name in _TIMES)
    return None if start is None else word(row.string("content"), start, end)


def _turn(row: Members, items: Sequence[Word | None]) -> Turn:
    numbers = row.value("audio_item_indices")
    heard = [
        found
        for number in (numbers if isinstance(numbers, list) else [])
        if isinstance(number, int) and 0 <= number < len(items) and (found := items[number])
    ]
    channel = row.inside("channel").string("channel_label")
    voice = row.inside("speaker").string("speaker_label")
    start, end = (row.ms(name) for name in _TIMES)
    return Turn(
        role="unknown",
        text=row.string("text"),
        speaker=voice or channel,
        start_ms=start,
        end_ms=end,
        line=row.place.line,
        meta=meta_of(row, words=heard, channel_id=channel if voice else None),
    )


VENDOR = Vendor("aws-bda", "audio_segments[].text", _fits, _calls)
