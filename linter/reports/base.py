"""What every report format does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from linter.model import Report
from linter.reports.options import Options
from linter.reports.summary import Summary


class Reporter(ABC):
    """Turns reports into text, piece by piece, so that output can stream.

    Call :meth:`begin` once, :meth:`call` once per call, :meth:`end` once. The pieces are
    written one after the other as they are; line ends are in them. A reporter serves one run.
    """

    def __init__(self, options: Options) -> None:
        self.options = options

    def begin(self) -> Iterable[str]:
        """What stands before the first call; nothing in most formats."""
        return ()

    @abstractmethod
    def call(self, report: Report) -> Iterable[str]:
        """What is said of one call."""

    def end(self, summary: Summary) -> Iterable[str]:
        """What stands after the last call; nothing in formats that are records only."""
        return ()
