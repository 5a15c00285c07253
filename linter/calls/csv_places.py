"""Where in a CSV file the characters of a cell stand; the csv module tells only the row's end."""

from __future__ import annotations

from collections.abc import Sequence

from linter import lazy
from linter.frozen import dataclass

_ENDS = lazy.pattern(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class RawText:
    """A row as it stands in the file.

    :ivar text: with its quotes and line ends.
    :ivar line: the line it begins on, from 1.
    """

    text: str
    line: int
    delimiter: str

    def places(self, column: int, offsets: Sequence[int]) -> list[tuple[int, int]]:
        """The lines and columns, from 1, of characters of one cell.

        :param column: the cell's, from 0.
        :param offsets: positions in the cell's text, from 0, rising; none within a line end.
        """
        begin = 0
        for _ in range(column):
            begin = self.text.index(self.delimiter, self._end(begin)) + 1
        quoted = self.text[begin : begin + 1] == '"'
        found = []
        line, line_begin, looked, at, seen = self.line, 0, 0, begin + quoted, 0
        for offset in offsets:
            at, seen = self._onward(at, offset - seen, quoted), offset
            for end in _ENDS.finditer(self.text, looked, at):
                line, line_begin = line + 1, end.end()
            looked = at
            found.append((line, at - line_begin + 1))
        return found

    def _onward(self, at: int, count: int, quoted: bool) -> int:
        """The position ``count`` characters of the cell further; a quote in it is written twice."""
        while quoted and (quote := self.text.find('""', at, at + count + 1)) >= 0:
            count -= quote - at + 1
            at = quote + 2
        return at + count

    def _end(self, begin: int) -> int:
        """The position behind the quotes that a cell stands in, or where it begins."""
        if self.text[begin : begin + 1] != '"':
            return begin
        at = self.text.index('"', begin + 1)
        while self.text[at + 1 : at + 2] == '"':
            at = self.text.index('"', at + 2)
        return at + 1
