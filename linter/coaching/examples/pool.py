"""The candidates that are kept of however many there are: enough to choose from, and no more.

What is kept depends on the candidates and the seed alone, not on the order in which they come: of
each agent those with the lowest lots, and of all these again the lowest. A candidate that is
dropped could never come back: the ones before it only become more.
"""

from __future__ import annotations

import hashlib
from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.coaching.examples.model import Candidate, Example, Origin

Cell = tuple[bool, str, int]
"""Good or not, category, difficulty: what a trainer asks for so many of."""

KEPT = 10
"""So many times as many as are wanted are kept of each cell and business: some say nearly the
same, and some agents have said enough already."""


def cell_of(example: Example) -> Cell:
    """The cell of an example."""
    return example.good, example.category, example.grade


class Lot(NamedTuple):
    """A candidate with its lot; lots are drawn from the seed and what is shown.

    :ivar number: no two examples that differ have the same.
    """

    number: str
    candidate: Candidate


class Pool:
    """Takes candidates as they come.

    :param wanted: how many of each cell are wanted.
    :param seed: another one gives other lots.
    :ivar found: how many there were of each cell and business, the same thing shown twice
        counted twice.
    """

    def __init__(self, wanted: int, seed: int = 0) -> None:
        self._seed = seed
        self._most = max(wanted, 1) * KEPT
        self._each = max(wanted, 1) * 2
        self._kept: dict[tuple[Cell, str], _Kept] = {}
        self.found: Counter[tuple[Cell, str]] = Counter()

    def add(self, candidates: Iterable[Candidate]) -> None:
        """Take the candidates of a call."""
        for candidate in candidates:
            example = candidate.example
            key = (cell_of(example), example.business)
            self.found[key] += 1
            kept = self._kept.get(key)
            if kept is None:
                kept = self._kept[key] = _Kept(self._each, self._most)
            kept.add(Lot(self.lot(example.id), candidate))

    def lots(self) -> Iterator[tuple[tuple[Cell, str], list[Lot]]]:
        """What was kept of each cell and business, by lot; the same thing shown is there once."""
        for key in sorted(self._kept):
            every = self._kept[key].sorted()
            # Beyond it there is what has not been trimmed yet, which depends on the order.
            yield key, _once(every[: 2 * self._most])[: self._most]

    def lot(self, id_: str) -> str:
        """The lot of an example."""
        return hashlib.sha256(f"{self._seed}\x1f{id_}".encode()).hexdigest()


class _Kept:
    """What is kept of one cell and business.

    :param each: of an agent at most.
    :param most: that are wanted of it in the end.
    """

    def __init__(self, each: int, most: int) -> None:
        self._each = each
        self._most = most
        self._agents: dict[str, list[Lot]] = {}
        self.size = 0

    def add(self, lot: Lot) -> None:
        """Keep one, or not."""
        own = self._agents.setdefault(lot.candidate.agent, [])
        insort(own, lot, key=_by_lot)
        self.size += 1
        if len(own) > self._each:
            own.pop()
            self.size -= 1
        if self.size > 3 * self._most:
            self._trim()

    def sorted(self) -> list[Lot]:
        """All, by lot."""
        return sorted((lot for own in self._agents.values() for lot in own), key=_by_lot)

    def _trim(self) -> None:
        kept = self.sorted()[: 2 * self._most]
        self._agents = {}
        for lot in kept:
            self._agents.setdefault(lot.candidate.agent, []).append(lot)
        self.size = len(kept)


def _by_lot(lot: Lot) -> tuple[str, Origin]:
    """Of the same thing shown twice, one is the first wherever it comes."""
    return lot.number, lot.candidate.origin


def _once(lots: Iterable[Lot]) -> list[Lot]:
    seen: dict[str, Lot] = {}
    for lot in lots:
        seen.setdefault(lot.number, lot)
    return list(seen.values())
