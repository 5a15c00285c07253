"""Which candidates become the set: so many of each cell, from many businesses, agents and calls.

Cells take turns, the rarest first, so that what is plentiful does not use up the agents and calls
that what is rare depends on. Inside a cell the business that has least is next, and of it every
agent's first before any agent's second.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linter.coaching.examples.alike import Alike, substance
from linter.coaching.examples.model import Candidate, Example
from linter.coaching.examples.pool import Cell, Lot, Pool

CALL, AGENT, NEARLY = "call", "agent", "alike"
"""Why a candidate was passed over: too many of its call, or of its agent; nearly the same."""


class Limits(NamedTuple):
    """How many there may be.

    :ivar per: of each kind, category and difficulty.
    :ivar per_call: of one call, in the whole set.
    :ivar per_agent: of one agent, of one kind and category.
    """

    per: int = 3
    per_call: int = 2
    per_agent: int = 2


class Missing(NamedTuple):
    """A cell that could not be filled.

    :ivar found: how many candidates there were.
    :ivar passed: how many of them were passed over, by the reason.
    """

    cell: Cell
    wanted: int
    chosen: int
    found: int
    passed: Mapping[str, int]


class Chosen(NamedTuple):
    """What was chosen, cell by cell, and what could not be filled."""

    candidates: tuple[Candidate, ...]
    missing: tuple[Missing, ...]
    passed: Mapping[str, int]


class Chooser:
    """Makes one choice from a pool."""

    def __init__(self, pool: Pool, limits: Limits) -> None:
        self._limits = limits
        self._queues: dict[Cell, dict[str, deque[Lot]]] = {}
        self._found: Counter[Cell] = Counter()
        for (cell, business), lots in pool.lots():
            self._queues.setdefault(cell, {})[business] = deque(_in_turn(lots))
        for (cell, _), count in pool.found.items():
            self._found[cell] += count
        self._lot = pool.lot
        self._chosen: dict[Cell, list[Candidate]] = {cell: [] for cell in self._queues}
        self._businesses: dict[Cell, Counter[str]] = {cell: Counter() for cell in self._queues}
        self._calls: Counter[tuple[str, str]] = Counter()
        self._agents: Counter[tuple[bool, str, str]] = Counter()
        self._alike = {True: Alike(), False: Alike()}
        self._passed: dict[Cell, Counter[str]] = {cell: Counter() for cell in self._queues}

    def choose(self) -> Chosen:
        """Choose."""
        order = sorted(self._queues, key=lambda cell: (self._found[cell], cell))
        for _ in range(self._limits.per):
            for cell in order:
                self._next(cell)
        cells = sorted(self._chosen)
        every = tuple(one for cell in cells for one in self._chosen[cell])
        passed = sum(self._passed.values(), Counter())
        return Chosen(every, tuple(self._missing(cells)), passed)

    def _next(self, cell: Cell) -> None:
        queues, taken = self._queues[cell], self._businesses[cell]
        while queues:
            business = min(queues, key=lambda name: (taken[name], self._lot(name)))
            candidate = queues[business].popleft().candidate
            if not queues[business]:
                del queues[business]
            why = self._against(candidate)
            if not why:
                self._take(cell, candidate)
                return
            self._passed[cell][why] += 1

    def _against(self, candidate: Candidate) -> str:
        """Why a candidate is passed over; empty when it is taken."""
        example = candidate.example
        if self._calls[_call(candidate)] >= self._limits.per_call:
            return CALL
        if self._agents[_agent(candidate)] >= self._limits.per_agent:
            return AGENT
        return NEARLY if self._alike[example.good].has(substance(example)) else ""

    def _take(self, cell: Cell, candidate: Candidate) -> None:
        example = candidate.example
        self._chosen[cell].append(candidate)
        self._businesses[cell][example.business] += 1
        self._calls[_call(candidate)] += 1
        self._agents[_agent(candidate)] += 1
        self._alike[example.good].add(substance(example))

    def _missing(self, cells: list[Cell]) -> Iterator[Missing]:
        """The cells with less than was wanted; of a category that is there every grade is one."""
        wanted = self._limits.per
        groups = dict.fromkeys(cell[:2] for cell in cells)
        for good, category in groups:
            for grade in (1, 2, 3):
                cell = (good, category, grade)
                there = len(self._chosen.get(cell, ()))
                if there < wanted:
                    passed = self._passed.get(cell, Counter())
                    yield Missing(cell, wanted, there, self._found[cell], passed)


def _in_turn(lots: list[Lot]) -> list[Lot]:
    """Every agent's first before any agent's second."""
    nth: Counter[str] = Counter()
    ranked: list[tuple[int, str, Lot]] = []
    for lot in lots:
        ranked.append((nth[lot.candidate.agent], lot.number, lot))
        nth[lot.candidate.agent] += 1
    return [lot for _, _, lot in sorted(ranked, key=lambda one: one[:2])]


def _call(candidate: Candidate) -> tuple[str, str]:
    return candidate.origin.path, candidate.origin.call


def _agent(candidate: Candidate) -> tuple[bool, str, str]:
    example: Example = candidate.example
    return example.good, example.category, candidate.agent
