"""The rows of a table as calls; shared by every format whose rows are turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.calls.fields import spelt
from linter.calls.place import Place
from linter.calls.roles import RoleWords
from linter.calls.tables import Columns, Unit, unit_of
from linter.calls.times import Timeline
from linter.model import Call, Turn

_NUMBER = re.compile(r"\d{1,15}(?:\.\d*)?", re.ASCII)


class Row(NamedTuple):
    """A row and the 1-based line it begins on."""

    line: int
    cells: Sequence[str]


def calls_of(rows: Sequence[Row], columns: Columns, path: str, words: RoleWords) -> Iterator[Call]:
    """Group rows into calls, in the order in which the calls first appear.

    :raises InputError: for a row with too many or too few cells, an unknown role, a time that
        is none, or a first row without the call id its table has a column for.
    """
    groups: dict[str, list[Row]] = {}
    call = ""
    for row in rows:
        _check_width(row, columns, Place(path, row.line))
        if columns.call is not None:
            call = _cell(row, columns.call) or call
            if not call:
                raise _at(columns, columns.call, row, path).error(
                    "第一行没有通话编号", "每通第一行写上编号，或去掉这一列"
                )
        groups.setdefault(call, []).append(row)
    units = {
        column: unit_of(columns.names[column]) or _unit_used(rows, column)
        for column in (columns.start, columns.end)
        if column is not None
    }
    for call, group in groups.items():
        yield _call(call, group, columns, units, path, words)


def _unit_used(rows: Iterable[Row], column: int) -> Unit:
    """Numbers are milliseconds, or seconds when one of the column has a decimal point."""
    cells = (_cell(row, column) for row in rows)
    return "s" if any("." in cell and _NUMBER.fullmatch(cell) for cell in cells) else "ms"


def _call(
    name: str,
    rows: Sequence[Row],
    columns: Columns,
    units: dict[int, Unit],
    path: str,
    words: RoleWords,
) -> Call:
    timeline = Timeline()
    # What changes within a call (the agent's name after a transfer) is the row's own.
    said = {column: {_cell(row, column) for row in rows} - {""} for column in columns.fields}
    shared = [column for column, values in said.items() if len(values) == 1]
    loose = [*columns.others, *(column for column in columns.fields if column not in shared)]

    def turn(row: Row) -> Turn:
        role = words.read(
            row.cells[columns.role], Place(path, row.line), f"“{columns.names[columns.role]}”列"
        )
        speaker = "" if columns.speaker is None else _cell(row, columns.speaker)

        def ms(column: int | None) -> int | None:
            if column is None or not (cell := _cell(row, column)):
                return None
            value = _millis(cell, units[column], timeline)
            if value is None:
                raise _at(columns, column, row, path).error(
                    f"读不懂的时间“{cell}”", "写毫秒整数、带小数的秒数，或 00:01:02"
                )
            return value

        return Turn(
            role=role.role,
            text=row.cells[columns.text],
            speaker=speaker or role.speaker,
            start_ms=ms(columns.start),
            end_ms=ms(columns.end),
            line=row.line,
            meta={
                columns.names[column]: row.cells[column]
                for column in sorted(loose)
                if _cell(row, column)
            },
        )

    turns = tuple(turn(row) for row in rows)
    fields = {"started_at": timeline.started_at}
    for column in shared:
        field = columns.fields[column]
        fields[field] = spelt(field, said[column].pop())
    return Call(
        id=name or Call.content_id(turns),
        turns=turns,
        path=path,
        kind="call",
        meta={},
        notices=(),
        elsewhere={},
        casting=None,
        **fields,
    )


def _millis(cell: str, unit: Unit, timeline: Timeline) -> int | None:
    if not _NUMBER.fullmatch(cell):
        return timeline.ms(cell)
    return round(float(cell) * (1000 if unit == "s" else 1))


def _check_width(row: Row, columns: Columns, place: Place) -> None:
    width = len(columns.names)
    if any(cell.strip() for cell in row.cells[width:]):
        raise place.error(
            f"这一行有 {len(row.cells)} 格，表头只有 {width} 列",
            "内容里有分隔符时整格加双引号",
        )
    if len(row.cells) <= max(columns.role, columns.text):
        raise place.error(
            f"这一行只有 {len(row.cells)} 格，没有写到角色和内容", "补齐，空格子也要留分隔符"
        )


def _cell(row: Row, column: int) -> str:
    return row.cells[column].strip() if column < len(row.cells) else ""


def _at(columns: Columns, column: int, row: Row, path: str) -> Place:
    return Place(path, row.line, f"“{columns.names[column]}”列")
