"""Of n-grams that say the same thing, the longest that says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.coaching.exemplars.grams import Gram
from linter.coaching.exemplars.usage import Use

ALIKE = 0.6
"""Of the calls that have either of two n-grams, so many have both if they are parts of one."""
ENOUGH = 0.8
"""The longest one speaks for a group if it stands in so many calls of the most frequent."""


def merged(found: Sequence[Use]) -> list[tuple[Use, tuple[Gram, ...]]]:
    """Each n-gram that stays, with those it speaks for: they overlap it and share its calls."""
    groups: list[list[Use]] = []
    for use in sorted(found, key=lambda use: (-len(use.calls), use.gram)):
        homes = [group for group in groups if _belongs(use, group)]
        # One that overlaps two groups makes them one.
        groups = [group for group in groups if group not in homes]
        groups.append([*(other for home in homes for other in home), use])
    return [_one(group) for group in groups]


def _belongs(use: Use, group: Iterable[Use]) -> bool:
    return any(
        len(use.calls & other.calls) >= ALIKE * len(use.calls | other.calls)
        and any(overlap(a, b) for a in (use.gram, *use.same) for b in (other.gram, *other.same))
        for other in group
    )


def overlap(one: Gram, other: Gram) -> bool:
    """Whether one is in the other, or begins with the two words the other ends with."""
    if _inside(one, other) or _inside(other, one):
        return True
    sizes = range(2, min(len(one), len(other)))
    return any(one[-size:] == other[:size] or other[-size:] == one[:size] for size in sizes)


def _one(group: list[Use]) -> tuple[Use, tuple[Gram, ...]]:
    most = max(len(use.calls) for use in group)
    best = max(
        (use for use in group if len(use.calls) >= ENOUGH * most),
        key=lambda use: (len(use.gram), len("".join(use.gram)), len(use.calls), use.gram),
    )
    others = {gram for use in group for gram in (use.gram, *use.same)} - {best.gram}
    kept = sorted(others, key=lambda gram: (-len(gram), -len("".join(gram)), gram))
    return best, tuple(gram for gram in kept if not _inside(gram, best.gram))


def _inside(gram: Gram, longer: Gram) -> bool:
    size = len(gram)
    return any(longer[n : n + size] == gram for n in range(len(longer) - size + 1))
