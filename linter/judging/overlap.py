"""Findings on the same words: ``yields_to`` says whose finding is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from linter.judging.outcome import found_evidence, merged, speaking_of
from linter.model import Evidence, Finding
from linter.rulebook.types import RuleBook
from linter.signals.view import CallView

Yields = dict[Finding, Finding]
"""Loser → winner."""


def resolve_overlap(
    book: RuleBook, view: CallView, findings: Sequence[Finding], off: Collection[str] = ()
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings that are shown, and those that gave way to one on the same speaking turn.

    A loser becomes evidence of the finding that stands in the end. A certain finding does not
    give way to one that is only worth a look, nor an error to a mere info, and rules that
    yield to each other do not both vanish: the one that comes first in the turn gives way.

    :param off: ids of rules whose findings are hidden and win nothing.
    """
    groups: dict[int, list[Finding]] = {}
    for found in findings:
        if found.rule not in off:
            groups.setdefault(speaking_of(view, found.turn).number, []).append(found)
    crowded = [group for group in groups.values() if len(group) > 1]
    yields_to = {rule.id: rule.yields_to for rule in book.rules} if crowded else {}
    yields: Yields = {}
    for group in crowded:
        yields |= _yields(yields_to, group)
    if not yields and not off:
        return tuple(findings), ()
    notes: dict[Finding, list[Evidence]] = {}
    for loser, winner in yields.items():
        *_, last = _path(winner, yields)
        notes.setdefault(last, []).append(found_evidence(loser, "yielded"))
    hidden = tuple(found for found in findings if found in yields or found.rule in off)
    shown = (found for found in findings if found not in yields and found.rule not in off)
    return tuple(
        replace(found, evidence=merged(found.evidence, notes[found])) if found in notes else found
        for found in shown
    ), hidden


def _yields(yields_to: Mapping[str, Collection[str]], group: list[Finding]) -> Yields:
    """Who gives way to whom in one speaking turn.

    :param yields_to: for each rule, those it gives way to.
    """
    yields: Yields = {}
    for found in group:
        if not yields_to[found.rule]:
            continue
        rivals = [other for other in group if other.rule in yields_to[found.rule]]
        winners = [w for w in rivals if _as_grave(w, found) and found not in _path(w, yields)]
        if winners:
            yields[found] = winners[0]
    return yields


def _as_grave(winner: Finding, loser: Finding) -> bool:
    sure = winner.certainty == "certain" or loser.certainty == "review"
    return sure and (loser.severity, winner.severity) != ("error", "info")


def _path(found: Finding, yields: Yields) -> Iterator[Finding]:
    """A finding, what it gave way to, and so on to the one that stands."""
    yield found
    while found in yields:
        found = yields[found]
        yield found
