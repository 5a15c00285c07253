"""The bytes of a text file and its words, so that what is not changed stays byte for byte."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Sequence
from functools import cached_property

from linter import lazy
from linter.calls.decode import detect_encoding
from linter.fixing.edits import ENCODING, UNSURE, Edit, Reason

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = lazy.pattern(r"\r\n|\r|\n")


class TextFile:
    """A text file as it stands.

    :param data: its bytes, which have been read as text before.
    :param name: what errors call it.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.data = data
        found = next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), None)
        self._mark, self._codec = found or (b"", detect_encoding(io.BytesIO(data), name))

    @cached_property
    def text(self) -> str:
        """Its characters without a byte order mark, line ends as they are."""
        return self.data[len(self._mark) :].decode(self._codec)

    @cached_property
    def _comes_back(self) -> bool:
        """Whether its text is written as these very bytes: GB18030 has two ways for some."""
        try:
            return self._mark + self.text.encode(self._codec) == self.data
        except UnicodeError:
            return False

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def lines(self) -> list[str]:
        """Its lines without their ends; behind the last end there is none."""
        *lines, last = _LINE_END.split(self.text)
        return [*lines, last] if last else lines

    def refusals(self, edits: Sequence[Edit]) -> list[Reason | None]:
        """For each edit why it cannot be made; ``None`` when it can."""
        return [self._refusal(edit) for edit in edits]

    def _refusal(self, edit: Edit) -> Reason | None:
        if not self._comes_back:
            return ENCODING
        start = self._offset(edit)
        if start is None or not self.text.startswith(edit.finding.quote, start):
            return UNSURE
        return None

    def changed_by(self, edits: Sequence[Edit]) -> TextFile:
        """The file with the edits; none may be refused, and none may overlap another."""
        text = "".join(self._pieces(edits))
        return TextFile(self._mark + text.encode(self._codec), self.name)

    def _pieces(self, edits: Sequence[Edit]) -> Iterator[str]:
        end = 0
        placed = sorted(((self._offset(edit) or 0, edit) for edit in edits), key=lambda one: one[0])
        for start, edit in placed:
            yield self.text[end:start]
            yield edit.new
            end = start + len(edit.finding.quote)
        yield self.text[end:]

    def _offset(self, edit: Edit) -> int | None:
        """Where the words of an edit begin; ``None`` when the file has no such place."""
        line, column = edit.finding.line, edit.finding.column
        if line is None or column is None or not 0 < line <= len(self._starts):
            return None
        return self._starts[line - 1] + column - 1
