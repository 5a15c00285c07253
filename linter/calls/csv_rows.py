"""The rows of a CSV file, and its calls: what is needed only once a file is known to be one."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator

from linter.calls.csv_places import RawText
from linter.calls.format_csv import delimiter_of
from linter.calls.headers import find_table
from linter.calls.source import Source
from linter.calls.table_calls import calls_of
from linter.calls.table_rows import RawRow
from linter.errors import InputError
from linter.model import Call

ROW_LIMIT = 16 << 20
"""Characters a row may have; a quote that is never closed would swallow all that follows."""
_BOM = "\ufeff"


def read_csv(source: Source) -> Iterator[Call]:
    """The calls of a CSV file.

    :raises InputError: for a table without a header, and for rows and quotes that are wrong.
    """
    rows = _Rows(source)
    table = find_table(rows, source.name, source.options)
    rows.keeps_raw = table.columns.is_dialogue
    yield from calls_of((table,), source)


class _Rows:
    """The rows of a file, again and again.

    :ivar keeps_raw: whether rows are given as they stand in the file, too.
    """

    def __init__(self, source: Source) -> None:
        self.keeps_raw = False
        self._source = source
        self._delimiter = delimiter_of(source.head, source.options.columns)

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
