"""What every report format does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from linter.judged import Report
from linter.reports.options import Options
from linter.reports.summary import Summary

Piece = TypeVar("Piece")
"""What a format makes of one call before it knows of the others; it can be pickled."""


class Reporter(ABC, Generic[Piece]):
    """Turns reports into text, or bytes, piece by piece, so that output can stream.

    The dear half of the work, :meth:`render`, knows one call and remembers nothing, so that
    any process can do it; the cheap half puts what was rendered together in the order of the
    calls. Call :meth:`begin` once, :meth:`add` once per call, :meth:`end` once. What they yield
    is written one after the other as it is; line ends are in it. A reporter serves one run.

    :cvar describes_rules: whether it wants :attr:`Options.rules`; the others go without.
    :cvar binary: whether it yields bytes, which no terminal can show; the others yield text.
    """

    describes_rules: ClassVar[bool] = False
    binary: ClassVar[bool] = False

    def __init__(self, options: Options) -> None:
        self.options = options

    def begin(self) -> Iterable[str | bytes]:
        """What stands before the first call; nothing in most formats."""
        return ()

    @abstractmethod
    def render(self, report: Report) -> Piece:
        """What is to be said of one call, whatever is said of the others."""

    @abstractmethod
    def add(self, piece: Piece) -> Iterable[str | bytes]:
        """What stands for the next call."""

    def call(self, report: Report) -> Iterable[str | bytes]:
        """Both halves at once, where nothing is shared out."""
        return self.add(self.render(report))

    def end(self, summary: Summary) -> Iterable[str | bytes]:
        """What stands after the last call; nothing in formats that are records only."""
        return ()


AnyReporter = Reporter[Any]
"""A reporter of whatever format."""
