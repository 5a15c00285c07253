"""Looking for moments on several cores: what a process does with a share of the calls."""

from __future__ import annotations

from typing import Any

from linter.batch import Work
from linter.coaching.exemplars.moments import CallMoments, Moments
from linter.linting import Lints
from linter.model import Call
from linter.reports import Tally


class MomentsWork(Work):
    """Finds the moments of a share's calls; what goes back of each is its :class:`CallMoments`."""

    def __init__(self, moments: Moments, linter: Lints) -> None:
        super().__init__(linter, ())
        self._moments = moments

    def __reduce__(self) -> tuple[Any, ...]:
        return MomentsWork, (self._moments, self._linter)

    def piece(self, call: Call, tally: Tally) -> CallMoments:
        """The moments of a call; ``tally`` counts no more than calls."""
        tally.calls += 1
        return self._moments.of(call)
