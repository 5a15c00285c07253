"""Lengths of time as APIs write them: ``"1.5s"``, ``{"seconds": 1}``, ``{"milliseconds": 9}``."""

from __future__ import annotations

from linter.calls.members import Members


def duration_ms(row: Members, *names: str) -> int | None:
    """A length in milliseconds: a string with its unit, a bare number of ms, or an object.

    ``{"seconds": "1", "nanos": 500000000}`` is how protocol buffers come out of some libraries.

    :raises InputError: for anything else.
    """
    value = row.value(*names)
    if isinstance(value, str) and value.strip().endswith("s"):
        number = value.strip().removesuffix("s")
        unit = "ms" if number.endswith("m") else "s"
        text = number.removesuffix("m")
        return Members({"": text}, row.at(*names)).ms("", unit="ms" if unit == "ms" else "s")
    if not isinstance(value, dict):
        return row.ms(*names)
    parts = row.inside(*names)
    millis = parts.ms("milliseconds", "millis")
    if millis is not None:
        return millis
    seconds, nanos = parts.ms("seconds", unit="s"), parts.number("nanos")
    if seconds is None and nanos is None:
        return None
    return (seconds or 0) + round((nanos or 0) / 1_000_000)
