"""Clock times and dates of transcripts, as milliseconds from the call's start."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from linter import lazy

_CLOCK = r"(?:(?P<h>\d{1,3})[:：])?(?P<m>\d{1,3})[:：](?P<s>\d{2})(?:[.,](?P<f>\d{1,6}))?"
_DATE = r"(?P<Y>\d{4})[-/.年](?P<M>\d{1,2})[-/.月](?P<D>\d{1,2})日?[T\s]+"
_STAMP = lazy.pattern(rf"(?:{_DATE})?{_CLOCK}(?:Z|\s?[+-]\d{{2}}:?\d{{2}})?", re.ASCII)

STAMP = (
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[T\s]\s*)?"
    r"\d{1,3}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d{1,6})?"
)
"""Pattern source for one time in running text: ``01:02``, ``00:01:02.5``, with or without date."""


class Timeline:
    """Turns the stamps of one call into milliseconds.

    A bare clock (``01:02`` is one minute two, ``00:01:02.345``) counts as time since the
    call's start. A stamp with a date counts from the first such stamp of the call, which is
    kept as ``started_at``.
    """

    def __init__(self) -> None:
        self.started_at = ""
        self._first: datetime | None = None

    def ms(self, stamp: str) -> int | None:
        """Read one stamp; ``None`` when it is not a time."""
        found = _STAMP.fullmatch(stamp.strip())
        if found is None:
            return None
        hours, minutes, seconds = (int(found[key] or 0) for key in "hms")
        micros = int((found["f"] or "").ljust(6, "0"))
        if found["Y"] is None:
            return ((hours * 60 + minutes) * 60 + seconds) * 1000 + micros // 1000
        if found["h"] is None:  # 2026-01-01 08:15 has hours and minutes
            hours, minutes, seconds = minutes, seconds, 0
        year, month, day = (int(found[key]) for key in "YMD")
        try:
            moment = datetime(year, month, day, hours, minutes, seconds, micros)
        except ValueError:
            return None
        if self._first is None:
            self._first = moment
            self.started_at = stamp.strip()
        return (moment - self._first) // timedelta(milliseconds=1)
