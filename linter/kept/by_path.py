"""Remembering where a call's file decides how it is linted."""

from __future__ import annotations

from typing import Any, Protocol

from linter.judged import Report
from linter.kept.closing import Closing
from linter.kept.remembering import Remembering
from linter.linting import Linter
from linter.model import Call


class ForPaths(Protocol):
    """Knows the linter of every file."""

    def for_path(self, path: str) -> Linter:
        """The linter for a file; the same one for files of the same settings."""


class RememberingByPath(Closing):
    """Lints calls by the linter of their file, and remembers what each of these said.

    Leave the block to have it written, as with :class:`Remembering`. It can be pickled.
    """

    def __init__(self, linters: ForPaths) -> None:
        self._linters = linters
        self._made: dict[Linter, Remembering] = {}

    def lint(self, call: Call) -> Report:
        """Everything there is to say about a call, worked out now or in an earlier run."""
        linter = self._linters.for_path(call.path)
        found = self._made.get(linter)
        if found is None:
            found = self._made.setdefault(linter, Remembering(linter))
        return found.lint(call)

    def close(self) -> None:
        """Write what is new."""
        for one in self._made.values():
            one.close()

    def __reduce__(self) -> tuple[Any, ...]:
        return RememberingByPath, (self._linters,)
