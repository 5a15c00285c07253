"""Numbers, dates and times of a workbook as its sheets show them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

from linter import lazy

_ZEROS = lazy.pattern(r"0+")
_DECIMALS = lazy.pattern(r"(?:#,##)?0\.(0+)")
_PERCENT = lazy.pattern(r"0(?:\.(0+))?%")
_QUOTED = lazy.pattern(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_MOST_ZEROS = 40
_EXACT = 1e15
"""Whole numbers below this are exact in a workbook."""
_DAY_MS = 86_400_000
_FAKE_LEAP_DAY = 60
"""Serial number of 29 February 1900, which Excel has and the calendar has not."""


def number_shown(value: int | float, number_format: str) -> str:
    """A number, in the formats people give to codes and shares: ``00123``, ``12.5%``."""
    if number_format == "General" and isinstance(value, int) and value < _EXACT:
        return str(value)
    shape = number_format.split(";")[0]
    if (zeros := _ZEROS.fullmatch(shape)) and len(zeros[0]) <= _MOST_ZEROS:
        return f"{value:0{len(zeros[0])}.0f}"
    if percent := _PERCENT.fullmatch(shape):
        return f"{value * 100:.{_places(percent[1])}f}%"
    if decimals := _DECIMALS.fullmatch(shape):
        return f"{value:.{_places(decimals[1])}f}"
    if abs(value) < _EXACT and value == int(value):
        return str(int(value))
    return f"{value:.15g}"


def _places(zeros: str | None) -> int:
    return min(len(zeros or ""), _MOST_ZEROS)


def moment_shown(serial: float, number_format: str, epoch: datetime) -> str:
    """A date, a time or both, to the millisecond.

    They are spelt in one way, whatever the format's order: ``2026-01-31``, ``08:15:02``,
    ``2026-01-31 08:15:02.5``; a format that says only ``mm:ss`` gives ``00:01:02``, and one of
    lengths (``[h]:mm``) counts hours beyond 24.

    :param serial: days since the epoch, with the time of day as a fraction.
    :param epoch: of the workbook; 1900 has a day too many.
    :raises OverflowError: for what is no day of the calendar.
    """
    millis = round(serial * _DAY_MS)
    has_date, has_time, is_length = _parts(number_format)
    if not has_date or (0 <= serial < 1 and has_time):
        return _clock(millis if is_length else millis % _DAY_MS)
    if epoch.year < 1904 and serial < _FAKE_LEAP_DAY:
        millis += _DAY_MS
    moment = epoch + timedelta(milliseconds=millis)
    day = f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
    return f"{day} {_clock(millis % _DAY_MS)}" if has_time else day


@lru_cache(maxsize=256)
def _parts(number_format: str) -> tuple[bool, bool, bool]:
    """Whether a format shows a day, whether a time of day, whether that is a length of time."""
    shape = _QUOTED.sub("", number_format.split(";")[0]).casefold()
    has_time = "h" in shape or "s" in shape
    return "y" in shape or "d" in shape or ("m" in shape and not has_time), has_time, "[" in shape


def _clock(millis: int) -> str:
    sign = "-" if millis < 0 else ""
    seconds, rest = divmod(abs(millis), 1000)
    fraction = f".{rest:03}".rstrip("0") if rest else ""
    minutes, seconds = divmod(seconds, 60)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}:{seconds:02}{fraction}"
