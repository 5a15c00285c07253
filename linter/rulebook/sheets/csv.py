"""Tables out of CSV files, as spreadsheets save them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable

from linter.errors import RuleError
from linter.rulebook.sheets.cells import MAX_ROWS, Cell, Row, Table, formula, text_cell

_DELIMITERS = (",", "\t", ";")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MAX_FIELD = 1 << 20
"""Characters of one cell; a spreadsheet's have at most 32,767."""


def read_csv(data: bytes, path: str, is_table: Callable[[Table], bool]) -> Table:
    """The one table of a CSV file.

    :param is_table: whether a table is one that is looked for; it settles which character parts
        the columns (comma, tab, semicolon).
    :raises RuleError: when it cannot be read, naming the cell or line.
    """
    text = _decoded(data, path)
    table: Table | None = None
    failed: RuleError | None = None
    for delimiter in _DELIMITERS:
        try:
            found = _table(text, path, delimiter)
        except RuleError as error:
            failed = failed or error
            continue
        if is_table(found):
            return found
        table = table or found
    if failed:
        raise failed
    assert table is not None
    return table


def _decoded(data: bytes, path: str) -> str:
    # GB18030 decodes nearly anything: it comes last, and wrongly read there is no header.
    for encoding in ("utf-16",) if data.startswith(_UTF_16) else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RuleError(
        "既不是 UTF-8 也不是 GB18030 的 CSV", path=path, hint="另存为“CSV UTF-8”或 .xlsx"
    )


def _table(text: str, path: str, delimiter: str) -> Table:
    rows = []
    before = csv.field_size_limit(_MAX_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, fields in enumerate(reader, 1):
            cells = _cells(fields, number)
            if cells:
                rows.append(Row(number, cells))
            if len(rows) > MAX_ROWS:
                raise RuleError(f"超过 {MAX_ROWS} 行", path=path, hint="拆成几个文件")
    except csv.Error as error:
        raise RuleError(
            f"不是合法的 CSV：{error}",
            path=path,
            line=reader.line_num,
            hint="检查成对的双引号，或另存为 .xlsx",
        ) from None
    finally:
        csv.field_size_limit(before)
    return Table("", tuple(rows))


def _cells(fields: list[str], row: int) -> dict[int, Cell]:
    cells = {}
    for column, written in enumerate(fields, 1):
        cell = text_cell(written, "", row, column)
        if cell:
            cells[column] = formula(cell) if cell.text.startswith("=") else cell
    return cells
