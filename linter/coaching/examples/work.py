"""Collecting on several cores: what a process does with a share of the calls."""

from __future__ import annotations

from typing import Any

from linter.batch import Work
from linter.coaching.examples.collecting import Collected, Collector
from linter.library import Repeats
from linter.linting import Lints
from linter.model import Call
from linter.reports import Tally


class CollectWork(Work):
    """Collects from the calls of a share; what goes back of each is its :class:`Collected`.

    :param linter: that of the collector.
    """

    def __init__(self, collector: Collector, linter: Lints, twice: Repeats) -> None:
        super().__init__(linter, (), twice)
        self._collector = collector

    def __reduce__(self) -> tuple[Any, ...]:
        return CollectWork, (self._collector, self._linter, self._twice)

    def piece(self, call: Call, tally: Tally) -> Collected:
        """The candidates of a call; ``tally`` counts no more than calls."""
        tally.calls += 1
        return self._collector.collect(call)
