"""The rows of a table as calls; shared by every format whose rows are turns or calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from linter.calls.dialogues import Where, turns_of
from linter.calls.fields import spelt
from linter.calls.place import Place
from linter.calls.roles import RoleWords, Speaker
from linter.calls.source import Source
from linter.calls.table_groups import NUMBER, Group, Units, grouped, surveyed
from linter.calls.table_rows import Row, Table
from linter.calls.times import Timeline
from linter.model import Call, Notice, Turn

_NAME_MOST = 20
_NAMES_MOST = 8
"""Names of speakers a call may have, and the characters of one; beyond, it is no column of them."""


def calls_of(tables: Sequence[Table], source: Source) -> Iterator[Call]:
    """The calls of a file's tables, in the order in which they end.

    :param source: what is odd about single cells is noticed there.
    :raises InputError: for a row with too many or too few cells, an unknown role, a time that
        is none, or a first row without the call id its table has a column for.
    """
    survey = surveyed(row for table in tables for row in table.rows(keys_only=True))
    seen: set[tuple[int, int]] = set()
    for group in grouped((row for table in tables for row in table.rows()), survey):
        for row in group.rows:
            source.notices += row.notices(seen)
        yield _Reader(group, survey.units, source.options.words).call()


class _Reader:
    """Makes one call of its rows."""

    def __init__(self, group: Group, units: Units, words: RoleWords) -> None:
        self._id = group.id
        self._rows = group.rows
        self._units = units
        self._words = words
        self._timeline = Timeline()
        self._names: set[str] = set()

    def call(self) -> Call:
        for row in self._rows:
            _check_width(row)
        fields, meta, loose = self._described()
        turns = tuple(turn for row in self._rows for turn in self._turns(row, loose))
        path = self._rows[0].table.path
        fields = {"started_at": self._timeline.started_at} | fields
        notices = tuple(self._notices(turns))
        call_id = self._id or Call.content_id(turns)
        return Call(
            call_id,
            turns,
            path,
            "call",
            meta=meta,
            notices=notices,
            elsewhere={},
            casting=None,
            ignores=(),
            **fields,
        )

    def _described(self) -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
        """The fields of the call, what else all its rows say, and the columns that say what is
        a row's own.

        What changes within a call (the agent's name after a transfer) is the row's own; and so is
        everything nobody asked for where rows are turns.
        """
        said: dict[str, dict[str, None]] = {}
        filled: dict[str, str] = {}
        wide = set()
        for row in self._rows:
            columns = row.table.columns
            for column in (*columns.fields, *columns.others):
                name = columns.name(column)
                if cell := row.cell(column):
                    said.setdefault(name, {})[cell] = None
                if column in columns.fields:
                    filled[name] = columns.fields[column]
                elif columns.is_dialogue:
                    wide.add(name)
        shared = {name: next(iter(cells)) for name, cells in said.items() if len(cells) == 1}
        fields = {filled[n]: spelt(filled[n], shared[n]) for n in shared if n in filled}
        meta = {name: shared[name] for name in shared if name in wide and name not in filled}
        loose = frozenset(said.keys() - (shared.keys() & (filled.keys() | wide)))
        return fields, meta, loose

    def _turns(self, row: Row, loose: frozenset[str]) -> Iterator[Turn]:
        columns = row.table.columns
        meta = {
            name: row.whole(column)
            for column in sorted((*columns.fields, *columns.others))
            if (name := columns.name(column)) in loose and row.cell(column)
        }
        wide = range(len(columns.names), len(row.cells))
        meta |= {columns.name(column): row.whole(column) for column in wide if row.cell(column)}
        if columns.is_dialogue:
            cell = row.whole(columns.text)
            for turn in turns_of(cell, self._words, self._timeline, partial(_locate, row)):
                yield _with_cell(turn._replace(meta=meta) if meta else turn, row)
        else:
            yield _with_cell(self._turn(row, meta), row)

    def _turn(self, row: Row, meta: Mapping[str, Any]) -> Turn:
        columns = row.table.columns
        who = self._who(row)
        return Turn(
            role=who.role,
            text=row.whole(columns.text),
            speaker=row.cell(columns.speaker) or who.speaker,
            start_ms=self._ms(row, columns.start),
            end_ms=self._ms(row, columns.end),
            line=row.line,
            meta=meta,
        )

    def _who(self, row: Row) -> Speaker:
        columns = row.table.columns
        word = row.cell(columns.role)
        if not word:
            return Speaker("unknown")
        found = self._words.parse(word)
        if found is None and columns.is_named and len(word) <= _NAME_MOST:
            self._names.add(word)
            if len(self._names) <= _NAMES_MOST:
                return Speaker("unknown", word)
        # What it is not, the table of role words says best.
        table = row.table
        place = Place(table.path, row.line, "", table.sheet, table.cell(row.line, columns.role))
        word = row.whole(columns.role or 0)
        return found or self._words.read(word, place, f"“{columns.name(columns.role or 0)}”列")

    def _ms(self, row: Row, column: int | None) -> int | None:
        cell = row.cell(column)
        if column is None or not cell:
            return None
        if not NUMBER.fullmatch(cell):
            value = self._timeline.ms(cell)
        else:
            unit = self._units.get((row.table.number, column), "")
            value = round(float(cell) * (1000 if unit == "s" else 1))
        if value is None:
            raise row.place(column).error(
                f"读不懂的时间“{cell}”", "写毫秒整数、带小数的秒数，或 00:01:02"
            )
        return value

    def _notices(self, turns: Sequence[Turn]) -> Iterator[Notice]:
        first = self._rows[0]
        columns = first.table.columns
        if not columns.is_dialogue or not turns:
            return
        if all(turn.role == "unknown" and not turn.speaker for turn in turns):
            yield Notice(
                "no-labels",
                f"通话 {self._id or first.line} 的对话里没有角色标签，不知道是谁说的",
                "写成 坐席：…… 客户：……",
                first.line,
                sheet=first.table.sheet,
                cell=first.table.cell(first.line, columns.text),
            )


def _locate(row: Row, offsets: Sequence[int]) -> Sequence[Where]:
    if row.raw is None:
        return [(row.line, None)] * len(offsets)
    return row.raw.places(row.table.columns.text, offsets)


def _with_cell(turn: Turn, row: Row) -> Turn:
    if not row.table.sheet:
        return turn
    cell = row.table.cell(row.line, row.table.columns.text)
    return turn._replace(sheet=row.table.sheet, cell=cell)


def _check_width(row: Row) -> None:
    columns = row.table.columns
    if not columns.is_strict:
        return
    width = len(columns.names)
    if any(cell.strip() for cell in row.cells[width:]):
        raise row.place().error(
            f"这一行有 {len(row.cells)} 格，表头只有 {width} 列",
            "内容里有分隔符时整格加双引号",
        )
    if len(row.cells) <= max(columns.role or 0, columns.text):
        what = "对话" if columns.is_dialogue else "角色和内容"
        raise row.place().error(
            f"这一行只有 {len(row.cells)} 格，没有写到{what}", "补齐，空格子也要留分隔符"
        )
