"""The score of a call by a scheme, step by step.

1. Each act is charged once, in points of its dimension (:mod:`linter.scoring.charging`); what
   awaits a person's look, praise, and what rules do not deduct for costs nothing.
2. The limits of items and dimensions give back what goes beyond them; a fatal finding takes all.
3. A dimension none of whose rules could be judged is left out. The others bring
   ``points / full * weight / sum of their weights * full of the scheme``.
4. Praise adds to that, up to its own limit and to full marks; a fatal finding takes all.

Everything is exact; what a dimension brings, and the total, are rounded to two decimals, halves
up, and the total's rounding is a step like the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from linter.judged import Verdict
from linter.model import SEVERITY_RANK, Finding
from linter.rulebook.types import Rule, RuleBook
from linter.scoresheet import DimensionScore, ScoreSheet
from linter.scoring.charging import Charge, Limits, by_place, charged
from linter.scoring.leaving_out import left_out
from linter.scoring.places import by_dimension, places, praising
from linter.scoring.scheme import Scheme, Veto
from linter.scoring.steps import dimension_steps
from linter.scoring.totals import axes, summed

NOTHING = Decimal(0)


def sheet(
    scheme: Scheme,
    book: RuleBook,
    findings: Iterable[Finding],
    verdicts: Iterable[Verdict],
    off: Collection[str] = (),
) -> ScoreSheet:
    """The score of one call.

    :param findings: those that count, shown or not; of rules of the book.
    :param verdicts: what the rules say of the call.
    :param off: ids of rules that nobody asked for.
    """
    return Scorer(scheme, book, off).sheet(findings, verdicts)


class Scorer:
    """Scores calls by a scheme and a rule book.

    :param off: ids of rules that nobody asked for.
    """

    def __init__(self, scheme: Scheme, book: RuleBook, off: Collection[str] = ()) -> None:
        self._scheme = scheme
        self._rules: Mapping[str, Rule] = {rule.id: rule for rule in book.rules}
        self._places = places(scheme, book.rules)
        asked = {rule: at for rule, at in self._places.items() if rule not in off}
        self._judging = by_dimension(asked, len(scheme.dimensions))
        bonus = scheme.bonus
        self._praising = praising(bonus.targets, book.rules) if bonus else frozenset()

    def sheet(self, findings: Iterable[Finding], verdicts: Iterable[Verdict]) -> ScoreSheet:
        """The score of one call; see :func:`sheet`."""
        certain = sorted((f for f in findings if f.certainty == "certain"), key=by_place)
        faults = [found for found in certain if not found.praise]
        praise = [found for found in certain if found.rule in self._praising]
        dimensions = self._dimensions(faults, {one.rule: one for one in verdicts})
        vetoes = [found for found in faults if self._veto(found) == "call"]
        total, steps = summed(self._scheme, dimensions, praise, vetoes)
        return ScoreSheet(
            scheme=self._scheme.name,
            full=self._scheme.full,
            total=total,
            band="" if total is None else self._scheme.band(total),
            axes=axes(self._scheme, dimensions),
            dimensions=dimensions,
            steps=steps,
            fatal=tuple(dict.fromkeys(found.rule for found in vetoes)),
            unscored=self._unscored(faults),
        )

    def _dimensions(
        self, faults: Sequence[Finding], verdicts: Mapping[str, Verdict]
    ) -> tuple[DimensionScore, ...]:
        charges = [*self._charges(faults)]
        vetoed = self._vetoed(faults)
        there = {*vetoed, *(one.place[0] for one in charges)}
        reasons = [
            left_out(dimension, rules, verdicts, found=number in there)
            for number, (dimension, rules) in enumerate(
                zip(self._scheme.dimensions, self._judging, strict=True)
            )
        ]
        scored = [n for n, (status, _) in enumerate(reasons) if status == "scored"]
        counting = charged(charges, self._limits(scored, vetoed))
        made = []
        for number, (status, reason) in enumerate(reasons):
            dimension = self._scheme.dimensions[number]
            own = [one for one in charges if one.place[0] == number]
            steps = dimension_steps(dimension, own, counting, vetoed.get(number, ()))
            points = dimension.full + sum((step.points for step in steps), NOTHING)
            is_scored = status == "scored"
            made.append(
                DimensionScore(
                    dimension.name,
                    dimension.axis,
                    dimension.full,
                    points if is_scored else None,
                    dimension.weight,
                    status,
                    reason,
                    steps if is_scored else (),
                )
            )
        return tuple(made)

    def _charges(self, faults: Iterable[Finding]) -> Iterator[Charge]:
        for found in faults:
            place = self._places.get(found.rule)
            if place is not None and found.deduct:
                item = self._scheme.dimensions[place[0]].items[place[1]]
                yield Charge(found, place, item.prices.of(found))

    def _limits(self, scored: Iterable[int], vetoed: Collection[int]) -> Limits:
        known = self._scheme.dimensions
        items = {
            (number, at): item.cap
            for number, dimension in enumerate(known)
            for at, item in enumerate(dimension.items)
            if item.cap is not None
        }
        # Where all points are lost anyway, an act is better charged elsewhere.
        left = [number for number in scored if number not in vetoed]
        worth = {n: Fraction(known[n].weight) / Fraction(known[n].full) for n in left}
        return Limits(items, {n: (known[n].cap, worth[n]) for n in left})

    def _vetoed(self, faults: Iterable[Finding]) -> dict[int, list[Finding]]:
        """Number of a dimension → the findings that take all its points."""
        found: dict[int, list[Finding]] = {}
        for one in faults:
            place = self._places.get(one.rule)
            if place is not None and self._veto(one) == "dimension":
                found.setdefault(place[0], []).append(one)
        return found

    def _veto(self, finding: Finding) -> Veto:
        """What a finding takes all points of; what was only said too late takes none."""
        if finding.late:
            return ""
        place = self._places.get(finding.rule)
        if place is not None:
            item = self._scheme.dimensions[place[0]].items[place[1]]
            if item.fatal:
                least = SEVERITY_RANK[item.fatal_from]
                return item.fatal if SEVERITY_RANK[finding.severity] >= least else ""
        # As in the simple scores: a fatal rule's finding may be a lesser one.
        fatal = self._rules[finding.rule].fatal and finding.severity == "error"
        return self._scheme.fatal_rules if fatal and finding.deduct else ""

    def _unscored(self, faults: Iterable[Finding]) -> tuple[str, ...]:
        out = (f.rule for f in faults if f.deduct and self._places.get(f.rule) is None)
        return tuple(dict.fromkeys(out))
