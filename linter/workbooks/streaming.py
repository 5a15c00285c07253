"""The rows of a sheet and the shared texts of a workbook, off their XML and in flat memory.

openpyxl keeps an element for every row it has read, and every shared text: for a million rows
more than all the rest of a run takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
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
_TEXT = frozenset(("v", "t"))


class RawCell(NamedTuple):
    """A cell as it is stored: ``type`` and ``style`` are the attributes ``t`` and ``s``."""

    column: int
    type: str
    text: str
    style: str
    is_formula: bool


class RawRow(NamedTuple):
    """A row that has cells, and its number, counted from 1."""

    number: int
    cells: list[RawCell]


class _Texts:
    """Handlers that gather the text of cells or shared texts; what is read spelt out aloud in
    kana (``rPh``) is not part of it.
    """

    def __init__(self, whole: str) -> None:
        self._whole = whole
        """The element whose text it is: ``c`` in sheets, ``si`` among shared texts."""
        self._text: list[str] = []
        self._length = 0
        self._taking = False
        self._aside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name[name.find(":") + 1 :]
        if local == self._whole:
            self._text, self._length, self._taking, self._aside = [], 0, False, False
            self.begin_whole(attributes)
        elif local in _TEXT:
            self._taking = not self._aside
        elif local == "rPh":
            self._aside = True
        else:
            self.begin_other(local, attributes)

    def data(self, text: str) -> None:
        if self._taking:
            self._length += len(text)
            if self._length > CELL_LIMIT:
                raise Refused(f"有一格超过 {CELL_LIMIT} 个字符", "一格写一通对话就够了")
            self._text.append(text)

    def end(self, name: str) -> None:
        local = name[name.find(":") + 1 :]
        if local in _TEXT:
            self._taking = False
        elif local == "rPh":
            self._aside = False
        elif local == self._whole:
            self.end_whole("".join(self._text))
        else:
            self.end_other(local)

    def begin_whole(self, attributes: dict[str, str]) -> None:
        """The element has begun."""

    def end_whole(self, text: str) -> None:
        """It has ended, and this is its text."""

    def begin_other(self, local: str, attributes: dict[str, str]) -> None:
        """Any other element has begun."""

    def end_other(self, local: str) -> None:
        """It has ended."""


class _Strings(_Texts):
    def __init__(self) -> None:
        super().__init__("si")
        self.ready: list[str] = []

    def end_whole(self, text: str) -> None:
        self.ready.append(text)


class _Rows(_Texts):
    def __init__(self) -> None:
        super().__init__("c")
        self.ready: list[RawRow] = []
        self._row = RawRow(0, [])
        self._size = 0
        self._cell = (0, "n", "0")
        self._is_formula = False
        self._columns: dict[str, int] = {}

    def begin_whole(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            column = self._cell[0] + 1
        else:
            letters = reference.rstrip("0123456789")
            found = self._columns.get(letters)
            if found is None:
                found = self._columns[letters] = column_number(letters)
            column = found
        if not 1 <= column <= _COLUMNS or len(self._row.cells) >= _COLUMNS:
            raise Refused(f"第 {self._row.number} 行超过 {_COLUMNS} 列", "表格坏了，重新导出")
        self._cell = (column, attributes.get("t", "n"), attributes.get("s", "0"))
        self._is_formula = False

    def end_whole(self, text: str) -> None:
        if text or self._is_formula:
            column, kind, style = self._cell
            self._size += len(text)
            if self._size > ROW_LIMIT:
                raise Refused(f"第 {self._row.number} 行超过 {ROW_LIMIT} 个字符", "拆成几行")
            self._row.cells.append(RawCell(column, kind, text, style, self._is_formula))

    def begin_other(self, local: str, attributes: dict[str, str]) -> None:
        if local == "row":
            number = int(attributes.get("r") or self._row.number + 1)
            if not self._row.number < number <= _ROWS:
                raise Refused(f"第 {self._row.number} 行后面是第 {number} 行", "表格坏了，重新导出")
            self._row, self._size, self._cell = RawRow(number, []), 0, (0, "n", "0")
        elif local == "f":
            self._is_formula = True

    def end_other(self, local: str) -> None:
        if local == "row" and self._row.cells:
            self.ready.append(self._row)


def stream_rows(data: BinaryIO) -> Iterator[RawRow]:
    """The rows of a sheet's part that have anything in them.

    :raises Refused: for rows out of order, and for cells, rows and tags beyond the limits.
    :raises ExpatError: for what is no XML.
    """
    handlers = _Rows()
    for _ in _fed(data, handlers):
        yield from handlers.ready
        handlers.ready.clear()


def stream_strings(data: BinaryIO) -> Iterator[str]:
    """The shared texts of a workbook's part, in order; errors are those of :func:`stream_rows`."""
    handlers = _Strings()
    for _ in _fed(data, handlers):
        yield from handlers.ready
        handlers.ready.clear()


def _fed(data: BinaryIO, handlers: _Texts) -> Iterator[None]:
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
