"""Amazon Transcribe: ``results`` with audio segments, or with channel or speaker labels.

https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html ; times in seconds, as strings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from linter.calls.heard import Word, joined, word
from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import Vendor, call_of, has, inner, meta_of, no_result
from linter.model import Call, Turn

_FAILED = frozenset(["FAILED", "IN_PROGRESS", "QUEUED"])


class _Item(NamedTuple):
    """A word with the marks after it, and whose it is."""

    speaker: str
    text: str
    heard: Word


def _fits(value: object) -> bool:
    results = inner(value, "results")
    if has(inner(results, "audio_segments", 0), "transcript"):
        return True
    if has(inner(results, "items", 0), "alternatives") or has(results, "transcripts", "items"):
        return True
    return has(value, "jobName", "status")


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    status = document.string("status")
    if status in _FAILED:
        raise no_result(document.at("status"), status)
    results = document.inside("results")
    rows = list(results.rows("items"))
    segments = list(results.rows("audio_segments"))
    turns = [_segment(row, rows) for row in segments] if segments else _runs(results, rows)
    name = document.string("jobName")
    # The transcripts are all of the text once more.
    meta = document.rest() | results.rest("transcripts")
    yield call_of(turns, meta, id=name)


def _segment(row: Members, items: Sequence[Members]) -> Turn:
    numbers = row.value("items")
    chosen = [
        items[number]
        for number in (numbers if isinstance(numbers, list) else [])
        if isinstance(number, int) and 0 <= number < len(items)
    ]
    return Turn(
        role="unknown",
        text=row.string("transcript"),
        speaker=row.string("speaker_label", "channel_label"),
        start_ms=row.ms("start_time", unit="s"),
        end_ms=row.ms("end_time", unit="s"),
        line=row.place.line,
        meta=meta_of(row, words=[item.heard for item in _items(chosen, "")]),
    )


def _runs(results: Members, rows: Sequence[Members]) -> list[Turn]:
    """The turns that the words of one speaker in a row make."""
    channels = list(results.inside("channel_labels").rows("channels"))
    if channels:
        items = [
            item
            for channel in channels
            for item in _items(channel.rows("items"), channel.string("channel_label"))
        ]
        items.sort(key=lambda item: item.heard.get("start_ms", 0))
    else:
        items = list(_items(rows, "", _labels(results.inside("speaker_labels"))))
    line = results.place.line
    return [_run(list(run), line) for _, run in groupby(items, key=lambda item: item.speaker)]


def _labels(labels: Members) -> dict[str, str]:
    """Who says the word that begins when; the time is taken as it is written."""
    return {
        str(item.value("start_time")): item.string("speaker_label")
        for segment in labels.rows("segments")
        for item in segment.rows("items")
    }


def _items(
    rows: Iterable[Members], speaker: str, labels: dict[str, str] | None = None
) -> Iterator[_Item]:
    held: _Item | None = None
    for row in rows:
        best = next(row.rows("alternatives"), None)
        text = best.string("content") if best else ""
        if row.string("type") == "punctuation" and held is not None:
            held = held._replace(text=held.text + text)
            continue
        if held is not None:
            yield held
        start = row.ms("start_time", unit="s")
        who = row.string("speaker_label") or (labels or {}).get(str(row.value("start_time")), "")
        confidence = best.number("confidence") if best else None
        heard = word(text, start, row.ms("end_time", unit="s"), confidence)
        held = _Item(speaker or who, text, heard)
    if held is not None:
        yield held


def _run(items: Sequence[_Item], line: int | None) -> Turn:
    words = [item.heard for item in items]
    return Turn(
        role="unknown",
        text=joined(item.text for item in items),
        speaker=items[0].speaker,
        start_ms=words[0].get("start_ms"),
        end_ms=words[-1].get("end_ms"),
        line=line,
        meta={"words": words},
    )


VENDOR = Vendor("transcribe", "results.items[].alternatives", _fits, _calls)
