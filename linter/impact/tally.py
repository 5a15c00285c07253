"""Counts over calls as they come; nothing of a call itself is kept."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from linter.evaluation.model import Outcome
from linter.impact.model import CallImpact, Kind, VerdictOr


class Counts(NamedTuple):
    """Findings of one rule or category, or all."""

    gained: int = 0
    lost: int = 0
    changed: int = 0
    same: int = 0

    @property
    def old(self) -> int:
        """How many the old book has."""
        return self.lost + self.changed + self.same

    @property
    def new(self) -> int:
        """How many the new book has."""
        return self.gained + self.changed + self.same

    @property
    def differs(self) -> bool:
        """Whether anything is not the same."""
        return bool(self.gained or self.lost or self.changed)

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(mine + its for mine, its in zip(self, other, strict=True)))


class Tally:
    """What two books made of all calls so far.

    :ivar scenes: those of the calls that are scenes of script libraries.
    :ivar labelled: calls that have labels.
    :ivar affected: calls with any change.
    :ivar rules: rule → its findings; a changed one counts where it is now.
    :ivar verdicts: (rule, old, new) → calls.
    :ivar labels: (kind of change, what the labels say) → findings of labelled calls.
    :ivar keys: what differs → changed findings.
    """

    def __init__(self) -> None:
        self.calls = self.scenes = self.agent_turns = self.labelled = self.affected = 0
        self.rules: dict[str, Counts] = {}
        self.categories: dict[str, Counts] = {}
        self.verdicts: Counter[tuple[str, VerdictOr, VerdictOr]] = Counter()
        self.labels: Counter[tuple[Kind, Outcome]] = Counter()
        self.keys: Counter[str] = Counter()

    @property
    def total(self) -> Counts:
        """All findings."""
        total = Counts()
        for counts in self.rules.values():
            total = total.plus(counts)
        return total

    def add(self, impact: CallImpact) -> None:
        """Count one more call."""
        self.calls += 1
        self.scenes += impact.is_scene
        self.agent_turns += impact.agent_turns
        self.labelled += impact.labelled
        self.affected += bool(impact.changes)
        for (rule, category), count in impact.same.items():
            self._count(rule, category, Counts(same=count))
        for change in impact.changes:
            self._count(change.rule, change.finding.category, _ONE[change.kind])
            self.keys.update(change.keys)
            if change.label is not None:
                self.labels[change.kind, change.label] += 1
        self.verdicts.update(impact.verdicts)

    def per_thousand(self, findings: int) -> float | None:
        """Findings per 1,000 agent turns; ``None`` when no agent spoke."""
        return 1000 * findings / self.agent_turns if self.agent_turns else None

    def _count(self, rule: str, category: str, counts: Counts) -> None:
        for name, found in ((rule, self.rules), (category, self.categories)):
            found[name] = found.get(name, Counts()).plus(counts)


_ONE = {"gained": Counts(gained=1), "lost": Counts(lost=1), "changed": Counts(changed=1)}
