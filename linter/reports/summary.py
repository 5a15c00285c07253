"""What a whole run came to: counts, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from linter.model import SEVERITIES, Report


@dataclass(frozen=True, slots=True)
class RulesIdentity:
    """Which rules judged: two runs with the same hash had the same rules."""

    name: str = ""
    version: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over all calls of a run.

    ``by_severity`` and ``by_category`` count the findings shown, those to be reviewed
    included, praise not; ``review`` says how many of them await a person's look. ``unjudged``
    counts the calls some rule could not be judged on, ``unscored`` those on which none could.
    ``skipped`` holds (where, why) of every input that was not read.
    """

    files: int = 0
    calls: int = 0
    turns: int = 0
    agent_turns: int = 0
    by_severity: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(SEVERITIES, 0))
    by_category: Mapping[str, int] = field(default_factory=dict)
    review: int = 0
    praise: int = 0
    unjudged: int = 0
    unscored: int = 0
    skipped: tuple[tuple[str, str], ...] = ()
    rules: RulesIdentity = field(default_factory=RulesIdentity)

    @property
    def findings(self) -> int:
        """All findings shown, praise not counted."""
        return sum(self.by_severity.values())

    def plus(self, report: Report) -> Summary:
        """The summary with one more call counted; ``files`` stays the caller's to count."""
        problems = [finding for finding in report.findings if not finding.praise]
        by_severity = dict(self.by_severity)
        by_category = dict(self.by_category)
        for finding in problems:
            by_severity[finding.severity] = by_severity.get(finding.severity, 0) + 1
            by_category[finding.category] = by_category.get(finding.category, 0) + 1
        return replace(
            self,
            calls=self.calls + 1,
            turns=self.turns + len(report.call.turns),
            agent_turns=self.agent_turns + sum(t.role == "agent" for t in report.call.turns),
            by_severity=by_severity,
            by_category=by_category,
            review=self.review + sum(f.certainty == "review" for f in problems),
            praise=self.praise + len(report.findings) - len(problems),
            unjudged=self.unjudged + bool(report.unjudged),
            unscored=self.unscored + (not report.scores),
        )
