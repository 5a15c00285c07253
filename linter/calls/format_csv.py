"""CSV and TSV: one row a turn or a call, columns found by their names or given by the user.

Rows of one call id belong together wherever they stand; without such a column a file of turns is
one call. A row that leaves the id empty belongs to the call of the row above, as merged cells come
out; where a row is a call, it is one without an id. ``line`` is the row's first line; columns are
told only of the turns of a dialogue in a cell. Rows are streamed: :mod:`linter.calls.table_groups`.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Sequence

from linter.calls.csv_places import RawText
from linter.calls.headers import WITHIN, find_table
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.calls.table_calls import calls_of
from linter.calls.table_rows import RawRow
from linter.calls.tables import Given, known_columns, weight
from linter.errors import InputError
from linter.model import Call

ROW_LIMIT = 16 << 20
"""Characters a row may have; a quote that is never closed would swallow all that follows."""
_DELIMITERS = ",\t;|"
_BOM = "\ufeff"


def _first_rows(head: str, delimiter: str) -> list[list[str]]:
    """The first rows of a table in which something stands, as far as they can be told."""
    lines = [line for line in head.splitlines() if line.strip()][:WITHIN]
    if delimiter == "|" and any(line.lstrip().startswith("|") for line in lines):
        return []  # a table of Markdown
    try:
        return list(csv.reader([line + "\n" for line in lines], delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in lines]


def _delimiter(head: str, given: Given) -> str:
    """The one under which some row has the most column names, or else the first the most cells."""

    def rank(delimiter: str) -> tuple[int, int]:
        rows = _first_rows(head, delimiter)
        return max((weight(row, given) for row in rows), default=0), len(rows[0]) if rows else 0

    return max(_DELIMITERS, key=rank)


def _sniff(head: str, suffix: str) -> int:
    claimed = suffix in FORMAT.suffixes
    if head.lstrip()[:1] in ("{", "["):
        return 5 if claimed else 0
    rows = _first_rows(head, _delimiter(head, ()))
    header: Sequence[str] = max(rows, key=weight, default=())
    known = known_columns(header)
    if "role" in known or "speaker" in known:
        if "text" in known or "dialogue" in known:
            return 55
    elif "dialogue" in known and weight(header) > 1:
        return 50
    return 20 if known and claimed else 5 if claimed else 0


class _Rows:
    """The rows of a file, again and again.

    :ivar keeps_raw: whether rows are given as they stand in the file, too.
    """

    def __init__(self, source: Source) -> None:
        self.keeps_raw = False
        self._source = source
        self._delimiter = _delimiter(source.head, source.options.columns)

    def __call__(self, wanted: Collection[int] | None = None) -> Iterator[RawRow]:
        """The rows that are not blank, each with its first line.

        Strict quoting: what stands behind a closing quote is an error.
        """
        lines = _Lines(self._source)
        reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
        while True:
            # The field size limit is the whole process's; it must not stay changed meanwhile.
            before = csv.field_size_limit(ROW_LIMIT)
            try:
                cells = next(reader, None)
            except csv.Error as error:
                raise lines.error(f"这一行的表格写法不对：{error}") from None
            finally:
                csv.field_size_limit(before)
            if cells is None:
                return
            if any(map(str.strip, cells)):
                raw = RawText("".join(lines.row), lines.begin, self._delimiter)
                yield RawRow(lines.begin, cells, raw if self.keeps_raw else None)
            lines.next_row()


class _Lines:
    """The lines of a file with their ends, for the csv module to ask for.

    :ivar row: those of the row being read.
    :ivar begin: the 1-based number of the first of them.
    """

    def __init__(self, source: Source) -> None:
        self.row: list[str] = []
        self.begin = 1
        self._path = source.name
        self._size = 0
        self._lines = self._read(source)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        if not self.row:
            # Files put together with cat carry a byte order mark in the middle.
            line = line.removeprefix(_BOM)
        self._size += len(line)
        if self._size > ROW_LIMIT:
            raise self.error(f"这一行超过 {ROW_LIMIT >> 20} Mi 个字符，多半是引号没有写完")
        self.row.append(line)
        return line

    def next_row(self) -> None:
        """The row is read."""
        self.begin += len(self.row)
        self.row.clear()
        self._size = 0

    def error(self, message: str) -> InputError:
        """An error in the row being read."""
        return InputError(
            message,
            path=self._path,
            line=self.begin,
            hint='单元格里有分隔符、换行或引号时整格加双引号，格内的引号写两个 ""',
        )

    @staticmethod
    def _read(source: Source) -> Iterator[str]:
        with source.open(newline="") as text:
            while line := text.readline(ROW_LIMIT + 1):
                yield line


def _read(source: Source) -> Iterator[Call]:
    rows = _Rows(source)
    table = find_table(rows, source.name, source.options)
    rows.keeps_raw = table.columns.is_dialogue
    yield from calls_of((table,), source)


FORMAT = Format(name="csv", suffixes=(".csv", ".tsv"), sniff=_sniff, read=_read)
