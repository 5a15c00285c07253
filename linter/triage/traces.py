"""What triage has to know of a whole run, as it comes together from single calls.

Whether an entry was of use shows only when the last call has been linted, and calls are linted in
several processes: what one call says of the entries is small, can be pickled, and adds up.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from linter.judged import Entry


class Mistake(NamedTuple):
    """A comment in a script library that cannot hold, and what to write instead."""

    path: str
    line: int
    column: int
    message: str
    hint: str


class Traces:
    """What calls said of the entries.

    :ivar used: how many findings each entry took out, or would have taken out if they were shown.
    :ivar met: entries whose file, call or words were among what was linted: those of no use are
        worth a word.
    :ivar paths: files of the baseline that were linted: each by its name there, and as it is
        called in the run.
    :ivar mistakes: what is wrong with comments.
    """

    __slots__ = ("met", "mistakes", "paths", "used")

    def __init__(
        self,
        used: Iterable[Entry] = (),
        met: Iterable[Entry] = (),
        paths: Iterable[tuple[str, str]] = (),
        mistakes: Iterable[Mistake] = (),
    ) -> None:
        self.used: dict[Entry, int] = {}
        for entry in used:
            self.used[entry] = self.used.get(entry, 0) + 1
        self.met = set(met)
        self.paths = set(paths)
        self.mistakes = set(mistakes)

    def __bool__(self) -> bool:
        """Whether anything is said of any entry."""
        return bool(self.used or self.met or self.paths or self.mistakes)

    def add(self, other: Traces) -> None:
        """Add what other calls said."""
        for entry, count in other.used.items():
            self.used[entry] = self.used.get(entry, 0) + count
        self.met |= other.met
        self.paths |= other.paths
        self.mistakes |= other.mistakes

    def __iadd__(self, other: Traces) -> Traces:
        self.add(other)
        return self
