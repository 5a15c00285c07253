"""The bytes of a text file and its words, so that what is not changed stays byte for byte."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Sequence

from linter.calls.decode import detect_encoding
from linter.errors import InputError
from linter.fixing.edits import Edit

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")


class TextFile:
    """A text file as it stands.

    :param data: its bytes.
    :param name: what errors call it.
    :raises InputError: when it is in no known encoding, or could not be written as it is.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.data = data
        found = next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), None)
        self._mark, self._codec = found or (b"", detect_encoding(io.BytesIO(data), name))
        try:
            self.text = data[len(self._mark) :].decode(self._codec)
        except UnicodeDecodeError:
            raise self._unwritable() from None
        if self.text.encode(self._codec) != data[len(self._mark) :]:
            raise self._unwritable()
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def _unwritable(self) -> InputError:
        return InputError(
            "这个文件的编码改不了：写回去会和原来的字节不一样",
            path=self.name,
            hint="先另存为 UTF-8",
        )

    def refusal(self, edit: Edit) -> str:
        """Why an edit cannot be made; empty when it can."""
        start = self._offset(edit)
        if start is None or not self.text.startswith(edit.finding.quote, start):
            return "这里的写法（转义、引号）改不准，请手工改"
        try:
            edit.new.encode(self._codec)
        except UnicodeEncodeError:
            return f"文件的编码写不下“{edit.new}”，先另存为 UTF-8"
        return ""

    def changed_by(self, edits: Sequence[Edit]) -> TextFile:
        """The file with the edits; none may be refused, and none may overlap another."""
        text = self.text
        for start, edit in sorted(((self._offset(edit) or 0, edit) for edit in edits), key=_first):
            text = text[:start] + edit.new + text[start + len(edit.finding.quote) :]
        return TextFile(self._mark + text.encode(self._codec), self.name)

    def _offset(self, edit: Edit) -> int | None:
        """Where the words of an edit begin; ``None`` when the file has no such place."""
        line, column = edit.finding.line, edit.finding.column
        if line is None or column is None or not 0 < line <= len(self._starts):
            return None
        return self._starts[line - 1] + column - 1


def _first(pair: tuple[int, Edit]) -> int:
    return -pair[0]
