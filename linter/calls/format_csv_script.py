"""CSV and TSV script libraries (话术库): columns of scenes, of what is said, of what is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linter.calls.place import Place
from linter.calls.scripts.adapt import as_calls
from linter.calls.scripts.columns import ScriptColumns, TableDraft, is_scripts, script_columns
from linter.calls.scripts.csv_cells import csv_cells
from linter.calls.scripts.draft import Draft, holds_lines
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.calls.tables import known_columns
from linter.errors import InputError
from linter.model import Call, Script

_DELIMITERS = ",\t;|"
_MOST_TITLES = 5
"""Rows of one cell that may stand above the header."""


class _Header(NamedTuple):
    """Under which delimiter which row names columns of scripts, how many, and these."""

    delimiter: str
    row: int
    width: int
    columns: ScriptColumns


def _header(text: str) -> _Header | None:
    """The header; of delimiters the one under which it has the most columns."""
    found = filter(None, (_under(delimiter, text) for delimiter in _DELIMITERS))
    return max(found, key=lambda header: header.width, default=None)


def _under(delimiter: str, text: str) -> _Header | None:
    """The first row of more than one cell, if it is a header; titles may stand above it."""
    try:
        for number, row in enumerate(csv_cells(text, delimiter, "")):
            names = [cell.text for cell in row]
            if sum(map(bool, names)) > 1 or number >= _MOST_TITLES:
                columns = script_columns(names)
                if columns and is_scripts(columns, known_columns(names)):
                    return _Header(delimiter, number, len(names), columns)
                return None
    except InputError:
        pass
    return None


def _sniff(head: str, suffix: str) -> int:
    if head.lstrip()[:1] in ("{", "["):
        return 0
    # The head has the line ends of the file.
    found = _header(head.replace("\r\n", "\n").replace("\r", "\n"))
    if found is None or (
        suffix in (".md", ".yml", ".yaml") or (suffix == ".txt" and found.delimiter == "|")
    ):
        return 0
    return 58 if suffix in (".csv", ".tsv") else 42


def _script(source: Source) -> Script:
    text = source.text().removeprefix("\ufeff")
    found = _header(text)
    place = Place(source.name, 1)
    if found is None:
        raise place.error(
            "找不到话术列", "第一行写列名，如 场景,话术；客户问题、错误示范、备注可以另成一列"
        )
    rows = csv_cells(text, found.delimiter, source.name)
    draft = Draft(source.name, source.options.words)
    table = TableDraft(draft, found.columns)
    for number, row in enumerate(rows):
        if number <= found.row:
            draft.explain(" ".join(cell.text for cell in row) if number < found.row else "")
            continue
        if any(cell.text for cell in row[found.width :]):
            raise Place(source.name, row[0].line).error(
                f"这一行有 {len(row)} 格，表头只有 {found.width} 列", "内容里有分隔符时整格加双引号"
            )
        table.row(row)
    script = draft.finish()
    if not holds_lines(script):
        raise place.error("没有一条话术", "每行写一条")
    return script


def _read(source: Source) -> Iterator[Call]:
    yield from as_calls(_script(source))


FORMAT = Format(name="csv-script", suffixes=(), sniff=_sniff, read=_read, script=_script)
