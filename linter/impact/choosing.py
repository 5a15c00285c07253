"""Which changes are shown where there are too many: a fair choice, the same each time."""

from __future__ import annotations

import hashlib
import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.impact.model import KINDS, Change, Kind

Group = tuple[str, Kind]
"""Changes of one rule and kind."""


class _Rank(NamedTuple):
    """What is shown first: each call's first before any call's second, else by lot.

    :ivar nth: how many of the same group the call has before it, as the lot has it.
    :ivar lot: drawn from the seed and what is said of the finding, not from where its file lies.
    :ivar at: the number of the change in the run.
    """

    nth: int
    lot: int
    at: int


class Chosen:
    """Keeps of every rule and kind of change no more than are to be shown, as they come.

    What is kept depends on the seed, the calls and the changes alone, not on the order in which
    they come.

    :param limit: how many of each; ``None`` for all.
    :param seed: another one gives another choice.
    """

    def __init__(self, limit: int | None, seed: int = 0) -> None:
        self._limit = limit
        self._seed = seed
        self._kept: dict[Group, list[tuple[tuple[int, ...], Change]]] = {}
        self._count = 0
        self.counts: Counter[Group] = Counter()

    def add(self, changes: Iterable[Change]) -> None:
        """Take the changes of one call."""
        groups: dict[Group, list[tuple[int, int, Change]]] = {}
        for change in changes:
            self._count += 1
            drawn = (self._lot(change), self._count, change)
            groups.setdefault((change.rule, change.kind), []).append(drawn)
        for group, several in groups.items():
            self.counts[group] += len(several)
            for nth, (lot, at, change) in enumerate(sorted(several, key=lambda one: one[:2])):
                self._keep(group, _Rank(nth, lot, at), change)

    def of(self, rule: str, kind: Kind) -> list[Change]:
        """The changes of one rule and kind that were chosen, in the order of the calls."""
        kept = self._kept.get((rule, kind), [])
        return [change for rank, change in sorted(kept, key=lambda one: -one[0][2])]

    def every(self, rules: Iterable[str]) -> Iterator[Change]:
        """All that were chosen: rule by rule, kind by kind."""
        for rule in rules:
            for kind in KINDS:
                yield from self.of(rule, kind)

    def left_out(self, rule: str, kind: Kind) -> int:
        """How many of a rule and kind are not shown."""
        return self.counts[rule, kind] - len(self._kept.get((rule, kind), ()))

    def _keep(self, group: Group, rank: _Rank, change: Change) -> None:
        heap = self._kept.setdefault(group, [])
        # The worst is on top. No two ranks are the same, so changes are never compared.
        entry = (tuple(-number for number in rank), change)
        if self._limit is None or len(heap) < self._limit:
            heapq.heappush(heap, entry)
        elif self._limit:
            heapq.heappushpop(heap, entry)

    def _lot(self, change: Change) -> int:
        found = change.finding
        text = (
            f"{self._seed}\x1f{change.kind}\x1f{found.call}\x1f{found.turn}\x1f{found.fingerprint}"
        )
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big")
