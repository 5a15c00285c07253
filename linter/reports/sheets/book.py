"""A workbook that is written row by row and forgets each; only here is anything known of files.

XlsxWriter, and not openpyxl: that one stamps the hour into the file and its archive, takes text
that begins with ``=`` for a formula unless told otherwise, and refuses a control character.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import IO, TYPE_CHECKING

from linter.reports.options import Lang
from linter.reports.sheets.cells import Value, cell_text, is_edited_away
from linter.reports.sheets.columns import Column, Layout
from linter.reports.sheets.looks import BAR, HEAD_HEIGHT, height, look
from linter.reports.sheets.writing import require, writing

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
"""Rows of a sheet; see the page that :mod:`linter.reports.sheets.cells` names."""
_PIECE = 1 << 16
_CREATED = datetime(1980, 1, 1)
"""The same input makes the same file; this is the year in which archives begin."""


class Book:
    """A workbook in the making; its files are temporary.

    :param most_rows: rows a sheet may have; what is more goes on another of the same name.
    :raises UsageError: when XlsxWriter is not installed.
    """

    def __init__(self, lang: Lang, creator: str, most_rows: int = MOST_ROWS) -> None:
        require()
        from xlsxwriter.workbook import Workbook

        self.lang = lang
        self.most_rows = most_rows
        with writing():
            folder = tempfile.mkdtemp(prefix="huashu-")
            self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115
        self.book: Workbook = Workbook(self._file, {"constant_memory": True, "tmpdir": folder})
        self._discard = weakref.finalize(self, _discard, self.book, self._file, folder)
        self.book.use_zip64()
        self.book.set_properties({"author": creator, "created": _CREATED})
        self._formats: dict[tuple[str, bool], Format] = {}
        self._sheets: list[Sheet] = []

    def reserve(self, title: str) -> Worksheet:
        """A place after the sheets there are, for one whose columns are not known yet."""
        from linter.reports.sheets.plain import PlainSheet

        with writing():
            return self.book.add_worksheet(title, PlainSheet)

    def add(self, layout: Layout, place: Worksheet | None = None) -> Sheet:
        """Add a sheet, after those there are or at a place that was reserved."""
        sheet = Sheet(self, layout, place or self.reserve(layout.title))
        self._sheets.append(sheet)
        return sheet

    @property
    def spilt(self) -> list[str]:
        """The titles of sheets that did not hold all their rows."""
        return [sheet.layout.title for sheet in self._sheets if sheet.parts > 1]

    def format(self, kind: str, quoted: bool = False) -> Format:
        """How a cell looks: ``head``, ``text``, ``number`` or a colour."""
        key = kind, quoted
        if key not in self._formats:
            self._formats[key] = self.book.add_format(look(kind, quoted))
        return self._formats[key]

    def finish(self) -> Iterator[bytes]:
        """The whole file, piece by piece; nothing can be added after."""
        for sheet in self._sheets:
            sheet.finish()
        with writing():
            self.book.close()
            self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece
        self._discard()


def _discard(book: Workbook, file: IO[bytes], folder: str) -> None:
    """Leave nothing behind, whether the workbook was finished or the run was stopped."""
    for sheet in book.worksheets():
        sheet.row_data_fh.close()
    file.close()
    shutil.rmtree(folder, ignore_errors=True)


class Sheet:
    """A sheet, and those of the same name on which it goes on.

    :ivar parts: how many these are.
    """

    def __init__(self, book: Book, layout: Layout, place: Worksheet) -> None:
        self.layout = layout
        self.parts = 1
        self._book = book
        self._sheet = self._begun(place)

    def row(self, values: Iterable[Value]) -> None:
        """Write one more row.

        :raises UsageError: when the folder for temporary files is full.
        """
        if self._rows == self._book.most_rows:
            self.finish()
            self.parts += 1
            place = self._book.reserve(f"{self.layout.title} ({self.parts})")
            self._sheet = self._begun(place)
        row = tuple(values)
        widths = (column.width for column in self.layout.columns)
        with writing():
            # Before its cells: a row that is written is forgotten.
            self._sheet.set_row(self._rows, height(zip(row, widths, strict=False)))
            for column, value in enumerate(row):
                self._write(column, value)
        self._rows += 1

    def _write(self, column: int, value: Value) -> None:
        if value is None or value == "":
            return
        if not isinstance(value, str):
            number = float(value) if isinstance(value, Decimal) else value
            self._sheet.write_number(self._rows, column, number, self._book.format("number"))
            return
        text = cell_text(value)
        how = self._book.format("text", is_edited_away(text))
        self._sheet.write_string(self._rows, column, text, how)

    def _begun(self, sheet: Worksheet) -> Worksheet:
        sheet.freeze_panes(1, self.layout.pinned)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_row(0, HEAD_HEIGHT)
        for number, column in enumerate(self.layout.columns):
            sheet.set_column(number, number, column.width)
            head = self._book.format("head")
            sheet.write_string(0, number, cell_text(column.head(self._book.lang)), head)
        self._rows = 1
        return sheet

    def finish(self) -> None:
        """Filters, colours and what may be entered, for all rows there are."""
        last = self._rows - 1
        # A call's id and a long number are text: no green corners that offer to make them numbers.
        everywhere = f"A1:XFD{self._book.most_rows}"
        self._sheet.ignore_errors({"number_stored_as_text": everywhere})
        self._sheet.autofilter(0, 0, last, len(self.layout.columns) - 1)
        if last == 0:
            return
        for number, column in enumerate(self.layout.columns):
            self._adorn(number, column, last)

    def _adorn(self, number: int, column: Column, last: int) -> None:
        span = 1, number, last, number
        for word, color in column.colors.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
            self._sheet.conditional_format(*span, {**rule, "format": self._book.format(color)})
        if column.bar is not None:
            bar = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": column.bar}
            own = {"type": "data_bar", "bar_color": BAR, "bar_solid": True}
            self._sheet.conditional_format(*span, {**own, **bar})
        if column.choices:
            only = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
            self._sheet.data_validation(*span, only)
