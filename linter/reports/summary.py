"""What a whole run came to: counts, and what could not be read."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from operator import attrgetter
from typing import TYPE_CHECKING, Self

from linter.errors import HuashuError
from linter.frozen import dataclass
from linter.judged import Report
from linter.model import SEVERITIES
from linter.triage.traces import Traces

if TYPE_CHECKING:
    from linter.rulebook.types import RuleBook


@dataclass(frozen=True, slots=True)
class RulesIdentity:
    """Which rules judged: two runs with the same hash had the same rules."""

    name: str = ""
    version: str = ""
    hash: str = ""

    @classmethod
    def of(cls, book: RuleBook, version: str) -> Self:
        """That of a book.

        :param version: the program's.
        """
        return cls(", ".join(book.packs), version, book.version)


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over all calls of a run.

    ``scenes`` are those of the calls that are scenes of a script library. ``by_severity`` and
    ``by_category`` count the findings shown, those to be reviewed included, praise not;
    ``review`` says how many of them await a person's look. ``unjudged``
    counts the calls some rule could not be judged on, ``unscored`` those on which none could.
    ``skipped`` holds (where, why) of every input that was not read, ``failures`` the same as
    errors, for formats that say where in fields of their own; ``left_out`` how many turns
    were read and left out, by the reason; ``warnings`` counts what was odd about the inputs.
    ``suppressed`` counts the findings that were taken out, by the source of the entry.
    """

    files: int = 0
    calls: int = 0
    scenes: int = 0
    turns: int = 0
    agent_turns: int = 0
    by_severity: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(SEVERITIES, 0))
    by_category: Mapping[str, int] = field(default_factory=dict)
    review: int = 0
    praise: int = 0
    unjudged: int = 0
    unscored: int = 0
    skipped: tuple[tuple[str, str], ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    warnings: int = 0
    rules: RulesIdentity = field(default_factory=RulesIdentity)
    failures: tuple[HuashuError, ...] = ()
    suppressed: Mapping[str, int] = field(default_factory=dict)

    @property
    def findings(self) -> int:
        """All findings shown, praise not counted."""
        return sum(self.by_severity.values())


_status = attrgetter("status")
_role = attrgetter("role")


class Tally:
    """Counts over calls as they come: cheap to count with, and to send to another process.

    :ivar by_rule: how many findings of each rule were shown, praise included.
    :ivar certain: how many findings of each severity are neither praise nor to be reviewed.
    :ivar suppressed: how many findings were taken out, by the source of the entry.
    :ivar traces: what became of the entries.
    """

    __slots__ = (
        "agent_turns",
        "by_category",
        "by_rule",
        "by_severity",
        "calls",
        "certain",
        "praise",
        "review",
        "scenes",
        "suppressed",
        "traces",
        "turns",
        "unjudged",
        "unscored",
    )

    def __init__(self) -> None:
        self.calls = self.scenes = self.turns = self.agent_turns = 0
        self.by_severity: Counter[str] = Counter()
        self.by_category: Counter[str] = Counter()
        self.by_rule: Counter[str] = Counter()
        self.certain: Counter[str] = Counter()
        self.review = self.praise = self.unjudged = self.unscored = 0
        self.suppressed: Counter[str] = Counter()
        self.traces = Traces()

    def count(self, report: Report) -> None:
        """Count one more call."""
        self.calls += 1
        self.scenes += report.call.kind == "script"
        self.turns += len(report.call.turns)
        self.agent_turns += operator.countOf(map(_role, report.call.turns), "agent")
        # Looking for one verdict is an order of magnitude faster than asking for all of those.
        if "not_evaluated" in map(_status, report.verdicts) and report.unjudged:
            self.unjudged += 1
        if not report.scores:
            self.unscored += 1
        self.suppressed.update(one.entry.source for one in report.suppressed)
        if report.traces is not None:
            self.traces.add(report.traces)
        for finding in report.findings:
            self.by_rule[finding.rule] += 1
            if finding.praise:
                self.praise += 1
                continue
            self.by_severity[finding.severity] += 1
            self.by_category[finding.category] += 1
            if finding.certainty == "review":
                self.review += 1
            else:
                self.certain[finding.severity] += 1

    def add(self, other: Tally) -> None:
        """Count what another has counted."""
        for name in self.__slots__:
            mine = getattr(self, name)
            mine += getattr(other, name)
            # Numbers are replaced by their sum, counters and traces are what they were.
            setattr(self, name, mine)

    def summary(
        self,
        files: int = 0,
        skipped: Iterable[tuple[str, str]] = (),
        rules: RulesIdentity | None = None,
        left_out: Mapping[str, int] | None = None,
        warnings: int = 0,
        failures: Iterable[HuashuError] = (),
    ) -> Summary:
        """What it has come to, with what only the caller knows."""
        return Summary(
            files=files,
            calls=self.calls,
            scenes=self.scenes,
            turns=self.turns,
            agent_turns=self.agent_turns,
            by_severity={severity: self.by_severity[severity] for severity in SEVERITIES},
            by_category=dict(self.by_category),
            review=self.review,
            praise=self.praise,
            unjudged=self.unjudged,
            unscored=self.unscored,
            skipped=tuple(skipped),
            left_out=dict(left_out or {}),
            warnings=warnings,
            rules=rules or RulesIdentity(),
            failures=tuple(failures),
            suppressed=dict(sorted(self.suppressed.items())),
        )
