"""The rows of a sheet and the shared texts of a workbook, off their XML and in flat memory.

openpyxl keeps an element for every row it has read, and every shared text: for a million rows
more than all the rest of a run takes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, BinaryIO
from xml.parsers import expat

from linter.workbooks.cells import column_number
from linter.workbooks.refused import Refused

CELL_LIMIT = 1 << 20
"""Characters a cell may have; Excel allows 32,767."""
ROW_LIMIT = 16 << 20
"""Characters all cells of a row may have."""
_COLUMNS = 16384
_ROWS = 1 << 20
_CHUNK = 1 << 16
_TOKEN_LIMIT = 4 << 20
"""Bytes a tag or a comment may have."""
RawCell = tuple[int, str, str, str, bool]
"""Column from 1, attribute ``t``, text, attribute ``s``, whether there is a formula."""
RawRow = tuple[int, list[RawCell]]
"""A row that has cells, and before them its number, counted from 1."""

# What the elements that matter are to the handlers, without the prefix they may have.
_CELL, _TEXT, _ROW, _FORMULA, _ALOUD, _SHARED, _OTHER = range(7)
_LOCAL = {"c": _CELL, "v": _TEXT, "t": _TEXT, "row": _ROW, "f": _FORMULA, "rPh": _ALOUD}


class _Handlers:
    """What gathers texts; what is spelt out to be read aloud (``rPh``) is not part of them.

    :ivar ready: what is complete and has not been taken away.
    """

    def __init__(self) -> None:
        self.ready: list[Any] = []
        self._kinds: dict[str, int] = {}
        self._text: list[str] = []
        self._length = 0
        self._taking = False
        self._aloud = False

    def kind(self, name: str) -> int:
        """What an element of a name is."""
        found = self._kinds.get(name)
        if found is None:
            local = name.rpartition(":")[2]
            found = _SHARED if local == "si" else _LOCAL.get(local, _OTHER)
            self._kinds[name] = found
        return found

    def data(self, text: str) -> None:
        """Characters within an element."""
        if self._taking:
            self._length += len(text)
            if self._length > CELL_LIMIT:
                raise Refused(f"有一格超过 {CELL_LIMIT} 个字符", "一格写一通对话就够了")
            self._text.append(text)

    def begin_text(self) -> None:
        """A cell or shared text begins."""
        self._text.clear()
        self._length, self._taking, self._aloud = 0, False, False


class _Strings(_Handlers):
    def start(self, name: str, _: dict[str, str]) -> None:
        kind = self.kind(name)
        if kind == _SHARED:
            self.begin_text()
        elif kind == _TEXT:
            self._taking = not self._aloud
        elif kind == _ALOUD:
            self._aloud = True

    def end(self, name: str) -> None:
        kind = self.kind(name)
        if kind == _TEXT:
            self._taking = False
        elif kind == _ALOUD:
            self._aloud = False
        elif kind == _SHARED:
            self.ready.append("".join(self._text))


class _Rows(_Handlers):
    def __init__(self, wanted: Collection[int] | None) -> None:
        super().__init__()
        self._wanted = wanted
        self._number = 0
        self._cells: list[RawCell] = []
        self._size = 0
        self._column = 0
        self._attributes: dict[str, str] = {}
        self._is_formula = False
        self._skips = False
        self._columns: dict[str, int] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = self.kind(name)
        if kind == _CELL:
            self._begin_cell(attributes)
        elif kind == _TEXT:
            self._taking = not (self._aloud or self._skips)
        elif kind == _ROW:
            self._begin_row(attributes.get("r"))
        elif kind == _FORMULA:
            self._is_formula = True
        elif kind == _ALOUD:
            self._aloud = True

    def end(self, name: str) -> None:
        kind = self.kind(name)
        if kind == _TEXT:
            self._taking = False
        elif kind == _CELL:
            if not self._skips and (self._text or self._is_formula):
                self._end_cell("".join(self._text))
        elif kind == _ROW:
            if self._cells:
                self.ready.append((self._number, self._cells))
        elif kind == _ALOUD:
            self._aloud = False

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            column = self._column + 1
        else:
            letters = reference.rstrip("0123456789")
            column = self._columns.get(letters, 0)
            if not column:
                column = self._columns[letters] = column_number(letters)
        if not 1 <= column <= _COLUMNS or len(self._cells) >= _COLUMNS:
            raise Refused(f"第 {self._number} 行超过 {_COLUMNS} 列", "表格坏了，重新导出")
        self._column, self._attributes, self._is_formula = column, attributes, False
        self._skips = self._wanted is not None and column not in self._wanted
        self.begin_text()

    def _end_cell(self, text: str) -> None:
        self._size += len(text)
        if self._size > ROW_LIMIT:
            raise Refused(f"第 {self._number} 行超过 {ROW_LIMIT} 个字符", "拆成几行")
        get = self._attributes.get
        self._cells.append((self._column, get("t", "n"), text, get("s", "0"), self._is_formula))

    def _begin_row(self, given: str | None) -> None:
        number = int(given or self._number + 1)
        if not self._number < number <= _ROWS:
            raise Refused(f"第 {self._number} 行后面是第 {number} 行", "表格坏了，重新导出")
        self._number, self._cells, self._size, self._column = number, [], 0, 0


def stream_rows(data: BinaryIO, wanted: Collection[int] | None = None) -> Iterator[RawRow]:
    """The rows of a sheet's part that have anything in them.

    :param wanted: the columns, from 1, that are read; all of them when ``None``.
    :raises Refused: for rows out of order, and for cells, rows and tags beyond the limits.
    :raises ExpatError: for what is no XML.
    """
    handlers = _Rows(wanted)
    for _ in _fed(data, handlers):
        yield from handlers.ready
        handlers.ready.clear()


def stream_strings(data: BinaryIO) -> Iterator[str]:
    """The shared texts of a workbook's part, in order; errors are those of :func:`stream_rows`."""
    handlers = _Strings()
    for _ in _fed(data, handlers):
        yield from handlers.ready
        handlers.ready.clear()


def _fed(data: BinaryIO, handlers: _Rows | _Strings) -> Iterator[None]:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    parser.CharacterDataHandler = handlers.data
    parser.StartDoctypeDeclHandler = _no_doctype
    fed = 0
    while chunk := data.read(_CHUNK):
        parser.Parse(chunk, False)
        fed += len(chunk)
        if fed - max(parser.CurrentByteIndex, 0) > _TOKEN_LIMIT:
            raise Refused("里面有一个标记长得不像话", "表格坏了，重新导出")
        yield
    parser.Parse(b"", True)
    yield


def _no_doctype(*_: object) -> None:
    # ECMA-376 part 2 forbids them; they are where entities that multiply are declared.
    raise Refused("里面有 DTD，工作簿里不该有", "用 Excel 或 WPS 打开，另存为 .xlsx")
