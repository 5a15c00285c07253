"""``yields_to``: whose finding is shown, speaking turn after speaking turn."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from linter.model import Evidence, Finding
from linter.rulebook.types import RuleBook

from .outcome import merged, speaking_of
from .seen import View

Yields = dict[Finding, Finding]
"""Loser → winner."""


def resolve_overlap(
    book: RuleBook, view: View, findings: Sequence[Finding], off: Collection[str] = ()
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings that are shown, and those that gave way to one on the same speaking turn."""
    groups: dict[int, list[Finding]] = {}
    for found in findings:
        groups.setdefault(speaking_of(view, found.turn).number, []).append(found)
    yields: Yields = {}
    for group in groups.values():
        yields |= _yields(book, [found for found in group if found.rule not in off])
    notes: dict[Finding, list[Evidence]] = {}
    for loser, winner in yields.items():
        *_, last = _path(winner, yields)
        place = (loser.turn, loser.start, loser.end)
        said = loser.message.rstrip("。")
        note = Evidence(*place, loser.quote, "yielded", said, loser.rule)
        notes.setdefault(last, []).append(note)
    hidden = tuple(found for found in findings if found in yields or found.rule in off)
    shown = (found for found in findings if found not in yields and found.rule not in off)
    return tuple(
        replace(found, evidence=merged(found.evidence, notes[found])) if found in notes else found
        for found in shown
    ), hidden


def _yields(book: RuleBook, group: list[Finding]) -> Yields:
    """Who gives way to whom in one speaking turn."""
    yields_to = {rule.id: rule.yields_to for rule in book.rules}
    yields: Yields = {}
    for found in group:
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
