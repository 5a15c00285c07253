"""Times that count from 1970 or from the call's start, whichever an export took."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from linter.model import Turn

_NO_CALL_MS = 1000 * 86_400 * 365
"""A year: what is beyond it counts from 1970."""
_LATEST_MS = 253_402_300_799_999
"""The end of the year 9999, the last there is a date for."""


def from_first(turns: Sequence[Turn]) -> tuple[list[Turn], str]:
    """Turns with times from the first one's on, if they counted from 1970, and when that was.

    :return: the turns, and their beginning as ISO 8601 in UTC, empty when it is not known.
    """
    first = min((turn.start_ms for turn in turns if turn.start_ms is not None), default=0)
    if not _NO_CALL_MS < first <= _LATEST_MS:
        return list(turns), ""
    moment = datetime.fromtimestamp(first // 1000, UTC)
    started = moment.replace(microsecond=first % 1000 * 1000).isoformat(timespec="milliseconds")
    return [_moved(turn, first) for turn in turns], started


def _moved(turn: Turn, first: int) -> Turn:
    start, end = turn.start_ms, turn.end_ms
    moved = turn._replace(
        start_ms=None if start is None else start - first,
        end_ms=None if end is None else end - first,
    )
    if words := turn.meta.get("words"):
        times = ("start_ms", "end_ms")
        words = [{k: v - first if k in times else v for k, v in one.items()} for one in words]
        moved = moved._replace(meta={**turn.meta, "words": words})
    return moved
