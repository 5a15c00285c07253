"""Counts over records as they come; nothing of a record itself is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from linter.evaluation.model import Found, Labelled, Outcome, Record
from linter.evaluation.scores import Score, Share
from linter.model import SEVERITY_RANK

Level = Literal["call", "turn"]
Row = Literal["certain", "all"]
LEVELS: tuple[Level, ...] = ("call", "turn")
ROWS: tuple[Row, ...] = ("certain", "all")
"""Certain findings alone, and together with those to be reviewed."""

DIMENSIONS = ("category", "grade", "voice", "channel", "business", "part")
"""What scores are told apart by; the category is the pair's, the others are the call's."""
CROSSED = "category_grade"
"""A dimension of two: ``tone_policing indirect``."""
STATUSES = ("violated", "met", "not_applicable", "not_evaluated")
"""What a rule may say of a call."""
SOURCES = ("certainty", "severity", "pack", "rule")
"""What findings are told apart by."""


class Key(NamedTuple):
    """Which score: of all pairs (no dimension), or of those with one value of a dimension."""

    level: Level
    row: Row
    dimension: str = ""
    value: str = ""


class Counts(NamedTuple):
    """Findings by what became of them."""

    found: int = 0
    elsewhere: int = 0
    missed: int = 0

    @property
    def every(self) -> int:
        """All of them."""
        return self.found + self.elsewhere + self.missed

    @property
    def right(self) -> Share:
        """Those whose category is labelled in their call."""
        return Share(self.found + self.elsewhere, self.every)


class Overlap(NamedTuple):
    """The shares of 3-grams that turns have in common with the rules, added up.

    :ivar turns: how many.
    """

    sum: float
    turns: int

    @property
    def mean(self) -> float | None:
        """From 0 to 1; ``None`` without turns."""
        return self.sum / self.turns if self.turns else None


class Tally:
    """Counts of one kind of item.

    :ivar items: calls or sentences.
    :ivar clean: those without any label.
    :ivar clean_certain: of these, those with a certain finding of at least warning.
    :ivar clean_warned: those with any finding of at least warning.
    :ivar clean_any: those with any finding at the threshold.
    :ivar scores: by :class:`Key`.
    :ivar findings: (source, value) → outcome → findings at the threshold.
    :ivar verdicts: rule → verdict → calls.
    """

    def __init__(self) -> None:
        self.items = self.agent_turns = self.labels = 0
        self.clean = self.clean_certain = self.clean_warned = self.clean_any = 0
        self.scores: dict[Key, Score] = {}
        self.findings: dict[tuple[str, str], Counter[Outcome]] = {}
        self.verdicts: dict[str, Counter[str]] = {}
        self._overlaps: dict[tuple[str, str], tuple[float, int]] = {}

    def add(self, record: Record) -> None:
        """Count one more."""
        self.items += 1
        self.agent_turns += record.agent_turns
        self.labels += len(record.labels)
        self._add_overlaps(record)
        if record.clean:
            self._add_clean(record)
        for key, score in scores_of(record):
            self.scores[key] = self.scores.get(key, Score()) + score
        for found in record.findings:
            if found.counted:
                for source in SOURCES:
                    place = source, str(getattr(found, source))
                    self.findings.setdefault(place, Counter())[found.outcome] += 1
        for rule, status in record.verdicts:
            self.verdicts.setdefault(rule, Counter())[status] += 1

    def score(self, level: Level, row: Row, dimension: str = "", value: str = "") -> Score:
        """The pairs of one value, or all."""
        return self.scores.get(Key(level, row, dimension, value), Score())

    def values(self, dimension: str) -> list[str]:
        """The values there are of a dimension."""
        return sorted({key.value for key in self.scores if key.dimension == dimension})

    def by(self, source: str) -> Mapping[str, Counts]:
        """Findings at the threshold by one of :data:`SOURCES`."""
        return {
            value: Counts(counter["found"], counter["elsewhere"], counter["missed"])
            for (name, value), counter in sorted(self.findings.items())
            if name == source
        }

    def said(self, rule: str) -> Counter[str]:
        """How often a rule gave each verdict."""
        return self.verdicts.get(rule, Counter())

    def per_thousand(self, level: Level, row: Row) -> float | None:
        """False alarms per 1,000 agent turns."""
        false = self.score(level, row).false
        return 1000 * false / self.agent_turns if self.agent_turns else None

    def overlap(self, dimension: str = "", value: str = "") -> Overlap:
        """How much of what labelled agent turns say the rules' patterns have."""
        return Overlap(*self._overlaps.get((dimension, value), (0.0, 0)))

    def _add_overlaps(self, record: Record) -> None:
        for key in [("", ""), *facets(record)] if record.overlaps else ():
            sum_, turns = self._overlaps.get(key, (0.0, 0))
            self._overlaps[key] = sum_ + sum(record.overlaps), turns + len(record.overlaps)

    def _add_clean(self, record: Record) -> None:
        warned = [f for f in record.findings if SEVERITY_RANK[f.severity] >= 1]
        self.clean += 1
        self.clean_certain += any(found.certainty == "certain" for found in warned)
        self.clean_warned += bool(warned)
        self.clean_any += any(found.counted for found in record.findings)


def facets(record: Record) -> list[tuple[str, str]]:
    """What is known of a whole item: dimension and value."""
    return [(name, str(getattr(record, name))) for name in DIMENSIONS if name != "category"]


def scores_of(record: Record) -> Iterator[tuple[Key, Score]]:
    """What one record adds to each score."""
    of_item = facets(record)
    for level in LEVELS:
        wanted = {_pair(label, level) for label in record.labels}
        for row in ROWS:
            there = {
                _pair(found, level)
                for found in record.findings
                if found.counted and (row == "all" or found.certainty == "certain")
            }
            every = Score(len(wanted & there), len(wanted - there), len(there - wanted))
            yield Key(level, row), every
            for name, value in of_item:
                yield Key(level, row, name, value), every
            for pair in sorted(wanted | there):
                one = Score(
                    int(pair in wanted and pair in there),
                    int(pair in wanted and pair not in there),
                    int(pair not in wanted),
                )
                yield Key(level, row, "category", pair[0]), one
                yield Key(level, row, CROSSED, crossed(pair[0], record.grade)), one


def crossed(category: str, grade: str) -> str:
    """The value of :data:`CROSSED`."""
    return f"{category} {grade}"


def _pair(thing: Labelled | Found, level: Level) -> tuple[str, int]:
    """A category, and the turn where turns count."""
    return thing.category, thing.turn if level == "turn" else 0
