"""The score of a call worked out the slow and obvious way: try every way to charge each act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product

from linter.model import Finding
from linter.scoring.scheme import Item, Scheme

RANK = {"info": 0, "warning": 1, "error": 2}
Home = tuple[int, int]


def total(scheme: Scheme, findings: Iterable[Finding], said: Mapping[str, str]) -> Decimal | None:
    """The total; ``None`` when there is none.

    :param said: rule → what it says of the call.
    """
    certain = [one for one in findings if one.certainty == "certain"]
    homes = _homes(scheme)
    faults = [one for one in certain if not one.praise and one.rule in homes]
    costing = [one for one in faults if one.deduct]
    vetoes = {
        one: _veto(scheme.dimensions[homes[one.rule][0]].items[homes[one.rule][1]], one)
        for one in faults
    }
    scored = [
        number
        for number, _ in enumerate(scheme.dimensions)
        if any(
            home[0] == number and said[rule] in ("met", "violated") for rule, home in homes.items()
        )
        or any(homes[one.rule][0] == number for one in costing)
        or any(homes[one.rule][0] == number and vetoes[one] == "dimension" for one in faults)
    ]
    if "call" in vetoes.values():
        return Decimal(0)
    if not scored:
        return None
    gone = {homes[one.rule][0] for one in faults if vetoes[one] == "dimension"}
    acts: dict[str, list[Finding]] = {}
    for one in costing:
        acts.setdefault(one.act, []).append(one)
    lowest = min(_value(scheme, homes, scored, gone, way) for way in product(*acts.values()))
    base = _rounded(lowest)
    if scheme.bonus:
        praised = {one.act for one in certain if one.praise}
        base += min(scheme.bonus.cap, scheme.bonus.each * len(praised))
    return min(scheme.full, base)


def _homes(scheme: Scheme) -> dict[str, Home]:
    return {
        name: (number, at)
        for number, dimension in enumerate(scheme.dimensions)
        for at, item in enumerate(dimension.items)
        for _, name in item.targets
    }


def _veto(item: Item, one: Finding) -> str:
    grave = not one.late and RANK[one.severity] >= RANK[item.fatal_from]
    return item.fatal if grave else ""


def _value(
    scheme: Scheme,
    homes: Mapping[str, Home],
    scored: list[int],
    gone: set[int],
    way: Iterable[Finding],
) -> Fraction:
    lost: dict[Home, Fraction] = {}
    for one in way:
        number, at = homes[one.rule]
        price = scheme.dimensions[number].items[at].prices.of(one)
        lost[number, at] = lost.get((number, at), Fraction(0)) + Fraction(price)
    weights = sum(Fraction(scheme.dimensions[number].weight) for number in scored)
    value = Fraction(0)
    for number in scored:
        dimension = scheme.dimensions[number]
        of_items = sum(
            min(
                lost.get((number, at), Fraction(0)),
                Fraction(item.cap if item.cap is not None else 10**9),
            )
            for at, item in enumerate(dimension.items)
        )
        left = Fraction(dimension.full) - min(of_items, Fraction(dimension.cap))
        if number in gone:
            left = Fraction(0)
        value += left / Fraction(dimension.full) * Fraction(dimension.weight) / weights
    return value * Fraction(scheme.full)


def _rounded(value: Fraction) -> Decimal:
    whole, rest = divmod(value * 100, 1)
    return Decimal(int(whole) + (rest >= Fraction(1, 2))) / 100
