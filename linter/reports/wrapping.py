"""Breaking rows of cells into lines, and cutting what is too long around the marked words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from linter.reports.cells import Cell, width

# What Chinese typesetting keeps off the beginning and the end of a line (禁则, GB/T 15834).
_NOT_FIRST = frozenset("，。、；：？！）】》」』”’…,.;:?!)]}%")
_NOT_LAST = frozenset("（【《「『“‘([{")

_QUOTE_LINES = 4


def wrap(row: Sequence[Cell], columns: int, hang: int = 0) -> list[list[Cell]]:
    """The lines of a row; Chinese breaks anywhere, Latin words and numbers stay whole.

    Blanks at the end of a line are dropped, unless they are marked.

    :param columns: columns of the first line.
    :param hang: how many columns fewer the other lines have.
    """
    lines: list[list[Cell]] = []
    start = 0
    while start < len(row):
        end = _fill(row, start, columns - (hang if lines else 0))
        if end < len(row) and not _is_blank(row[end]):
            end = _good_break(row, start, end)
        stop = end
        while end < len(row) and _is_blank(row[end]):
            end += 1
        while stop > start and _is_blank(row[stop - 1]):
            stop -= 1
        lines.append(list(row[start:stop]))
        start = end
    return lines


def around(row: Sequence[Cell], columns: int) -> list[Cell]:
    """A row cut with ``…`` to the marked cells and ``columns`` columns on either side.

    Marked words of more than four times ``columns`` lose their middle. Without marked cells
    the beginning is kept.
    """
    marks = [index for index, cell in enumerate(row) if cell.marked]
    if not marks:
        return _head(row, 2 * columns)
    first, last = marks[0], marks[-1] + 1
    return [
        *_tail(row[:first], columns),
        *_without_middle(row[first:last], _QUOTE_LINES * columns),
        *_head(row[last:], columns),
    ]


def _fill(row: Sequence[Cell], start: int, columns: int) -> int:
    """Where the line that begins at ``start`` is full; it has one cell at least."""
    end, used = start + 1, row[start].width
    while end < len(row) and used + row[end].width <= columns:
        used += row[end].width
        end += 1
    return end


def _is_blank(cell: Cell) -> bool:
    return cell.shown.isspace() and not cell.marked


def _good_break(row: Sequence[Cell], start: int, end: int) -> int:
    for index in range(end, start, -1):
        left, right = row[index - 1].shown, row[index].shown
        inside_word = left.isascii() and left.isalnum() and right.isascii() and right.isalnum()
        if not inside_word and right not in _NOT_FIRST and left not in _NOT_LAST:
            return index
    return end


def _head(row: Sequence[Cell], columns: int, marked: bool = False) -> list[Cell]:
    if width(row) <= columns:
        return list(row)
    return [*row[: _count(row, columns - 1)], Cell("…", 1, marked)]


def _tail(row: Sequence[Cell], columns: int) -> list[Cell]:
    if width(row) <= columns:
        return list(row)
    kept = _count(reversed(row), columns - 1)
    return [Cell("…", 1), *row[len(row) - kept :]]


def _without_middle(row: Sequence[Cell], columns: int) -> list[Cell]:
    if width(row) <= columns:
        return list(row)
    half = columns // 2
    back = _count(reversed(row), half)
    return [*_head(row, half, marked=True), *row[len(row) - back :]]


def _count(row: Iterable[Cell], columns: int) -> int:
    """How many cells from the beginning fit."""
    return sum(used <= columns for used in accumulate(cell.width for cell in row))
