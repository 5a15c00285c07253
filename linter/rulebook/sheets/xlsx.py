"""Tables out of Excel workbooks, read as a stream and within limits.

openpyxl comes with the extra ``xlsx``: rule files are YAML for most, and CSV needs nothing.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from linter.errors import RuleError
from linter.rulebook.sheets.cells import MAX_ROWS, Cell, Row, Table, formula, text_cell

MAX_UNPACKED = 128 * 1024 * 1024
"""Bytes of all parts of a workbook as unpacked: 50,000 rows of ten columns take a third of it."""

_OLD = b"\xd0\xcf\x11\xe0"
"""How files of Excel 97 begin, and those with a password."""
_ZIP = b"PK"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
_ZEROS = re.compile(r"0+")
_DECIMALS = re.compile(r"(?:#,##)?0\.(0+)")
_PERCENT = re.compile(r"0(?:\.(0+))?%")
_EXACT = 1e15
"""Whole numbers below this are exact in a workbook."""

# What the parsers under openpyxl raise for a file that is not what it says.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, IndexError),
    *(AttributeError, OverflowError, NotImplementedError, RuntimeError, SyntaxError, OSError),
)

Merged = dict[int, list[tuple[int, int]]]
"""Column → first and last row of each cell that is merged downwards, in order."""


def read_xlsx(data: bytes, path: str) -> tuple[Table, ...]:
    """The visible sheets of a workbook.

    :raises RuleError: when it cannot be read, is too big, or openpyxl is not installed.
    """
    _refuse(data, path)
    try:
        import openpyxl
    except ImportError:
        raise RuleError(
            "读 .xlsx 要装 openpyxl",
            path=path,
            hint='pip install "huashu[xlsx]"，或把表另存为 CSV',
        ) from None
    try:
        with warnings.catch_warnings():
            # Of styles and extensions that nobody asks for here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
            try:
                return tuple(_tables(book, data, path))
            finally:
                book.close()
    except _BROKEN as error:
        raise RuleError(
            f"读不懂这个工作簿：{error}",
            path=path,
            hint="用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV",
        ) from None


def _refuse(data: bytes, path: str) -> None:
    if data.startswith(_OLD):
        message, hint = "是旧版 .xls，或者设了密码", "去掉密码，另存为 .xlsx 或 CSV"
        raise RuleError(message, path=path, hint=hint)
    if not data.startswith(_ZIP):
        raise RuleError("不是 .xlsx 工作簿", path=path, hint="用 Excel 或 WPS 另存为 .xlsx 或 CSV")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # A part that is longer than it says here is cut there by zipfile.
            unpacked = sum(part.file_size for part in archive.infolist())
    except _BROKEN as error:
        raise RuleError(f"工作簿坏了：{error}", path=path, hint="重新下载或另存一次") from None
    if unpacked > MAX_UNPACKED:
        limit = MAX_UNPACKED // (1024 * 1024)
        raise RuleError(f"工作簿解压后超过 {limit} MB", path=path, hint="拆成几个文件，或存为 CSV")


def _tables(book: Any, data: bytes, path: str) -> Iterator[Table]:
    total = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        # Some programs write a size that is none.
        sheet.reset_dimensions()
        merged = _merged(data, sheet)
        rows: list[Row] = []
        tops: dict[tuple[int, int], Cell] = {}
        for number, written in enumerate(sheet.iter_rows(), 1):
            cells = {c.column: cell for c in written if (cell := _cell(c, sheet.title))}
            if not cells:
                continue
            tops.update({(number, column): cells[column] for column in merged.keys() & cells})
            rows.append(Row(number, cells, _lent(number, cells, merged, tops)))
            total += 1
            if total > MAX_ROWS:
                raise RuleError(f"超过 {MAX_ROWS} 行", path=path, hint="拆成几个文件")
        yield Table(sheet.title, tuple(rows))


def _merged(data: bytes, sheet: Any) -> Merged:
    """Cells merged downwards: a stream of rows does not tell, they stand behind the rows."""
    part = str(getattr(sheet, "_worksheet_path", ""))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = _MERGED.findall(archive.read(part)) if part in archive.namelist() else []
    merged: Merged = {}
    for letters, first, last in found:
        column = 0
        for letter in letters:
            column = column * 26 + letter - ord("A") + 1
        if first != last:
            merged.setdefault(column, []).append((int(first), int(last)))
    return {column: sorted(spans) for column, spans in merged.items()}


def _lent(
    number: int, cells: dict[int, Cell], merged: Merged, tops: dict[tuple[int, int], Cell]
) -> dict[int, Cell]:
    lent = {}
    for column, spans in merged.items():
        at = bisect_right(spans, (number,)) - 1
        if column in cells or at < 0 or spans[at][1] < number:
            continue
        top = tops.get((spans[at][0], column))
        if top:
            lent[column] = top
    return lent


def _cell(found: Any, sheet: str) -> Cell | None:
    value = found.value
    if value is None:
        return None
    place = (sheet, found.row, found.column)
    kind = found.data_type
    if kind == "f":
        return formula(Cell(str(value), *place))
    if kind == "n" and isinstance(value, (int, float)):
        return text_cell(_shown(value, found.number_format or ""), *place)
    if kind in ("s", "str", "inlineStr"):
        return text_cell(str(value), *place)
    what = {"b": "真假值", "e": f"错误值 {value}"}.get(kind, "日期或时间")
    hint = "把单元格格式改成“文本”，再重新输入"
    return Cell(str(value), *place, f"这里是{what}，不是文字", hint)


def _shown(value: int | float, number_format: str) -> str:
    """A number as the sheet shows it, in the formats people give to codes and shares."""
    shape = number_format.split(";")[0]
    if zeros := _ZEROS.fullmatch(shape):
        return f"{value:0{len(zeros[0])}.0f}"
    if percent := _PERCENT.fullmatch(shape):
        return f"{value * 100:.{len(percent[1] or '')}f}%"
    if decimals := _DECIMALS.fullmatch(shape):
        return f"{value:.{len(decimals[1])}f}"
    if value == int(value) and abs(value) < _EXACT:
        return str(int(value))
    return f"{value:.15g}"
