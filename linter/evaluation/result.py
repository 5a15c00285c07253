"""What an evaluation came to, for the formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from linter.evaluation.model import KINDS, Found, Kind, Labelled, Outcome, Record
from linter.evaluation.tally import Tally
from linter.frozen import dataclass
from linter.model import Severity
from linter.reports import RulesIdentity


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for; it decides what figures mean.

    :ivar categories: the only ones that count; empty for all.
    :ivar parts: the only parts of the data that count; empty for all.
    :ivar voices: the only voices that count; empty for all.
    """

    min_severity: Severity = "info"
    categories: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Miss:
    """A label that was not found at its turn, with its item."""

    record: Record
    label: Labelled


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding that no label at its turn bears out, with its item."""

    record: Record
    finding: Found


class Lists:
    """What people read to see why figures are what they are; no longer than they want.

    :param limit: how many of each list are kept; ``None`` for all.
    :ivar misses: labels, by whether they were found elsewhere in the call or not at all.
    :ivar alarms: findings, in the same way.
    :ivar counts: how many there are of each, kept or not.
    """

    def __init__(self, limit: int | None = None) -> None:
        self._limit = limit
        self.misses: dict[Outcome, list[Miss]] = {"missed": [], "elsewhere": []}
        self.alarms: dict[Outcome, list[Alarm]] = {"missed": [], "elsewhere": []}
        self.counts: dict[tuple[str, Outcome], int] = {}

    def add(self, record: Record) -> None:
        """Keep what there is of one more record."""
        for label in record.labels:
            if label.outcome != "found" and self._room("misses", label.outcome):
                self.misses[label.outcome].append(Miss(record, label))
        for found in record.findings:
            if found.counted and found.outcome != "found" and self._room("alarms", found.outcome):
                self.alarms[found.outcome].append(Alarm(record, found))

    def left_out(self, name: str, outcome: Outcome) -> int:
        """How many of a list there were beyond its limit."""
        count = self.counts.get((name, outcome), 0)
        return 0 if self._limit is None else max(0, count - self._limit)

    def _room(self, name: str, outcome: Outcome) -> bool:
        key = name, outcome
        self.counts[key] = self.counts.get(key, 0) + 1
        return self._limit is None or self.counts[key] <= self._limit


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that is said of a run.

    :ivar rules: which rules judged.
    :ivar packs: rule to the pack it came from, for all rules that were asked for.
    :ivar tallies: of the kinds there were.
    """

    asked: Asked
    rules: RulesIdentity
    profiles: tuple[str, ...]
    packs: Mapping[str, str]
    tallies: Mapping[Kind, Tally] = field(default_factory=dict)


def in_order(tallies: Mapping[Kind, Tally]) -> Sequence[tuple[Kind, Tally]]:
    """The tallies there are, calls before sentences."""
    return [(kind, tallies[kind]) for kind in KINDS if kind in tallies]
