"""When calls began: days, and the weeks or months they are put together to."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Literal

from linter import lazy

Unit = Literal["day", "week", "month"]

_DAY = lazy.pattern(r"\s*(?:(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})|(\d{4})(\d\d)(\d\d))(?!\d)")
_MOST_DAYS = 31
_MOST_WEEKS = 27


def day_of(started_at: str) -> str:
    """The day on which a call began as its own clock had it, ``YYYY-MM-DD``; empty if unknown."""
    found = _DAY.match(started_at)
    if not found:
        return ""
    try:
        return date(*(int(part) for part in found.groups() if part)).isoformat()
    except ValueError:
        return ""


def unit_for(days: Collection[str]) -> Unit:
    """The unit in which days are few enough for a chart."""
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    span = (last - first).days + 1
    if span <= _MOST_DAYS:
        return "day"
    return "week" if span <= _MOST_WEEKS * 7 else "month"


def start_of(day: str, unit: Unit) -> str:
    """What a day is put together with: the Monday of its week, its month ``YYYY-MM``."""
    if unit == "month":
        return day[:7]
    if unit == "day":
        return day
    found = date.fromisoformat(day)
    return (found - timedelta(days=found.weekday())).isoformat()
