"""Workbooks of a few rows, and parts of them written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl

from linter.workbooks import Cell, Limits, opened

LIMITS = Limits(1 << 30)
Rows = Sequence[Sequence[Any]]


def made(change: Callable[[Any], None] = lambda book: None, **sheets: Rows) -> bytes:
    """A workbook of sheets by name; ``change`` gets it before it is saved."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_parts(data: bytes, parts: Mapping[str, str | bytes | None]) -> bytes:
    """The workbook with other contents of some of its parts; ``None`` leaves one out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        kept = {name: source.read(name) for name in source.namelist()}
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for name, contents in {**kept, **parts}.items():
                if contents is not None:
                    target.writestr(name, contents)
    return out.getvalue()


def sheet_xml(rows: str, after: str = "") -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def cells(data: bytes, sheet: int = 0) -> list[tuple[int, dict[int, Cell]]]:
    """The rows of a sheet."""
    with opened(io.BytesIO(data), LIMITS) as book:
        return [(row.number, row.cells) for row in book.sheets[sheet].rows()]


def shown(data: bytes, sheet: int = 0) -> list[list[str]]:
    """What a person sees."""
    return [[cell.text for cell in found.values()] for _, found in cells(data, sheet)]
