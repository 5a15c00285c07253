"""Where in a scheme each rule is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linter.rulebook.types import Rule
from linter.scoring.scheme import KINDS, UNSCORED, Kind, Scheme, Targets

Place = tuple[int, int]
"""The number of a dimension, and that of its item."""


def names_of(rule: Rule) -> dict[Kind, str]:
    """The names that mean a rule, the strongest first."""
    names = (rule.id, rule.category, rule.pack, rule.aspect)
    return dict(zip(KINDS, names, strict=True))


def counts(rule: Rule) -> bool:
    """Whether a rule may say anything against a call: what a script is told is nobody's call."""
    return not rule.praise and rule.applies.get("kind") != ("script",)


def deducts(rule: Rule) -> bool:
    """Whether findings of a rule may cost points."""
    return counts(rule) and rule.deduct


def places(scheme: Scheme, rules: Iterable[Rule]) -> dict[str, Place | None]:
    """Rule → its place, ``None`` where the scheme leaves it out.

    A rule that the scheme says nothing of is missing; one that costs no points by itself has a
    place only where its findings take all of them.
    """
    known = dict(_named(scheme))
    others = _others(scheme)
    found: dict[str, Place | None] = {}
    for rule in filter(counts, rules):
        named = [target for target in names_of(rule).items() if target in known]
        if named and (rule.deduct or _is_fatal(scheme, known[named[0]])):
            found[rule.id] = known[named[0]]
        elif not named and scheme.others and rule.deduct:
            found[rule.id] = others
    return found


def _is_fatal(scheme: Scheme, place: Place | None) -> bool:
    return place is not None and bool(scheme.dimensions[place[0]].items[place[1]].fatal)


def praising(targets: Targets, rules: Iterable[Rule]) -> frozenset[str]:
    """The rules of praise that are meant; all where nothing is named."""
    wanted = set(targets)
    return frozenset(
        rule.id
        for rule in rules
        if rule.praise and (not wanted or not wanted.isdisjoint(names_of(rule).items()))
    )


def by_dimension(placed: Mapping[str, Place | None], count: int) -> list[list[str]]:
    """The rules of each of ``count`` dimensions."""
    found: list[list[str]] = [[] for _ in range(count)]
    for rule, place in placed.items():
        if place is not None:
            found[place[0]].append(rule)
    return found


def _named(scheme: Scheme) -> Iterator[tuple[tuple[Kind, str], Place | None]]:
    for number, dimension in enumerate(scheme.dimensions):
        for at, item in enumerate(dimension.items):
            for target in item.targets:
                yield target, (number, at)
    for target in scheme.unscored:
        yield target, None


def _others(scheme: Scheme) -> Place | None:
    """The nameless item of the dimension that takes what is not named."""
    if not scheme.others or scheme.others == UNSCORED:
        return None
    names = [dimension.name for dimension in scheme.dimensions]
    number = names.index(scheme.others)
    return number, len(scheme.dimensions[number].items) - 1
