"""Sheets of a workbook that hold scripts: the columns of a table, the place of a cell."""

from __future__ import annotations

from itertools import islice

from linter.calls.scripts.columns import ScriptColumns, TableDraft, is_scripts, script_columns
from linter.calls.scripts.draft import Draft
from linter.calls.tables import Given, find_column, known_columns
from linter.frozen import dataclass
from linter.model import Line
from linter.workbooks import Sheet, cell_name
from linter.workbooks.book import SheetRow

_WITHIN = 10
"""Rows among which the header is looked for; titles may stand above it."""


@dataclass(frozen=True, slots=True)
class ScriptSheet:
    """A sheet of scripts: the row of its header, and what its columns hold."""

    sheet: Sheet
    header: int
    columns: ScriptColumns


def script_sheet(sheet: Sheet, given: Given = ()) -> ScriptSheet | None:
    """The sheet as one of scripts; ``None`` when its header names none, or roles.

    :param given: columns of which the user said what a call has in them: no script has any.
    """
    said = [name for _, name in given if not name.isdigit()]
    for row in islice(sheet.rows(), _WITHIN):
        names = [line.text for line in _lines(row, "")]
        columns = script_columns(names)
        known = known_columns(names)
        if any(find_column(names, name) is not None for name in said):
            return None
        if columns is None or "dialogue" in known or not is_scripts(columns, known):
            continue
        if len([name for name in names if name]) > 1:
            return ScriptSheet(sheet, row.number, columns)
    return None


def read_sheet(found: ScriptSheet, draft: Draft, *, titled: bool) -> None:
    """Put a sheet's rows into a draft.

    :param titled: whether the sheet's name heads them.
    """
    if titled:
        draft.heading(1, found.sheet.title, found.header)
    table = TableDraft(draft, found.columns, 2)
    for row in found.sheet.rows():
        if row.number > found.header:
            table.row(_lines(row, found.sheet.title))


def _lines(row: SheetRow, sheet: str) -> list[Line]:
    """A row's cells from the first column on; a cell merged from above says what that says."""
    last = max([*row.cells, *row.lent], default=0)
    found: list[Line] = []
    for column in range(1, last + 1):
        cell = row.cells.get(column) or row.lent.get(column)
        text = cell.text.strip() if cell and (column in row.cells or column == 1) else ""
        found.append(Line(text, row.number, 0, sheet, cell_name(row.number, column)))
    return found
