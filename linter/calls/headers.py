"""Where the header of a table stands, and what its columns hold when only their cells tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from linter.calls.dialogues import is_dialogue
from linter.calls.options import ReadOptions
from linter.calls.place import Place
from linter.calls.table_rows import RawRow, RawRows, Table
from linter.calls.tables import WITHIN, Given, columns_of, known_columns, missing_column, weight
from linter.errors import InputError
from linter.workbooks import Refused

_NOT_BY_CHANCE = 2
"""Known columns of what is a header even where the user counts columns."""
_SAMPLE = 20
"""Rows below it that are looked at to see whether cells hold whole calls."""


def find_table(
    raw_rows: RawRows,
    path: str,
    options: ReadOptions,
    *,
    sheet: str = "",
    number: int = 0,
) -> Table:
    """Find the header of a table and its columns.

    :param raw_rows: the rows of the table.
    :param options: the columns the user gave, and the role words.
    :param sheet: of a workbook.
    :param number: tells the tables of a file apart.
    :raises InputError: when there is no header, or no column for the role or the words, or no row
        below the header.
    """
    rows = _first_rows(raw_rows)
    if not rows:
        raise Place(path, None, "", sheet).error("表是空的")
    index = _header_index(rows, options)
    header = rows[index].cells if index >= 0 else _numbered(rows)
    line = rows[index].line if index >= 0 else 0
    place = Place(path, line or rows[0].line, "", sheet)
    missing_column(header, options.columns, place)
    found = _told_by_cells(header, rows[index + 1 :], options)
    columns = columns_of(header, found, place, is_strict=not sheet)
    if len(rows) == index + 1:
        raise place.error("只有表头，没有一行对话", "一行写一句话")
    kept = tuple(header) if index >= 0 else ()
    return Table(number, path, sheet, columns, line, kept, raw_rows)


def _first_rows(raw_rows: RawRows) -> list[RawRow]:
    """The first rows; what is wrong behind a row of a call is said after that call."""
    rows: list[RawRow] = []
    try:
        for row in islice(raw_rows(), WITHIN + _SAMPLE):
            rows.append(row)
    except (InputError, Refused):
        if len(rows) < _NOT_BY_CHANCE:
            raise
    return rows


def _header_index(rows: Sequence[RawRow], options: ReadOptions) -> int:
    """The index of the header; -1 when there is none: the user counts columns, or the first row
    is a call already.
    """
    given = options.columns
    weights = [weight(row.cells, _by_name(given)) for row in rows[:WITHIN]]
    best = max(weights)
    if given and not _by_name(given) and best < _NOT_BY_CHANCE:
        return -1
    if not best and any(is_dialogue(cell, options.words) for cell in rows[0].cells):
        return -1
    return weights.index(best)


def _by_name(given: Given) -> Given:
    """Those of the columns the user gave that are not numbers: these are in every row."""
    return [(field, name) for field, name in given if not (name.isascii() and name.isdigit())]


def _numbered(rows: Sequence[RawRow]) -> list[str]:
    return [""] * max(len(row.cells) for row in rows)


def _told_by_cells(
    header: Sequence[str], rows: Sequence[RawRow], options: ReadOptions
) -> dict[str, int]:
    """The columns found, with ``dialogue`` only if the words of a whole call stand there."""
    found = known_columns(header, options.columns)
    if "dialogue" in dict(options.columns):
        return found
    if "role" in found or "speaker" in found:
        found.setdefault("text", found.get("dialogue", -1))
        found.pop("dialogue", None)
        return {key: column for key, column in found.items() if column >= 0}
    if "dialogue" in found:
        return found
    candidates = [found["text"]] if "text" in found else range(len(header))
    for column in candidates:
        cells = [row.cells[column] for row in rows if len(row.cells) > column]
        filled = [cell for cell in cells if cell.strip()]
        if filled and 2 * sum(is_dialogue(cell, options.words) for cell in filled) >= len(filled):
            return {**found, "dialogue": column}
    return found
