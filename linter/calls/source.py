"""A file or stream about to be read: its name, its encoding, its first characters, its lines."""

from __future__ import annotations

import codecs
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import PurePath
from typing import BinaryIO, cast

from linter.calls.decode import detect_encoding
from linter.calls.options import ReadOptions
from linter.calls.place import Place
from linter.calls.strict_json import decode_json
from linter.errors import InputError
from linter.model import Notice

HEAD_BYTES = 1 << 16
LINE_LIMIT = 64 << 20
"""Characters a line may have, and a cell of a table; a longer one is no transcript."""
WHOLE_LIMIT = 512 << 20
"""Bytes a file may have in the formats that must be read whole (all but JSON Lines)."""
_UTF8 = {"utf-8": 0, "utf-8-sig": len(codecs.BOM_UTF8)}
"""The codecs of UTF-8, and the bytes that stand before the text."""
_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office 97 begin, and newer ones with a password."""
_FOLLOWING = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that begin no character."""


class Source:
    """Text to be read as one of the formats.

    :param data: a seekable binary stream, standing where the text begins.
    :param name: the path, or ``<stdin>``: what errors and calls are labelled with.
    :param options: what the user said of the inputs.
    :raises InputError: when it is empty, binary (but for a workbook) or in no known encoding.
    :ivar is_workbook: whether it is a ZIP archive, as ``.xlsx`` files are; it has no text then.
    :ivar head: the first characters, for telling formats apart.
    :ivar notices: what the reader has noticed that belongs to no call it has yielded.
    """

    def __init__(self, data: BinaryIO, name: str, options: ReadOptions | None = None) -> None:
        self.name = name
        self.suffix = PurePath(name).suffix.lower()
        self.options = options or ReadOptions()
        self.notices: list[Notice] = []
        self._data = data
        self._start = self._data.tell()
        self._size = self._data.seek(0, os.SEEK_END) - self._start
        self._data.seek(self._start)
        first = self._data.read(len(_OLD))
        self._data.seek(self._start)
        if first.startswith(_OLD):
            raise InputError(
                "是旧版的 Office 文件（.xls、.doc），或者设了密码",
                path=name,
                hint="去掉密码，另存为 .xlsx 或 CSV",
            )
        self.is_workbook = first.startswith(_ZIP)
        self._encoding, self.head = "", ""
        if not self.is_workbook:
            self._find_text()

    def _find_text(self) -> None:
        self._encoding = detect_encoding(self._data, self.name)
        first = self._data.read(HEAD_BYTES)
        self.head = codecs.getincrementaldecoder(self._encoding)().decode(first)
        if self._size <= HEAD_BYTES and not self.head.strip():
            raise InputError("文件是空的", path=self.name, hint="至少要有一通对话")

    @contextmanager
    def open_bytes(self) -> Iterator[BinaryIO]:
        """The stream below, at its beginning; it stays open."""
        self._data.seek(self._start)
        yield self._data

    @cached_property
    def document(self) -> object:
        """The whole of it as one JSON value, decoded once.

        :raises InputError: when it is not JSON, or above :data:`WHOLE_LIMIT`.
        """
        return decode_json(self.text(), Place(self.name))

    @contextmanager
    def open(self, newline: str | None = None) -> Iterator[io.TextIOWrapper]:
        """Open the decoded text from its beginning; the stream below stays open.

        :param newline: as for :func:`open`; ``None`` turns every line end into ``\\n``.
        """
        with self._wrapped(self._encoding, self._start, newline) as text:
            yield text

    @contextmanager
    def _wrapped(
        self, encoding: str, start: int, newline: str | None = None
    ) -> Iterator[io.TextIOWrapper]:
        self._data.seek(start)
        text = io.TextIOWrapper(self._data, encoding, newline=newline)
        try:
            yield text
        finally:
            # An error's traceback may keep a reader beyond the closing of its file.
            if not self._data.closed:
                text.detach()

    def lines(self) -> Iterator[tuple[int, str]]:
        """Stream the lines with their 1-based numbers, without their line ends.

        :raises InputError: for a line of more than :data:`LINE_LIMIT` characters.
        """
        with self.open() as text:
            number = 0
            while read := text.readline(LINE_LIMIT + 1):
                number += 1
                line = read.removesuffix("\n")
                if len(line) > LINE_LIMIT:
                    raise self._too_long(number)
                yield number, line

    def byte_lines(self) -> Iterator[tuple[int, bytes]]:
        """Stream the same lines as UTF-8, without decoding a file that is UTF-8 already.

        :raises InputError: as :meth:`lines`.
        """
        if self._encoding not in _UTF8:
            for number, line in self.lines():
                yield number, line.encode()
            return
        # Latin-1 gives each byte one character and back, and splits lines as text is split.
        with self._wrapped("latin-1", self._start + _UTF8[self._encoding]) as text:
            number = 0
            while read := text.readline(4 * LINE_LIMIT + 1):
                number += 1
                raw = read.removesuffix("\n").encode("latin-1")
                if len(raw) > LINE_LIMIT and _characters(raw) > LINE_LIMIT:
                    raise self._too_long(number)
                yield number, raw

    def _too_long(self, number: int) -> InputError:
        return InputError(
            f"这一行超过 {LINE_LIMIT >> 20} Mi 个字符",
            path=self.name,
            line=number,
            hint="一行只写一通对话；缺换行的文件请先拆开",
        )

    def check_size(self) -> None:
        """Refuse a file that its format would have to hold in memory whole.

        :raises InputError: above :data:`WHOLE_LIMIT`.
        """
        if self._size > WHOLE_LIMIT:
            raise InputError(
                f"文件有 {self._size >> 20} MiB，这种格式最多读 {WHOLE_LIMIT >> 20} MiB",
                path=self.name,
                hint="拆成几个文件，或转成 JSONL（逐行读，大小不限）",
            )

    def all_lines(self) -> list[str]:
        """All lines at once, for formats that look ahead.

        :raises InputError: above :data:`WHOLE_LIMIT`, or for a line above :data:`LINE_LIMIT`.
        """
        self.check_size()
        return [line for _, line in self.lines()]

    def text(self) -> str:
        """Everything at once, line ends turned into ``\\n``.

        :raises InputError: above :data:`WHOLE_LIMIT`.
        """
        self.check_size()
        with self.open() as text:
            return text.read()


def _characters(raw: bytes) -> int:
    return len(raw.translate(None, _FOLLOWING))


@contextmanager
def seekable(data: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself, or for a pipe a copy of it all, on disk."""
    if data.seekable():
        yield data
        return
    # Not a spooled one: stopped while it is being made, it prints a traceback when it goes.
    with tempfile.TemporaryFile() as spool:
        shutil.copyfileobj(data, spool)
        spool.seek(0)
        yield cast(BinaryIO, spool)
