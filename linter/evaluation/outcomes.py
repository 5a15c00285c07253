"""What became of the labels of a call, and of the findings in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from linter.evaluation.grams import book_grams, turn_grams
from linter.evaluation.model import (
    OUTCOMES,
    WORDING,
    Found,
    Item,
    Label,
    Labelled,
    Outcome,
    Record,
    Said,
)
from linter.judged import Report
from linter.linting import Linter, Lints
from linter.model import SEVERITY_RANK, Call, Finding, Severity

_LOOKED_BACK = 6
"""How many turns before a label the customer's last words are looked for."""

MISSED, ELSEWHERE, FOUND = OUTCOMES


class Place(NamedTuple):
    """A category at a turn: what labels and findings are compared by."""

    category: str
    turn: int


class Evaluator:
    """Lints labelled items and compares what is found with what was labelled.

    :param linter: shows findings of all severities; which rules, is its own selection.
    :param min_severity: the least severity of a finding that counts.
    :param categories: when given, labels and findings of other categories are left out.
    :param lints: the linter, or what lints around it; records say what its reports say.
    """

    def __init__(
        self,
        linter: Linter,
        min_severity: Severity = "info",
        categories: Collection[str] = (),
        lints: Lints | None = None,
    ) -> None:
        self._linter = linter
        self._lints = lints or linter
        self._least = SEVERITY_RANK[min_severity]
        self._categories = frozenset(categories)
        self._grams = book_grams(linter.book)
        self._packs: dict[str, Mapping[str, str]] = {}

    def record(self, item: Item) -> Record:
        """Lint one item and compare."""
        report = self._lints.lint(item.call)
        call = report.call
        labels = [label for label in item.labels if self._asked(label.category)]
        return Record(
            kind=item.kind,
            id=call.id,
            path=call.path,
            line=item.line,
            digest=digest(replace(item, call=call)),
            grade=item.grade,
            voice=item.voice,
            channel=call.channel,
            business=call.business,
            part=item.part,
            agent_turns=sum(turn.role == "agent" for turn in call.turns),
            clean=not item.labels,
            labels=self._labels(labels, item, report),
            findings=self._findings(labels, item, report),
            overlaps=self._overlaps(labels, item.call),
            verdicts=tuple((v.rule, v.status) for v in report.verdicts if v.rule not in report.off),
        )

    def _asked(self, category: str) -> bool:
        return not self._categories or category in self._categories

    def _relevant(self, item: Item, report: Report) -> list[Finding]:
        """What can be right or wrong: no praise, and of a sentence only its wording."""
        return [
            finding
            for finding in report.findings
            if not finding.praise
            and self._asked(finding.category)
            and (item.kind == "call" or finding.category in WORDING)
        ]

    def _counts(self, finding: Finding) -> bool:
        return SEVERITY_RANK[finding.severity] >= self._least

    def _labels(self, labels: Iterable[Label], item: Item, report: Report) -> tuple[Labelled, ...]:
        there = [finding for finding in self._relevant(item, report) if self._counts(finding)]
        every = {Place(finding.category, finding.turn) for finding in there}
        sure = {Place(f.category, f.turn) for f in there if f.certainty == "certain"}
        return tuple(
            Labelled(
                label.category,
                label.turn,
                outcome(Place(label.category, label.turn), every),
                outcome(Place(label.category, label.turn), sure),
                around(report.call, label.turn),
            )
            for label in labels
        )

    def _findings(self, labels: Iterable[Label], item: Item, report: Report) -> tuple[Found, ...]:
        wanted = {Place(label.category, label.turn) for label in labels}
        packs = self._packs_for(item.call)
        return tuple(
            Found(
                rule=finding.rule,
                pack=packs[finding.rule],
                category=finding.category,
                severity=finding.severity,
                certainty=finding.certainty,
                turn=finding.turn,
                start=finding.start,
                end=finding.end,
                quote=finding.quote,
                message=finding.message,
                evidence=finding.evidence,
                fingerprint=finding.fingerprint,
                counted=self._counts(finding),
                outcome=outcome(Place(finding.category, finding.turn), wanted),
                around=around(report.call, finding.turn),
            )
            for finding in self._relevant(item, report)
        )

    def _overlaps(self, labels: Iterable[Label], call: Call) -> tuple[float, ...]:
        turns = {label.turn for label in labels if label.category in WORDING}
        grams = [turn_grams(call.turns[turn].text) for turn in sorted(turns)]
        return tuple(len(said & self._grams) / len(said) for said in grams if said)

    def _packs_for(self, call: Call) -> Mapping[str, str]:
        """Rule to pack; profiles that the call asks for may bring rules of their own."""
        book = self._linter.for_call(call).book
        if book.version not in self._packs:
            self._packs[book.version] = {rule.id: rule.pack for rule in book.rules}
        return self._packs[book.version]


def outcome(place: Place, others: Collection[Place]) -> Outcome:
    """Whether a category is among others at its turn, at another one, or not at all."""
    if place in others:
        return FOUND
    return ELSEWHERE if any(other.category == place.category for other in others) else MISSED


def around(call: Call, turn: int) -> tuple[Said, ...]:
    """The dialogue around a turn: the customer's last words, what stands before them, the next."""
    first = max(0, turn - 1)
    for before in range(turn - 1, max(-1, turn - 1 - _LOOKED_BACK), -1):
        if call.turns[before].role == "customer":
            first = max(0, before - 1)
            break
    shown = range(first, min(turn + 2, len(call.turns)))
    return tuple(Said(n, call.turns[n].role, call.turns[n].text) for n in shown)


def digest(item: Item) -> str:
    """A hash of all that its outcomes depend on besides the rules; not of where its file lies."""
    call = item.call
    told = (
        [[t.role, t.speaker, t.text, t.start_ms, t.end_ms] for t in call.turns],
        [[label.category, label.turn] for label in item.labels],
        [item.kind, item.grade, item.voice, item.part],
        [call.channel, call.direction, call.scene, call.business],
    )
    text = json.dumps(told, ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:12]
