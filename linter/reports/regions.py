"""Where in a file the words stand that a report is about."""

from __future__ import annotations

from typing import NamedTuple

from linter.judging.outcome import in_file
from linter.model import Turn


class Region(NamedTuple):
    """Lines and columns, 1-based, in code points; ``end_column`` is exclusive.

    ``exact`` is false where the format tells lines only: then the region stands for the first
    character of the line.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    exact: bool = True


def region(turn: Turn, start: int, end: int) -> Region | None:
    """The region of a span of a turn's text; ``None`` where the file has no lines to speak of.

    A workbook's rows are no lines: it is no text.
    """
    if turn.line is None or turn.cell:
        return None
    line, column = in_file(turn, start)
    end_line, end_column = in_file(turn, end)
    if line is None or end_line is None or column is None or end_column is None:
        return Region(turn.line, 1, turn.line, 2, exact=False)
    return Region(line, column, end_line, end_column)
