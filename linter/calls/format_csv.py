"""CSV and TSV: one row a turn, columns found by their names.

Rows of one call id belong together wherever they stand; without such a column the file is one
call. A row that leaves the id empty belongs to the call of the row above, as merged cells come
out. ``line`` is the row's first line; the csv reader tells no column.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.calls.place import Place
from linter.calls.source import LINE_LIMIT, Source
from linter.calls.spec import Format
from linter.calls.table_calls import Row, calls_of
from linter.calls.tables import find_columns, known_columns
from linter.errors import InputError
from linter.model import Call

_DELIMITERS = ",\t;"
_FIRST_LINE = re.compile(r"\s*([^\r\n]*)")


class _Header(NamedTuple):
    delimiter: str
    known: frozenset[str]


def _header(head: str) -> _Header:
    """The delimiter under which the first line has the most column names, and which it has."""
    found = _FIRST_LINE.match(head)
    line = found[1] if found else ""

    def under(delimiter: str) -> _Header:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        return _Header(delimiter, frozenset(known_columns(cells)))

    return max(map(under, _DELIMITERS), key=lambda header: len(header.known))


def _sniff(head: str, suffix: str) -> int:
    claimed = suffix in FORMAT.suffixes
    if len(head) > 0 and head.lstrip()[:1] in "{[":
        return 5 if claimed else 0
    known = _header(head).known
    if {"role", "text"} <= known:
        return 55
    return 20 if known and claimed else 5 if claimed else 0


def _rows(source: Source) -> Iterator[Row]:
    """The rows that are not blank, each with its first line.

    Strict quoting: a quote that is never closed would swallow all the rows after it.
    """
    before = csv.field_size_limit(LINE_LIMIT)
    line = 1
    try:
        with source.open(newline="") as text:
            reader = csv.reader(text, delimiter=_header(source.head).delimiter, strict=True)
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield Row(line, cells)
                line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"这一行的表格写法不对：{error}",
            path=source.name,
            line=line,
            hint='单元格里有分隔符、换行或引号时整格加双引号，格内的引号写两个 ""',
        ) from None
    finally:
        csv.field_size_limit(before)


def _read(source: Source) -> Iterator[Call]:
    source.check_size()
    # All at once: the field size limit is the whole process's and must not stay changed
    # between two calls.
    rows: Sequence[Row] = list(_rows(source))
    header, *body = rows
    place = Place(source.name, header.line)
    columns = find_columns(header.cells, place)
    if not body:
        raise place.error("只有表头，没有一行对话", "一行写一句话")
    yield from calls_of(body, columns, source.name, source.options.words)


FORMAT = Format(name="csv", suffixes=(".csv", ".tsv"), sniff=_sniff, read=_read)
