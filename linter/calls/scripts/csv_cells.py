"""The cells of CSV text, each with the line and column where its words begin.

The csv module tells neither. The dialect is that of RFC 4180: a cell may stand in double quotes,
and a quote inside it is written twice; a cell is quoted as it stands in the file, so there are
two in its text as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.calls.place import Place
from linter.calls.scripts.places import trimmed
from linter.model import Line


def csv_cells(text: str, delimiter: str, path: str) -> Iterator[list[Line]]:
    """The rows that are not blank, as cells.

    :param text: with ``\\n`` line ends.
    :raises InputError: for a quote that is never closed, or words behind a closed one.
    """
    at, line, row_start = 0, 1, 0
    row: list[Line] = []
    while at < len(text):
        begin = at
        if text[at] == '"':
            said, at = _quoted(text, at, Place(path, line), begin - row_start + 1)
            row.append(trimmed(Line(said, line, begin - row_start + 2)))
            lines = text.count("\n", begin, at)
            if lines:
                line += lines
                row_start = text.rindex("\n", begin, at) + 1
            if at < len(text) and text[at] not in (delimiter, "\n"):
                raise Place(path, line).error(
                    "引号后面还有字",
                    '单元格里有分隔符、换行或引号时整格加双引号，格内的引号写两个 ""',
                    at - row_start + 1,
                )
        else:
            # The delimiter in this line only: in the rest of a long text there may be none.
            at = _find(text, delimiter, at, _find(text, "\n", at, len(text)))
            cell = Line(text[begin:at], line, begin - row_start + 1)
            row.append(trimmed(cell) if cell.text else cell)
        if at >= len(text) or text[at] == "\n":
            if any(cell.text for cell in row):
                yield row
            row, line, row_start = [], line + 1, at + 1
        elif at + 1 == len(text):
            row.append(Line("", line, at - row_start + 2))
        at += 1
    if any(cell.text for cell in row):
        yield row


def _find(text: str, char: str, at: int, end: int) -> int:
    found = text.find(char, at, end)
    return end if found < 0 else found


def _quoted(text: str, at: int, place: Place, column: int) -> tuple[str, int]:
    """What stands between the quotes, and where to go on."""
    end = at + 1
    while (end := text.find('"', end)) >= 0:
        if text[end + 1 : end + 2] != '"':
            return text[at + 1 : end], end + 1
        end += 2
    raise place.error("引号没有结束，后面的行都读不到", '补上 "；格内的引号写两个 ""', column)
