"""Which findings of one run are those of another: the same rule, the same turn, the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from linter.model import Finding

COMPARED = (
    *("category", "aspect", "severity", "certainty"),
    *("span", "message", "suggestion", "late"),
)
"""What two findings of one place and rule may differ in."""


class Pair(NamedTuple):
    """A finding of the old run and of the new; ``None`` where there is none."""

    old: Finding | None
    new: Finding | None


def matched(
    old: Iterable[Finding], new: Iterable[Finding], renamed: Callable[[str], str]
) -> Iterator[Pair]:
    """Match the findings of one call, in the order of their places.

    Of a rule's findings in one turn those with the same span belong together, then those whose
    spans overlap most, then what is left, in order: the rule still reports the turn.

    :param renamed: the new name of an old rule.
    """
    places: dict[tuple[int, str], tuple[list[Finding], list[Finding]]] = {}
    for finding in old:
        places.setdefault((finding.turn, renamed(finding.rule)), ([], []))[0].append(finding)
    for finding in new:
        places.setdefault((finding.turn, finding.rule), ([], []))[1].append(finding)
    pairs = [pair for was, now in places.values() for pair in _pairs(was, now)]
    return iter(sorted(pairs, key=_place))


def differing(old: Finding, new: Finding) -> tuple[str, ...]:
    """In what two findings of one place and rule differ, of :data:`COMPARED`."""
    return tuple(key for key in COMPARED if _value(old, key) != _value(new, key))


def _value(finding: Finding, key: str) -> object:
    return (finding.start, finding.end) if key == "span" else getattr(finding, key)


def _pairs(old: list[Finding], new: list[Finding]) -> Iterator[Pair]:
    closest = sorted(
        (_apart(was, now), i, k) for i, was in enumerate(old) for k, now in enumerate(new)
    )
    taken_old, taken_new = set[int](), set[int]()
    for _, i, k in closest:
        if i not in taken_old and k not in taken_new:
            taken_old.add(i)
            taken_new.add(k)
            yield Pair(old[i], new[k])
    yield from (Pair(was, None) for i, was in enumerate(old) if i not in taken_old)
    yield from (Pair(None, now) for k, now in enumerate(new) if k not in taken_new)


def _apart(old: Finding, new: Finding) -> tuple[bool, int]:
    """Least for the same span, then for those that share most characters."""
    moved = (old.start, old.end) != (new.start, new.end)
    return moved, -max(0, min(old.end, new.end) - max(old.start, new.start))


def _place(pair: Pair) -> tuple[int, int, int, str]:
    found = pair.new or pair.old
    assert found is not None
    return found.turn, found.start, found.end, found.rule
