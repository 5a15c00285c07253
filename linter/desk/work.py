"""What a process does with a share of the calls of a reviewers' report."""

from __future__ import annotations

from typing import Any

from linter.batch import Work
from linter.desk.choices import Choices
from linter.desk.reporter import DeskReporter, Piece
from linter.library import Repeats
from linter.linting import Lints
from linter.model import Call
from linter.reports import Tally


class DeskWork(Work):
    """Lints the calls of a share; what goes back of each is its row, words and counts."""

    def __init__(self, linter: Lints, choices: Choices, twice: Repeats) -> None:
        super().__init__(linter, (), twice)
        self._choices = choices
        self._reporter = DeskReporter(choices)

    def __reduce__(self) -> tuple[Any, ...]:
        return DeskWork, (self._linter, self._choices, self._twice)

    def piece(self, call: Call, tally: Tally) -> Piece:
        """What goes back of one call, which is counted."""
        report = self._linter.lint(call)
        tally.count(report)
        return self._reporter.render(report)
