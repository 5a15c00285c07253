"""What is kept of a report; arrays, in this order of their fields (see :data:`.keys.FORMAT`)."""

from __future__ import annotations

import msgspec

from linter.judged import PartStatus
from linter.kept.unsaid import Unsaid
from linter.model import Aspect, Certainty, Severity


class PlaceRecord(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A place in the call; ``quote`` only where it says something else than stands there."""

    turn: int
    start: int
    end: int
    quote: str | None
    as_: str
    label: Unsaid
    rule: str = ""


class FindingRecord(msgspec.Struct, array_like=True, frozen=True):
    """A finding; in its place ``as_`` is who speaks."""

    place: PlaceRecord
    rule: str
    category: str
    aspect: Aspect
    severity: Severity
    certainty: Certainty
    message: str
    suggestion: str
    why: str
    evidence: list[PlaceRecord]
    window: list[int]
    act: str
    fingerprint: str
    praise: bool
    late: bool
    deduct: bool


class PartRecord(msgspec.Struct, array_like=True, frozen=True):
    """A part of the diagnosis."""

    name: Aspect
    status: PartStatus
    turn: int | None
    quote: Unsaid
    reason: Unsaid
    suggestion: str
    chain: list[PlaceRecord]


class ReportRecord(msgspec.Struct, array_like=True, frozen=True):
    """A report; the verdicts as lines of rule ids, one byte for each status, and what few have.

    ``sheet`` is what :mod:`linter.kept.sheets` makes of it, empty where there is none.
    """

    findings: list[FindingRecord]
    hidden: list[FindingRecord]
    rules: str
    statuses: bytes
    reasons: dict[int, str]
    turns: dict[int, int]
    diagnosis: list[PartRecord]
    scores: dict[str, int]
    off: list[str]
    load: list[PlaceRecord]
    sheet: bytes
