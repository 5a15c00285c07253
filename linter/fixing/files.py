"""The bytes of a text file and its words, so that what is not changed stays byte for byte."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Sequence
from pathlib import Path

from linter.calls.decode import detect_encoding
from linter.errors import InputError
from linter.frozen import dataclass

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Change:
    """Words in a file and what is written in their place; ``column`` counts code points."""

    line: int
    column: int
    old: str
    new: str


class ScriptFile:
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

    @staticmethod
    def read(path: Path) -> ScriptFile:
        """Read a file.

        :raises InputError: when it cannot be read.
        """
        try:
            return ScriptFile(path.read_bytes(), str(path))
        except OSError as error:
            reason = f"读不了：{error.strerror or error}"
            raise InputError(reason, path=str(path), hint="检查路径和权限") from None

    def has(self, change: Change) -> bool:
        """Whether the words stand there."""
        start = self._offset(change)
        return start is not None and self.text.startswith(change.old, start)

    def changed(self, changes: Sequence[Change]) -> ScriptFile:
        """The file with the changes; those must stand there and not overlap.

        :raises UnicodeEncodeError: when the file's encoding has not the new words.
        """
        text = self.text
        for change in sorted(changes, key=lambda one: (one.line, one.column), reverse=True):
            start = self._offset(change)
            assert start is not None
            text = text[:start] + change.new + text[start + len(change.old) :]
        return ScriptFile(self._mark + text.encode(self._codec), self.name)

    def _offset(self, change: Change) -> int | None:
        if not 0 < change.line <= len(self._starts):
            return None
        return self._starts[change.line - 1] + change.column - 1
