"""Of n-grams that say the same thing, the longest that says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.coaching.exemplars.grams import Gram
from linter.coaching.exemplars.usage import Use

ENOUGH = 0.8
"""A longer one speaks for a shorter one when it is in so many of its calls."""


def merged(found: Sequence[Use]) -> list[tuple[Use, tuple[Gram, ...]]]:
    """Each n-gram that stays, with those it speaks for.

    One speaks for another when they share words and most calls: the longest that is in nearly all
    calls of the one that is used most.
    """
    groups: list[list[Use]] = []
    for use in sorted(found, key=lambda use: (-len(use.calls), use.gram)):
        home = next((group for group in groups if _belongs(use, group)), None)
        if home is None:
            groups.append([use])
        else:
            home.append(use)
    return [_one(group) for group in groups]


def _belongs(use: Use, group: Iterable[Use]) -> bool:
    """Whether it stands where one of a group does, with words of it."""
    return any(
        set(use.gram) & set(other.gram) and len(use.calls & other.calls) >= ENOUGH * len(use.calls)
        for other in group
    )


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
