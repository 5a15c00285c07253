"""The rows of tables, wherever they come from; each knows its table and its columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from linter.calls.csv_places import RawText
from linter.calls.place import Place
from linter.calls.tables import Columns
from linter.model import Notice
from linter.workbooks import cell_name


class RawRow(NamedTuple):
    """A row of a file in which not every cell is blank.

    :ivar line: the 1-based line it begins on; in a workbook its row.
    :ivar cells: the cells from the first column on, as many as are written.
    :ivar raw: the row as it stands in a text file, when that was asked for.
    :ivar lent: what cells merged downwards from above mean for it, by 0-based column.
    :ivar unvalued: the 0-based columns with formulas whose result is not in the file.
    """

    line: int
    cells: Sequence[str]
    raw: RawText | None = None
    lent: Mapping[int, str] = {}
    unvalued: Sequence[int] = ()


class RawRows(Protocol):
    """The rows of a file or sheet; they can be asked for again and again."""

    def __call__(self, wanted: Collection[int] | None = None) -> Iterator[RawRow]:
        """Read them from the first on.

        :param wanted: the columns, from 0, that are needed at least; all of them when ``None``.
        """


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table whose columns are known.

    :ivar number: counts the tables of a file.
    :ivar path: the file; ``sheet`` is empty when that is no workbook.
    :ivar header_line: the line of its header; 0 when it has none.
    :ivar raw_rows: its rows with the header and what is above it; can be called again and again.
    """

    number: int
    path: str
    sheet: str
    columns: Columns
    header_line: int
    header: tuple[str, ...]
    raw_rows: RawRows

    def rows(self, *, keys_only: bool = False) -> Iterator[Row]:
        """The rows below the header; a header that is repeated is none of them.

        :param keys_only: no other cells are asked for than those of the call's id and the times.
        """
        columns = (self.columns.call, self.columns.start, self.columns.end)
        wanted = [column for column in columns if column is not None] if keys_only else None
        for row in self.raw_rows(wanted):
            if row.line <= self.header_line:
                continue
            if self.header and row.cells[0] == self.header[0] and tuple(row.cells) == self.header:
                continue
            yield Row(self, row)

    def place(self, line: int, column: int | None = None) -> Place:
        """A row's place, or that of its cell in a 0-based column."""
        at = "" if column is None else f"“{self.columns.name(column)}”列"
        return Place(self.path, line, at, self.sheet, self.cell(line, column))

    def cell(self, line: int, column: int | None) -> str:
        """The name of a cell; empty where there are none."""
        if not self.sheet:
            return ""
        return cell_name(line, 1 if column is None else column + 1)


class Row:
    """A row of a table."""

    __slots__ = ("cells", "line", "raw", "table", "unvalued")

    def __init__(self, table: Table, row: RawRow) -> None:
        self.table = table
        self.line = row.line
        self.raw = row.raw
        self.unvalued = row.unvalued
        self.cells = row.cells
        if row.lent:
            self.cells = list(row.cells)
            for column, text in row.lent.items():
                if table.columns.lends(column):
                    self.cells += [""] * (column + 1 - len(self.cells))
                    self.cells[column] = text

    def cell(self, column: int | None) -> str:
        """What a cell holds, without the blanks around it; empty when there is no such cell."""
        if column is None or column >= len(self.cells):
            return ""
        return self.cells[column].strip()

    def whole(self, column: int) -> str:
        """What a cell holds, with the blanks around it."""
        return self.cells[column] if column < len(self.cells) else ""

    def place(self, column: int | None = None) -> Place:
        """Where it stands, or its cell in a column."""
        return self.table.place(self.line, column)

    def notices(self, seen: set[tuple[int, int]]) -> Iterator[Notice]:
        """What is odd about its cells.

        :param seen: tables and columns of which it has been said; kept up.
        """
        for column in self.unvalued:
            key = (self.table.number, column)
            if key not in seen and self.table.columns.is_known(column):
                seen.add(key)
                yield Notice(
                    "formula",
                    f"“{self.table.columns.name(column)}”列有公式没有算出的值，按空格子读",
                    "在 Excel 里打开存一次，或把这一列粘贴为“数值”",
                    self.line,
                    sheet=self.table.sheet,
                    cell=self.table.cell(self.line, column),
                )
