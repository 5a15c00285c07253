"""Comparing on several cores: what a process does with a share of the calls."""

from __future__ import annotations

from typing import Any

from linter.batch import Work
from linter.impact.comparing import Comparer
from linter.impact.model import CallImpact
from linter.library import Repeats
from linter.linting import Lints
from linter.model import Call
from linter.reports import Tally


class CompareWork(Work):
    """Compares the calls of a share; what goes back of each is its :class:`CallImpact`.

    :param linter: any of the two that the comparer has.
    """

    def __init__(self, comparer: Comparer, linter: Lints, twice: Repeats) -> None:
        super().__init__(linter, (), twice)
        self._comparer = comparer

    def __reduce__(self) -> tuple[Any, ...]:
        return CompareWork, (self._comparer, self._linter, self._twice)

    def piece(self, call: Call, tally: Tally) -> CallImpact:
        """What two books make of a call; ``tally`` counts no more than calls."""
        tally.calls += 1
        return self._comparer.compare(call)
