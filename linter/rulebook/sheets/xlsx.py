"""Tables out of Excel workbooks, read as a stream and within limits.

openpyxl comes with the extra ``xlsx``: rule files are YAML for most, and CSV needs nothing.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from linter import workbooks
from linter.errors import RuleError
from linter.rulebook.sheets.cells import MAX_ROWS, Cell, Row, Table, formula, text_cell
from linter.workbooks import Limits, Refused, Workbook

MAX_UNPACKED = 128 * 1024 * 1024
"""Bytes of all parts of a workbook as unpacked: 50,000 rows of ten columns take a third of it."""

_OLD = b"\xd0\xcf\x11\xe0"
"""How files of Excel 97 begin, and those with a password."""
_ZIP = b"PK"


def read_xlsx(data: bytes, path: str) -> tuple[Table, ...]:
    """The visible sheets of a workbook.

    :raises RuleError: when it cannot be read, is too big, or openpyxl is not installed.
    """
    try:
        _refuse(data)
        with workbooks.opened(io.BytesIO(data), Limits(MAX_UNPACKED)) as book:
            return tuple(_tables(book, path))
    except Refused as refused:
        raise RuleError(refused.message, path=path, hint=refused.hint) from None


def _refuse(data: bytes) -> None:
    if data.startswith(_OLD):
        raise Refused("是旧版 .xls，或者设了密码", "去掉密码，另存为 .xlsx 或 CSV")
    if not data.startswith(_ZIP):
        raise Refused("不是 .xlsx 工作簿", "用 Excel 或 WPS 另存为 .xlsx 或 CSV")


def _tables(book: Workbook, path: str) -> Iterator[Table]:
    total = 0
    for sheet in book.sheets:
        if not sheet.is_visible:
            continue
        rows: list[Row] = []
        for row in sheet.rows():
            cells = _cells(row.cells, sheet.title, row.number)
            if not cells:
                continue
            rows.append(Row(row.number, cells, _cells(row.lent, sheet.title, row.number)))
            total += 1
            if total > MAX_ROWS:
                raise RuleError(f"超过 {MAX_ROWS} 行", path=path, hint="拆成几个文件")
        yield Table(sheet.title, tuple(rows))


def _cells(found: dict[int, workbooks.Cell], sheet: str, number: int) -> dict[int, Cell]:
    cells = ((column, _cell(cell, sheet, number)) for column, cell in found.items())
    return {column: cell for column, cell in cells if cell}


def _cell(found: workbooks.Cell, sheet: str, number: int) -> Cell | None:
    place = (sheet, number, found.column)
    if found.is_formula:
        return formula(Cell(found.text, *place))
    if found.kind in ("text", "number"):
        return text_cell(found.text, *place)
    what = {"bool": "真假值", "error": f"错误值 {found.text}"}.get(found.kind, "日期或时间")
    hint = "把单元格格式改成“文本”，再重新输入"
    return Cell(found.text, *place, f"这里是{what}，不是文字", hint)
