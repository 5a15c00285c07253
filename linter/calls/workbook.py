"""Excel workbooks: tables as in :mod:`linter.calls.format_csv`, a sheet each.

Every visible sheet with a header is read, or the one the user names; others are noticed. Rows of
one call id belong together on whichever sheet, because what does not fit on one goes on on the
next; a sheet of turns without such a column is one call, which is called as the sheet is. Cells
are read as they are shown (:mod:`linter.workbooks.shown`), formulas as the value last saved. A
sheet whose header names scripts (场景, 话术) and no roles is part of a script library.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import BinaryIO

from linter import lazy, workbooks
from linter.calls.headers import find_table
from linter.calls.place import Place
from linter.calls.scripts.adapt import as_calls
from linter.calls.scripts.draft import Draft
from linter.calls.scripts.sheets import ScriptSheet, read_sheet, script_sheet
from linter.calls.source import Source
from linter.calls.table_calls import calls_of
from linter.calls.table_rows import RawRow, Table
from linter.errors import InputError
from linter.model import Call, Notice, Script
from linter.workbooks import Limits, Refused, Sheet, Workbook
from linter.workbooks.own import FINDINGS, is_own

MAX_UNPACKED = 4 << 30
"""Bytes a workbook may unpack to: a million rows of ten columns take about a tenth of it. Rows are
streamed, so that it bounds the time and not the memory."""

_ESCAPED = lazy.pattern(r"_x([0-9A-Fa-f]{4})_")
_CARRIAGE_RETURN = lazy.pattern(r"\r\n?")


class _Rows:
    """The rows of a sheet, again and again."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def __call__(self, wanted: Collection[int] | None = None) -> Iterator[RawRow]:
        columns = None if wanted is None else frozenset(column + 1 for column in wanted)
        for number, cells, lent in self._sheet.rows(columns):
            texts = [""] * max(cells)
            unvalued = []
            for column, cell in cells.items():
                texts[column - 1] = _plain(cell.text) if cell.kind == "text" else cell.text
                if cell.kind == "empty":
                    unvalued.append(column - 1)
            if unvalued or any(map(str.strip, texts)):
                below = {column - 1: _plain(cell.text) for column, cell in lent.items()}
                yield RawRow(number, texts, None, below, unvalued)


def _plain(text: str) -> str:
    """A text without the escapes for characters that XML has not (ECMA-376-1, 22.9.2.19)."""
    if "_x" in text:
        text = _ESCAPED.sub(_meant, text)
    return _CARRIAGE_RETURN.sub("\n", text) if "\r" in text else text


def _meant(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code < 0xE000 else chr(code)


def _script_sheets(book: Workbook, source: Source) -> list[ScriptSheet]:
    """The sheets that hold scripts."""
    asked = source.options.sheet
    wanted = [s for s in book.sheets if (s.title == asked if asked else s.is_visible)]
    return [found for sheet in wanted if (found := script_sheet(sheet, source.options.columns))]


def _script_of(sheets: list[ScriptSheet], source: Source) -> Script:
    draft = Draft(source.name, source.options.words)
    for sheet in sheets:
        read_sheet(sheet, draft, titled=len(sheets) > 1)
    return draft.finish()


def _tables(book: Workbook, source: Source, scripts: Collection[str]) -> Iterator[Table]:
    asked = source.options.sheet
    if asked and not any(sheet.title == asked for sheet in book.sheets):
        raise Place(source.name).error(
            f"没有叫“{asked}”的工作表", f"这里有：{'、'.join(sheet.title for sheet in book.sheets)}"
        )
    tables = 0
    wrong: InputError | None = None
    for number, sheet in enumerate(book.sheets):
        if (asked and sheet.title != asked) or sheet.title in scripts:
            continue
        if not asked and not sheet.is_visible:
            source.notices.append(_skipped(sheet, "是隐藏的", warns=False))
            continue
        try:
            table = _table(sheet, source, number)
        except InputError as error:
            wrong = wrong or error
            source.notices.append(_skipped(sheet, f"没有读：{error.message}"))
            continue
        tables += 1
        yield table
    if not tables and not scripts:
        raise wrong or Place(source.name).error("没有一张看得见的工作表", "用 --sheet 指明要读的表")


def _table(sheet: Sheet, source: Source, number: int) -> Table:
    rows = _Rows(sheet)
    return find_table(rows, source.name, source.options, sheet=sheet.title, number=number)


def _skipped(sheet: Sheet, why: str, *, warns: bool = True) -> Notice:
    return Notice(
        "sheet-left-out",
        f"工作表“{sheet.title}”{why}",
        "要读它就用 --sheet 指明" if not warns else "",
        sheet=sheet.title,
        warns=warns,
    )


def _refuse_own(book: Workbook, data: BinaryIO, source: Source) -> None:
    """Refuse what this program wrote: its columns of findings look like those of scripts.

    :raises InputError: for a score sheet or an example set.
    """
    if not is_own(data):
        return
    if any(sheet.title in FINDINGS for sheet in book.sheets):
        raise Place(source.name).error(
            "这是 huashu 写的评分表，不是通话或话术库",
            "检查写它时检查的那些文件；“复核”填好了的，用 huashu exceptions from-sheet 写成例外",
        )
    raise Place(source.name).error(
        "这是 huashu 写的样例集，不是通话或话术库", "检查写它时检查的那些文件"
    )


def read_workbook(source: Source) -> Iterator[Call]:
    """The calls of a workbook, and the scenes of its scripts.

    :raises InputError: when it is none, too big, or has no table.
    """
    try:
        with (
            source.open_bytes() as data,
            workbooks.opened(data, Limits(MAX_UNPACKED)) as book,
        ):
            _refuse_own(book, data, source)
            scripts = _script_sheets(book, source)
            titles = {script.sheet.title for script in scripts}
            yield from calls_of(tuple(_tables(book, source, titles)), source)
            if scripts:
                yield from as_calls(_script_of(scripts, source))
    except Refused as refused:
        raise Place(source.name).error(refused.message, refused.hint) from None


def workbook_script(source: Source) -> Script:
    """The scripts of a workbook.

    :raises InputError: when it is none, or too big.
    """
    try:
        with source.open_bytes() as data, workbooks.opened(data, Limits(MAX_UNPACKED)) as book:
            _refuse_own(book, data, source)
            return _script_of(_script_sheets(book, source), source)
    except Refused as refused:
        raise Place(source.name).error(refused.message, refused.hint) from None
