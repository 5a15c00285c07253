"""Which rows of tables are one call, for files of which only a part fits into memory.

Rows of one call id belong together wherever they stand, and on whichever sheet. Rows are read
twice: the first time only to see which ids come again after another call, and in what unit the
times are. The second time a call is given as soon as its last row is read, so that calls come in
the order in which they end, and only those are held that have begun and not ended: in a table
sorted by call one, in one sorted by time those that were going on at the same time. A table in
which they would be too many is refused; a call is never split.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from linter.calls.table_rows import Row
from linter.calls.tables import Unit, unit_of
from linter.calls.unique import UniqueNames
from linter.errors import InputError
from linter.workbooks import Refused

HELD_LIMIT = 256 << 20
"""Bytes, roughly, of the rows of all calls that have begun and not ended."""
_CELL_BYTES = 64
_CHARACTER_BYTES = 2
_LOOSE = "\0"
"""What keys of rows without an id begin with; no file that is read as text has it."""
NUMBER = re.compile(r"-?\d{1,15}(?:\.\d*)?", re.ASCII)

Units = Mapping[tuple[int, int], Unit]
"""Table and column of times to their unit."""
_Keyed = tuple[str, Row]
_Position = tuple[int, int]
"""Table and line; they rise from row to row."""
_FIRST: _Position = (-1, -1)


class Survey(NamedTuple):
    """What is known of the rows before they are read.

    :ivar last: for each id that comes again, its last row.
    :ivar units: those of the tables' times.
    """

    last: Mapping[str, _Position]
    units: Units


class Group(NamedTuple):
    """The rows of one call; ``id`` is empty when they have none."""

    id: str
    rows: list[Row]


def surveyed(rows: Iterable[Row]) -> Survey:
    """Read the rows for the first time, as far as they can be read: what is wrong is said when
    they are read again, after the calls before it.
    """
    last: dict[str, _Position] = {}
    units: dict[tuple[int, int], Unit] = {}
    with suppress(InputError, Refused):
        _survey(rows, last, units)
    return Survey(last, units)


def _survey(
    rows: Iterable[Row], last: dict[str, _Position], units: dict[tuple[int, int], Unit]
) -> None:
    names = UniqueNames()
    for key, run in groupby(_keyed(rows), itemgetter(0)):
        position = (0, 0)
        for _, row in run:
            _note_units(row, units)
            position = _position(row)
        if key in last or (not key.startswith(_LOOSE) and names.take(key) != key):
            last[key] = position


def _position(row: Row) -> _Position:
    return row.table.number, row.line


def _note_units(row: Row, units: dict[tuple[int, int], Unit]) -> None:
    """Numbers are milliseconds, or seconds when one of the column has a decimal point."""
    columns = row.table.columns
    for column in (columns.start, columns.end):
        if column is None:
            continue
        key = (row.table.number, column)
        unit = units.get(key)
        if unit is None:
            unit = units[key] = unit_of(columns.name(column))
        if not unit and "." in (cell := row.cell(column)) and NUMBER.fullmatch(cell):
            units[key] = "s"


def grouped(rows: Iterable[Row], survey: Survey) -> Iterator[Group]:
    """Read the rows for the second time, as calls.

    :raises InputError: when too many calls go on at the same time, or one has too many rows.
    """
    held: dict[str, list[Row]] = {}
    size = 0
    for key, run in groupby(_keyed(rows), itemgetter(0)):
        group = held.setdefault(key, [])
        for _, row in run:
            group.append(row)
            size += _size(row)
            if size > HELD_LIMIT:
                raise _too_many(row, len(held))
        if survey.last.get(key, _FIRST) <= _position(group[-1]):
            del held[key]
            size -= sum(map(_size, group))
            yield Group(_id(key), group)


def _size(row: Row) -> int:
    return _CELL_BYTES * len(row.cells) + _CHARACTER_BYTES * sum(map(len, row.cells))


def _too_many(row: Row, calls: int) -> Exception:
    if calls > 1:
        message = f"到这一行有 {calls} 通的行还没有完，太分散了"
        return row.place().error(message, "先按通话编号排序再导出，或转成 JSONL")
    if row.table.columns.call is None:
        return row.place().error(
            "没有通话编号列，整张表是一通对话，太长了", "加上通话编号列，或用 --column call=列名"
        )
    return row.place().error("这一通对话太长了", "拆成几通")


def _keyed(rows: Iterable[Row]) -> Iterator[_Keyed]:
    """The rows with what those of one call have in common."""
    table, call = None, ""
    for row in rows:
        if row.table is not table:
            table, call = row.table, ""
        columns = table.columns
        if columns.call is None:
            yield (_loose(row) if columns.is_dialogue else f"{_LOOSE}{table.sheet}"), row
            continue
        call = row.cell(columns.call) or ("" if columns.is_dialogue else call)
        if not call and not columns.is_dialogue:
            raise row.place(columns.call).error(
                "第一行没有通话编号", "每通第一行写上编号，或去掉这一列"
            )
        yield call or _loose(row), row


def _loose(row: Row) -> str:
    """The key of a row that is a call without an id."""
    return f"{_LOOSE}{_LOOSE}{row.table.number}:{row.line}"


def _id(key: str) -> str:
    if key.startswith(_LOOSE * 2):
        return ""
    return key.removeprefix(_LOOSE)
