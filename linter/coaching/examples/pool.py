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

KEPT = 20
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
        self._kept: dict[tuple[Cell, str], dict[str, list[Lot]]] = {}
        self.found: Counter[tuple[Cell, str]] = Counter()

    def add(self, candidates: Iterable[Candidate]) -> None:
        """Take the candidates of a call."""
        for candidate in candidates:
            example = candidate.example
            key = (cell_of(example), example.business)
            self.found[key] += 1
            agents = self._kept.setdefault(key, {})
            self._keep(agents, Lot(self.lot(example.id), candidate))

    def lots(self) -> Iterator[tuple[tuple[Cell, str], list[Lot]]]:
        """What was kept of each cell and business, by lot; the same thing shown is there once."""
        for key in sorted(self._kept):
            every = sorted((lot for own in self._kept[key].values() for lot in own), key=_by_lot)
            # Beyond it there is what has not been trimmed yet, which depends on the order.
            yield key, _once(every[: 2 * self._most])[: self._most]

    def lot(self, id_: str) -> str:
        """The lot of an example."""
        return hashlib.sha256(f"{self._seed}\x1f{id_}".encode()).hexdigest()

    def _keep(self, agents: dict[str, list[Lot]], lot: Lot) -> None:
        own = agents.setdefault(lot.candidate.agent, [])
        if len(own) == self._each and _by_lot(own[-1]) <= _by_lot(lot):
            return
        insort(own, lot, key=_by_lot)
        del own[self._each :]
        if sum(map(len, agents.values())) > 4 * self._most:
            self._trim(agents)

    def _trim(self, agents: dict[str, list[Lot]]) -> None:
        every = sorted((lot for own in agents.values() for lot in own), key=_by_lot)
        last = _by_lot(every[2 * self._most])
        for agent, own in list(agents.items()):
            own[:] = [lot for lot in own if _by_lot(lot) < last]
            if not own:
                del agents[agent]


def _by_lot(lot: Lot) -> tuple[str, Origin]:
    """Of the same thing shown twice, one is the first wherever it comes."""
    return lot.number, lot.candidate.origin


def _once(lots: Iterable[Lot]) -> list[Lot]:
    seen: dict[str, Lot] = {}
    for lot in lots:
        seen.setdefault(lot.number, lot)
    return list(seen.values())
