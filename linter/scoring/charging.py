"""For which of its findings each act is charged.

An act is charged once, at its dearest. Where a limit makes points go to waste, its dearest is the
one that costs most of what is left: of all ways to charge each act once, the one that leaves the
lowest total. So one more finding can never raise a score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from linter.model import Finding
from linter.scoring.places import Place


class Charge(NamedTuple):
    """A finding that costs points."""

    finding: Finding
    place: Place
    price: Decimal


class Limits(NamedTuple):
    """What at most can be lost.

    :ivar items: of each place that has a limit of its own.
    :ivar dimensions: number of a dimension → the most it loses, and what a point of it is worth in
        the total. A dimension that is not there loses nothing.
    """

    items: Mapping[Place, Decimal]
    dimensions: Mapping[int, tuple[Decimal, Fraction]]

    def worth(self, charge: Charge) -> Fraction:
        """What a charge costs of the total, when no limit is in its way."""
        most, value = self.dimensions.get(charge.place[0], (Decimal(0), Fraction(0)))
        return Fraction(min(charge.price, most, self.items.get(charge.place, most))) * value

    def lost(self, sums: Mapping[Place, Decimal]) -> Fraction:
        """What of the total is lost by what each place is charged."""
        by_dimension: dict[int, Decimal] = {}
        for place, charged in sums.items():
            held = min(charged, self.items.get(place, charged))
            by_dimension[place[0]] = by_dimension.get(place[0], Decimal(0)) + held
        return sum(
            (
                Fraction(min(by_dimension.get(number, Decimal(0)), most)) * value
                for number, (most, value) in self.dimensions.items()
            ),
            Fraction(0),
        )

    def truncated(self, place: Place, charged: Decimal) -> Decimal:
        """What a place is charged, beyond which more of it makes no difference."""
        most = self.dimensions.get(place[0], (Decimal(0), Fraction(0)))[0]
        return min(charged, most, self.items.get(place, most))


def by_place(finding: Finding) -> tuple[int, int, int, str, str]:
    """Findings as the call goes."""
    return finding.turn, finding.start, finding.end, finding.rule, finding.act


def charged(charges: Iterable[Charge], limits: Limits) -> frozenset[Charge]:
    """Of each act the one charge that counts."""
    acts = _acts(charges, limits)
    dearest = [options[0] for options in acts]
    if not _wasted(dearest, limits):
        return frozenset(dearest)
    settled = [options[0] for options in acts if len(options) == 1]
    return frozenset((*settled, *_best([o for o in acts if len(o) > 1], settled, limits)))


def _acts(charges: Iterable[Charge], limits: Limits) -> list[list[Charge]]:
    """Of each act the dearest charge of every place, the dearest of all first."""
    ordered = sorted(charges, key=lambda one: by_place(one.finding))
    acts: dict[str, list[Charge]] = {}
    for one in ordered:
        acts.setdefault(one.finding.act, []).append(one)
    return [_options(act, limits) for act in acts.values()]


def _options(act: Sequence[Charge], limits: Limits) -> list[Charge]:
    # Sorting is stable: of equals the first in the call stays first.
    dearest = sorted(act, key=lambda one: (one.place, -one.price))
    options = [next(same) for _, same in groupby(dearest, key=lambda one: one.place)]
    return sorted(options, key=lambda one: (-limits.worth(one), -one.price, one.place))


def _sums(charges: Iterable[Charge]) -> dict[Place, Decimal]:
    sums: dict[Place, Decimal] = {}
    for one in charges:
        sums[one.place] = sums.get(one.place, Decimal(0)) + one.price
    return sums


def _wasted(charges: Sequence[Charge], limits: Limits) -> bool:
    """Whether a limit is in the way of any of them."""
    return limits.lost(_sums(charges)) < sum(map(limits.worth, charges))


def _best(
    contested: Sequence[Sequence[Charge]], settled: Iterable[Charge], limits: Limits
) -> tuple[Charge, ...]:
    """One of each act's options, so that most is lost; of equals the dearest first.

    What was charged before is remembered only up to the limits, so the ways that need to be told
    apart are few, however many acts there are.
    """
    places = sorted({one.place for options in contested for one in options})
    base = _sums(settled)
    begin = tuple(limits.truncated(at, base.get(at, Decimal(0))) for at in places)
    ways: dict[tuple[Decimal, ...], tuple[Charge, ...]] = {begin: ()}
    for options in contested:
        longer: dict[tuple[Decimal, ...], tuple[Charge, ...]] = {}
        for sums, chosen in ways.items():
            for one in options:
                after = _after(sums, places.index(one.place), one, limits)
                longer.setdefault(after, (*chosen, one))
        ways = longer
    best = max(ways, key=lambda sums: limits.lost(base | dict(zip(places, sums, strict=True))))
    return ways[best]


def _after(
    sums: tuple[Decimal, ...], number: int, one: Charge, limits: Limits
) -> tuple[Decimal, ...]:
    more = limits.truncated(one.place, sums[number] + one.price)
    return (*sums[:number], more, *sums[number + 1 :])
