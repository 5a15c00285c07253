"""Ids told apart across the shares of a file, as if one process had read it.

A name depends on all the ids before it in its file. The parent, which cuts the shares in their
order, knows most ids at a glance and names their calls before they are linted. From the first
line on whose id only its reader knows (one made of the call's content), calls are linted under
the ids they have; the names follow, share by share, and what was linted under the wrong one is
linted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.calls.lines import id_ahead
from linter.calls.unique import UniqueNames

Names = Mapping[int, str]
"""Lines to the ids their calls get in place of their own."""


class Naming:
    """The ids that each file has given out so far; what they are asked for comes in file order."""

    def __init__(self) -> None:
        self._given: dict[int, UniqueNames] = {}
        self._late: set[int] = set()

    def ahead(self, file: int, lines: Iterable[tuple[int, bytes]]) -> Names | None:
        """Names for lines that nobody has read.

        :param lines: the file's next, each with its number.
        :return: ``None`` when they have to be read first; so it stays for the file's other lines.
        """
        if file in self._late:
            return None
        ids = []
        for number, line in lines:
            found = id_ahead(line)
            if found is not None:
                ids.append((number, found))
            elif line.strip():
                self._late.add(file)
                return None
        return self.names(file, ids)

    def names(self, file: int, ids: Iterable[tuple[int, str]]) -> Names:
        """Names for lines whose calls have these ids of their own."""
        return {line: name for line, own in ids if (name := self.take(file, own)) != own}

    def take(self, file: int, own: str) -> str:
        """The name of the one call whose own id it is."""
        return self._given.setdefault(file, UniqueNames()).take(own)

    def forget(self, file: int) -> None:
        """No more will be asked of this file."""
        self._given.pop(file, None)
        self._late.discard(file)
