"""A whole call in one cell of a table: ``坐席：您好`` and ``客户：喂``, on lines or in a row.

Lines are ended by line ends, by ``<br>``, or by ``\\n`` written out. Where only the first words
of a line are labelled, more labels are looked for in it: behind ``;``, ``|``, a tab or two
spaces, or, when there are none behind these, anywhere before a colon or in brackets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from linter import lazy
from linter.calls.drafts import Draft, Piece
from linter.calls.labelling import Labelling, labelling_of
from linter.calls.labels import Label, parse_label
from linter.calls.roles import RoleWords
from linter.calls.times import STAMP, Timeline
from linter.model import Turn

_ENDS = lazy.pattern(r"\r\n|\r|\n|<br\s*/?>", re.IGNORECASE)
_WRITTEN_ENDS = lazy.pattern(r"(?:\\r)?\\n")
_PARTING = lazy.pattern(r"\s*[;；|｜]\s*|\t\s*|\s{2,}")
_COLON = lazy.pattern(r"[:：]")
_BRACKETED = lazy.pattern(r"【([^【】]{1,40})】|\[([^\[\]]{1,40})\]|<([^<>]{1,40})>")
_TIME_BEFORE = lazy.pattern(
    rf"[\[(（【<]?\s*{STAMP}(?:\s*(?:-->|→|[-–—~～至])\s*{STAMP})?\s*[\])）】>]?\s*$"
)
_LABEL_MOST = 12
"""Characters of a label that no parting stands before."""
_TIME_MOST = 60
Where = tuple[int | None, int | None]


class _Part(NamedTuple):
    begin: int
    text: str


def is_dialogue(cell: str, words: RoleWords) -> bool:
    """Whether a cell holds more than one labelled turn."""
    if not cell.strip():
        return False  # of a thousand columns most are empty
    parts = list(_parts(cell, words))
    labelling = labelling_of([part.text for part in parts], words)
    return sum(1 for part in parts if labelling.parse(part.text)) > 1


def turns_of(
    cell: str,
    words: RoleWords,
    timeline: Timeline,
    locate: Callable[[Sequence[int]], Sequence[Where]],
) -> tuple[Turn, ...]:
    """The turns in a cell; words before the first label are said by somebody unknown.

    :param timeline: of the call.
    :param locate: the lines and columns of the file at which characters of the cell stand, given
        by their positions from 0, which rise.
    """
    parts = list(_parts(cell, words))
    labelling = labelling_of([part.text for part in parts], words)
    draft = Draft(timeline)
    places = locate([part.begin for part in parts])
    for part, (line, column) in zip(parts, places, strict=True):
        piece = Piece(part.text, line, column)
        if label := labelling.parse(part.text):
            draft.begin(label, piece)
        elif draft.speaking:
            draft.go_on(piece)
        elif words_begin := part.text.lstrip():
            draft.begin(Label("unknown", "", len(part.text) - len(words_begin)), piece)
    return draft.finish()


def _parts(cell: str, words: RoleWords) -> Iterator[_Part]:
    """The cell in parts each of which is a line or begins with a label."""
    lines = _split(cell, _ENDS)
    if len(lines) == 1:
        lines = _split(cell, _WRITTEN_ENDS)
    labelling = labelling_of([line.text for line in lines], words)
    if sum(1 for line in lines if labelling.parse(line.text)) > 1:
        yield from lines
        return
    for line in lines:
        yield from _parted(line, labelling, words)


def _split(cell: str, ends: re.Pattern[str]) -> list[_Part]:
    parts = []
    begin = 0
    for found in ends.finditer(cell):
        parts.append(_Part(begin, cell[begin : found.start()]))
        begin = found.end()
    return [*parts, _Part(begin, cell[begin:])]


def _parted(line: _Part, labelling: Labelling, words: RoleWords) -> Iterator[_Part]:
    """The line cut before each label in it."""
    if labelling.parse(line.text) is None:
        yield line
        return
    cuts = [
        (found.start(), found.end())
        for found in _PARTING.finditer(line.text)
        if found.start() and parse_label(line.text[found.end() : found.end() + 99], words=words)
    ]
    cuts = cuts or [(at, at) for at in sorted({*_labels(line.text, words)}) if at]
    begin = 0
    for end, following in cuts:
        yield _Part(line.begin + begin, line.text[begin:end])
        begin = following
    yield _Part(line.begin + begin, line.text[begin:])


def _labels(text: str, words: RoleWords) -> Iterator[int]:
    """Where labels begin in a text in which nothing parts the turns."""
    for colon in _COLON.finditer(text):
        for begin in range(max(0, colon.start() - _LABEL_MOST), colon.start()):
            if _begins_label(text, begin, colon.start(), words):
                yield _with_time(text, begin)
                break
    for bracket in _BRACKETED.finditer(text):
        if words.parse(bracket[1] or bracket[2] or bracket[3]):
            yield _with_time(text, bracket.start())


def _begins_label(text: str, begin: int, colon: int, words: RoleWords) -> bool:
    first = text[begin]
    if unicodedata.normalize("NFKC", first).casefold()[:1] not in words.initials:
        return False
    if begin and first.isascii() and text[begin - 1].isascii() and text[begin - 1].isalnum():
        return False
    return words.parse(text[begin:colon]) is not None


def _with_time(text: str, begin: int) -> int:
    """Where the label begins, the time before it included."""
    start = max(0, begin - _TIME_MOST)
    found = _TIME_BEFORE.search(text[start:begin])
    return start + found.start() if found else begin
