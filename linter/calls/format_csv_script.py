"""CSV and TSV script libraries (话术库): columns of scenes, of what is said, of what is not."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from linter.calls.place import Place
from linter.calls.scripts.adapt import as_calls
from linter.calls.scripts.columns import ScriptColumns, TableDraft, is_scripts, script_columns
from linter.calls.scripts.csv_cells import csv_cells
from linter.calls.scripts.draft import Draft
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.calls.tables import known_columns
from linter.model import Call, Script

_DELIMITERS = ",\t;|"


def _header(line: str) -> tuple[str, ScriptColumns] | None:
    """The delimiter under which a line names columns of scripts, and these."""
    found: list[tuple[int, str, ScriptColumns]] = []
    for delimiter in _DELIMITERS:
        try:
            cells = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
        columns = script_columns(cells) if len(cells) > 1 else None
        known = known_columns(cells)
        if columns and is_scripts(columns, known):
            found.append((len(cells), delimiter, columns))
    if not found:
        return None
    _, delimiter, columns = max(found, key=lambda one: one[0])
    return delimiter, columns


def _first_line(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip()), "")


def _sniff(head: str, suffix: str) -> int:
    if head.lstrip()[:1] in ("{", "[", "#"):
        return 0
    found = _header(_first_line(head))
    if found is None or (
        suffix in (".md", ".yml", ".yaml") or (suffix == ".txt" and found[0] == "|")
    ):
        return 0
    return 58 if suffix in (".csv", ".tsv") else 42


def _script(source: Source) -> Script:
    text = source.text().removeprefix("\ufeff")
    found = _header(_first_line(text))
    place = Place(source.name, 1)
    if found is None:
        raise place.error(
            "找不到话术列", "第一行写列名，如 场景,话术；客户问题、错误示范、备注可以另成一列"
        )
    delimiter, columns = found
    rows = csv_cells(text, delimiter, source.name)
    header = next(rows)
    draft = Draft(source.name, source.options.words)
    table = TableDraft(draft, columns)
    for row in rows:
        if any(cell.text for cell in row[len(header) :]):
            raise Place(source.name, row[0].line).error(
                f"这一行有 {len(row)} 格，表头只有 {len(header)} 列", "内容里有分隔符时整格加双引号"
            )
        table.row(row)
    script = draft.finish()
    if not script.scenes and not script.left_out:
        raise place.error("没有一条话术", "每行写一条")
    return script


def _read(source: Source) -> Iterator[Call]:
    yield from as_calls(_script(source))


FORMAT = Format(name="csv-script", suffixes=(), sniff=_sniff, read=_read, script=_script)
