"""A workbook that is open: its sheets, and their rows as a stream."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, BinaryIO, NamedTuple, cast

from linter.workbooks.broken import BROKEN, unreadable
from linter.workbooks.cells import Cell
from linter.workbooks.merges import Merges, find_merges
from linter.workbooks.refused import Refused
from linter.workbooks.shown import moment_shown, number_shown
from linter.workbooks.streaming import RawCell, stream_rows, stream_strings
from linter.workbooks.strings import Strings
from linter.workbooks.styles import is_moment, number_formats

_MB = 1 << 20
_PLAIN_MOST = 16 * _MB
"""Bytes, unpacked, of each part that is read whole: the list of sheets, the styles."""
_RATIO_FROM = 256 * _MB
_RATIO_MOST = 200
"""How many times its size what is packed may unpack to: sheets take 10 to 40, zeros 1,000."""
_CONTENTS = "[Content_Types].xml"
_SAVE_AS = "用 Excel 或 WPS 另存为 .xlsx 或 CSV"


class Limits(NamedTuple):
    """What a workbook may unpack to.

    :ivar unpacked: bytes of all its parts.
    """

    unpacked: int


class SheetRow(NamedTuple):
    """A row that has cells, its number counted from 1, the cells by column; ``lent`` is what it
    has of cells merged downwards from above.
    """

    number: int
    cells: dict[int, Cell]
    lent: dict[int, Cell]


class Sheet:
    """One sheet.

    :ivar title: its name.
    :ivar is_visible: whether a person sees it.
    :ivar part: the name of its part of the workbook.
    """

    def __init__(self, book: Workbook, title: str, is_visible: bool, part: str) -> None:
        self.title = title
        self.is_visible = is_visible
        self.part = part
        self._book = book
        self._merges: Merges | None = None

    def rows(self, wanted: Collection[int] | None = None) -> Iterator[SheetRow]:
        """Its rows that have anything in them; they can be read again and again.

        :param wanted: the columns, from 1, that are read; all of them when ``None``.
        :raises Refused: when they cannot be read.
        """
        try:
            tops: dict[int, tuple[int, Cell]] = {}
            merges = self._merges = self._merges or self._find_merges()
            with self._book.part(self.part) as data:
                for number, raw in stream_rows(data, wanted):
                    cells = {cell[0]: self._book.cell(cell) for cell in raw}
                    lent = merges.lent(number, cells, tops)
                    yield SheetRow(number, cells, {cell.column: cell for cell in lent})
        except BROKEN as error:
            raise unreadable(error) from None

    def _find_merges(self) -> Merges:
        with self._book.part(self.part) as data:
            return find_merges(data)


class Workbook:
    """An open workbook; made by :func:`opened`."""

    def __init__(self, archive: zipfile.ZipFile, reader: Any) -> None:
        self._archive = archive
        self._strings: Strings | None = None
        package = reader.package
        from openpyxl.xml.constants import SHARED_STRINGS, STYLES_TYPE

        shared, styles = package.find(SHARED_STRINGS), package.find(STYLES_TYPE)
        self._shared = shared.PartName[1:] if shared is not None else ""
        codes = number_formats(archive.read(styles.PartName[1:])) if styles is not None else ()
        self._formats = _Formats(codes, reader.wb.epoch)
        self.sheets = tuple(
            Sheet(self, sheet.name, sheet.state == "visible", rel.target)
            for sheet, rel in reader.parser.find_sheets()
            # Sheets that are only a chart have no rows.
            if rel.Type.endswith("/worksheet") and rel.target in archive.namelist()
        )

    def part(self, name: str) -> BinaryIO:
        """Open one of its parts."""
        return cast(BinaryIO, self._archive.open(name))

    def cell(self, raw: RawCell) -> Cell:
        """A stored cell as a person sees it."""
        column, kind, text, _, is_formula = raw
        if not text:
            return Cell(column, "", "empty", is_formula)
        if kind == "s":
            return Cell(column, self._shared_text(int(text)), "text", is_formula)
        if kind == "n":
            return self._formats.number(raw)
        if kind == "d":
            return Cell(column, text.replace("T", " ", 1).removesuffix("Z"), "date", is_formula)
        if kind == "b":
            return Cell(column, "TRUE" if text == "1" else "FALSE", "bool", is_formula)
        return Cell(column, text, "error" if kind == "e" else "text", is_formula)

    @contextmanager
    def shared_texts(self) -> Iterator[BinaryIO | None]:
        """Open the part of the texts that cells share; ``None`` when there is none."""
        if not self._shared:
            yield None
            return
        with self.part(self._shared) as data:
            yield data

    def _shared_text(self, number: int) -> str:
        if self._strings is None:
            if not self._shared:
                raise ValueError("没有 sharedStrings")
            with self.part(self._shared) as data:
                self._strings = Strings(stream_strings(data))
        return self._strings[number]

    def close(self) -> None:
        """Forget what is kept on disk."""
        if self._strings is not None:
            self._strings.close()


class _Formats:
    """The number formats of a workbook's styles."""

    def __init__(self, codes: tuple[str, ...], epoch: datetime) -> None:
        self._epoch = epoch
        self._codes = {str(style): (code, is_moment(code)) for style, code in enumerate(codes)}

    def number(self, raw: RawCell) -> Cell:
        """A number as it is shown."""
        column, _, text, style, is_formula = raw
        value = int(text) if text.isascii() and text.isdigit() else float(text)
        code, is_date = self._codes.get(style, ("General", False))
        if is_date:
            return Cell(column, moment_shown(value, code, self._epoch), "date", is_formula)
        return Cell(column, number_shown(value, code), "number", is_formula)


@contextmanager
def opened(data: BinaryIO, limits: Limits) -> Iterator[Workbook]:
    """Open a workbook.

    :param data: seekable, standing where it begins; it stays open.
    :param limits: how much it may unpack to.
    :raises Refused: when it is none, is too big, or openpyxl is not installed.
    """
    try:
        archive = _Archive(data)
    except BROKEN as error:
        raise Refused(f"工作簿坏了：{error}", "重新下载或另存一次") from None
    with archive:
        _check_size(archive, limits)
        _check_kind(archive)
        book = _structure(archive, data)
        try:
            yield book
        finally:
            book.close()


class _Archive(zipfile.ZipFile):
    """An archive whose parts can be read whole only while they are small: what is read so
    becomes a tree of many times its size.
    """

    def read(self, name: str | zipfile.ZipInfo, pwd: bytes | None = None) -> bytes:
        part = self.getinfo(name) if isinstance(name, str) else name
        if part.file_size > _PLAIN_MOST:
            raise Refused(f"工作簿里的 {part.filename} 大得不像话", _SAVE_AS)
        return super().read(name, pwd)


def _check_size(archive: zipfile.ZipFile, limits: Limits) -> None:
    # A part that is longer than it says here is cut there by zipfile.
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked:
        raise Refused(f"工作簿解压后超过 {limits.unpacked // _MB} MB", "拆成几个文件，或存为 CSV")
    packed = sum(part.compress_size for part in parts)
    if unpacked > _RATIO_FROM and unpacked > _RATIO_MOST * packed:
        raise Refused(
            f"工作簿解压后是原来的 {unpacked // max(packed, 1)} 倍，不像真的表格",
            "用 Excel 或 WPS 打开看看，另存为 CSV",
        )


_KINDS: Mapping[str, str] = {
    "word/document.xml": "Word 文档",
    "ppt/presentation.xml": "PowerPoint 文档",
    "xl/workbook.bin": ".xlsb 工作簿",
    "mimetype": "OpenDocument 文档（.ods、.odt）",
}


def _check_kind(archive: zipfile.ZipFile) -> None:
    parts = {part.filename: part for part in archive.infolist()}
    if any(part.flag_bits & 1 for part in parts.values()):
        raise Refused("设了密码", "去掉密码再存一次")
    for name, kind in _KINDS.items():
        if name in parts:
            raise Refused(f"这是 {kind}，不是 .xlsx 工作簿", _SAVE_AS)
    if _CONTENTS not in parts:
        raise Refused("这是 ZIP 压缩包，不是 .xlsx 工作簿", "先解压；" + _SAVE_AS)


def _structure(archive: zipfile.ZipFile, data: BinaryIO) -> Workbook:
    try:
        import openpyxl  # noqa: F401
        from openpyxl.reader.excel import ExcelReader
    except ImportError:
        raise Refused(
            "读 .xlsx 要装 openpyxl", 'pip install "huashu[xlsx]"，或把表另存为 CSV'
        ) from None
    try:
        with warnings.catch_warnings():
            # Of extensions that nobody asks for here.
            warnings.simplefilter("ignore")
            # Not load_workbook: it holds all shared texts, and reads each sheet once more when
            # it does not say its size.
            reader: Any = ExcelReader(data, read_only=True, data_only=True, keep_links=False)
            reader.archive = archive
            reader.read_manifest()
            reader.read_workbook()
            return Workbook(archive, reader)
    except BROKEN as error:
        raise unreadable(error) from None
