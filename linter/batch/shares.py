"""Shares of the input: what one process lints at a time.

A share is read where it is linted, so that reading, too, is done on all cores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from linter.batch.naming import Names
from linter.batch.pool import Ready
from linter.batch.results import Answer, End
from linter.calls import ReadOptions, read_path
from linter.calls.lines import read_each
from linter.calls.noticing import settled
from linter.errors import InputError
from linter.frozen import dataclass
from linter.model import Call


@dataclass(frozen=True, slots=True)
class Suspect:
    """A call as one looks for it: its file, its line when that is known, its id."""

    path: str
    line: int | None
    id: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The calls of one input, or of a part of it.

    :ivar whole: whether the input ends here.
    :ivar ids: (line, id as it stands there) of the calls read so far, for lines without names.
    """

    file: int
    calls: Iterator[Call]
    whole: bool = False
    ids: Sequence[tuple[int, str]] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a JSON Lines file.

    :ivar lines: each with its 1-based number.
    :ivar names: the ids that calls get in place of their own; ``None`` as long as nobody has
        looked whether the file had these ids before.
    :ivar options: what the user said of the inputs.
    """

    file: int
    name: str
    lines: tuple[tuple[int, bytes], ...]
    names: Names | None = None
    options: ReadOptions = ReadOptions()

    def readings(self) -> Iterator[Reading]:
        """The lines as calls."""
        ids: list[tuple[int, str]] = []
        yield Reading(self.file, self._calls(ids), ids=ids)

    def _calls(self, ids: list[tuple[int, str]]) -> Iterator[Call]:
        names = self.names or {}
        for number, line in self.lines:
            # One at a time, so that it is known whose line it was.
            for call in read_each([(number, line)], self.name, self.options.words):
                if self.names is None:
                    ids.append((number, call.id))
                named = replace(call, id=names[number]) if number in names else call
                yield from settled([named], self.options)

    def singles(self) -> list[Lines]:
        """Each line alone."""
        many = len(self.lines) > 1
        return [replace(self, lines=(line,)) for line in self.lines] if many else []

    def suspect(self) -> Suspect:
        """The call of the only line."""
        line, _ = self.lines[0]
        (reading,) = self.readings()
        # It has been read before, by the process that was killed.
        return Suspect(self.name, line, "".join(call.id for call in reading.calls))


@dataclass(frozen=True, slots=True)
class Calls:
    """Calls that had to be read in one piece."""

    file: int
    calls: tuple[Call, ...]

    def readings(self) -> Iterator[Reading]:
        """The calls as they are."""
        yield Reading(self.file, iter(self.calls))

    def singles(self) -> list[Calls]:
        """Each call alone."""
        return [Calls(self.file, (call,)) for call in self.calls] if len(self.calls) > 1 else []

    def suspect(self) -> Suspect:
        """The only call."""
        (call,) = self.calls
        return Suspect(call.path, call.turns[0].line if call.turns else None, call.id)


@dataclass(frozen=True, slots=True)
class Files:
    """Small files, each with its number in the run.

    :ivar options: what the user said of the inputs.
    """

    files: tuple[tuple[int, Path], ...]
    options: ReadOptions = ReadOptions()

    def readings(self) -> Iterator[Reading]:
        """The files, one after the other."""
        for file, path in self.files:
            yield Reading(file, read_path(path, options=self.options), whole=True)

    def singles(self) -> list[Calls | Ready[tuple[Answer, ...]]]:
        """Each call of each file alone; the files are small enough to be read right here."""
        found: list[Calls | Ready[tuple[Answer, ...]]] = []
        for file, path in self.files:
            error = None
            try:
                for call in read_path(path, options=self.options):
                    found.append(Calls(file, (call,)))
            except InputError as broken:
                error = broken
            found.append(Ready((End(file, error),)))
        return found


Share = Lines | Calls | Files
"""Calls to be linted in one go.

``readings`` gives one :class:`Reading` for each input the share has calls of; ``singles`` gives
the same calls each in a share of its own, and nothing when it is a single one already.
"""
