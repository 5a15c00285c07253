"""Tables for a terminal: a Chinese character takes two columns."""

from __future__ import annotations

from collections.abc import Iterator

from linter.evaluation.cells import Table
from linter.reports.cells import cells, visible, width


def lines(table: Table) -> Iterator[str]:
    """The head and the rows, words to the left and numbers to the right."""
    shown = [[visible(field) for field in row] for row in (table.head, *table.rows)]
    widths = [max(_columns(field) for field in column) for column in zip(*shown, strict=True)]
    for row in shown:
        padded = [
            _padded(field, room, left=number < table.left)
            for number, (field, room) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(padded).rstrip()


def _padded(field: str, room: int, *, left: bool) -> str:
    blanks = " " * (room - _columns(field))
    return field + blanks if left else blanks + field


def _columns(text: str) -> int:
    return width(cells(text))
