"""Markdown script libraries (话术库): headings are scenes; items, quotes and cells are lines.

A scene's title is the path of headings above it. Lines indented under an item belong to it and
are joined with newlines, kept as they are, so that after the n-th newline of a line's text
column 1 is column 1 of the n-th line below. Paragraphs are notes, unless they begin with the
agent's label, or stand in a section that has neither items nor quotes nor tables. Sections headed
反例, 错误示范 and the like show what not to say; they are left out with all below them. A
customer's line (``客户：…``) only says what the agent answers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter import lazy
from linter.calls.labels import parse_label
from linter.calls.markdown import visible_lines
from linter.calls.place import Place
from linter.calls.scripts.adapt import as_calls
from linter.calls.scripts.columns import TableDraft, script_columns
from linter.calls.scripts.draft import Draft
from linter.calls.scripts.kinds import sounds_spoken
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.model import Call, Line, Script

# Many write ##开场白 without the space that CommonMark asks for, and 1、 for 1. .
_HEADING = lazy.pattern(r" {0,3}(?P<level>#{1,6})(?P<title>[^#].*|$)")
_CLOSING_MARKS = lazy.pattern(r"\s#+\s*$")
_UNDERLINE = lazy.pattern(r" {0,3}(?:(?P<first>={2,})|-{2,})\s*")
_ITEM = lazy.pattern(
    r"(?P<indent>\s*+)(?:[-*+](?=\s)|\d{1,3}(?:[.)．](?!\d)|、))\s*+(?:\[[ xX]\]\s+)?(?P<words>.*)"
)
_QUOTE = lazy.pattern(r"\s{0,3}(?P<marks>(?:>\s?)+)(?P<words>.*)")
_ROW = lazy.pattern(r"\s{0,3}\|.*\|\s*")
_RULE_ROW = lazy.pattern(r"[\s|:\-]+")
_CELL = lazy.pattern(r"(?:[^|\\]|\\.)*")


@dataclass
class _Item:
    """A list item or a quotation being read."""

    indent: int
    line: int
    column: int
    lines: list[str]
    quoted: bool = False


class _Reader:
    """Goes down the lines of one file."""

    def __init__(self, source: Source) -> None:
        self.draft = Draft(source.name, source.options.words)
        self._words = source.options.words
        self._path = source.name
        self._item: _Item | None = None
        self._table: TableDraft | None = None
        self._header: list[Line] | None = None
        self._level = 0
        self._paragraphs: list[Line] = []
        self._said = False
        self._note = ""
        """The plain line just above, which an underline would make a heading."""

    def read(self, lines: list[str]) -> None:
        """Read everything."""
        for number, line in visible_lines(lines, self._path):
            self._take(number, line)
        self._end_section()

    def _take(self, number: int, line: str | None) -> None:
        note, self._note = self._note, ""
        if line is not None and _ROW.fullmatch(line):
            self._row(number, line)
            return
        self._table = self._header = None
        if line is None:
            self._end_item()
        elif heading := _HEADING.fullmatch(line):
            title = _CLOSING_MARKS.sub("", heading["title"])
            self._heading(len(heading["level"]), title, number)
        elif note and (underline := _UNDERLINE.fullmatch(line)):
            self._paragraphs = [one for one in self._paragraphs if one.line != number - 1]
            self._heading(1 if underline["first"] else 2, note, number - 1)
        elif _is_rule(line):
            self._end_item()
        elif quote := _QUOTE.fullmatch(line):
            self._quote(quote, number, line)
        elif item := _ITEM.fullmatch(line):
            self._begin_item(item, number, line)
        elif self._item and not self._item.quoted and self._goes_on(line):
            self._item.lines.append(line)
        else:
            self._end_item()
            self._paragraph(number, line)

    def _goes_on(self, line: str) -> bool:
        assert self._item is not None
        return not line.strip() or _indent(line) > self._item.indent

    def _heading(self, level: int, title: str, number: int) -> None:
        self._end_section()
        self._level = level
        self.draft.heading(level, title, number)

    def _begin_item(self, found: re.Match[str], number: int, line: str) -> None:
        self._end_item()
        self._said = True
        begin = found.start("words")
        self._item = _Item(len(found["indent"]), number, begin + 1, [line[begin:]])

    def _quote(self, found: re.Match[str], number: int, line: str) -> None:
        begin = found.start("words")
        item = _ITEM.fullmatch(line, begin)
        if item:
            begin = item.start("words")
        if not sounds_spoken(line[begin:]):
            self._end_item()
            self.draft.note(line[begin:])
            return
        self._said = True
        if self._item and not self._item.quoted and not self._item.lines[0].strip():
            self._item = None  # "1." alone, and its words in a quotation below
        # Each quoted line stands alone: a dialogue is quoted line by line.
        self._end_item()
        self._item = _Item(0, number, begin + 1, [line[begin:]], quoted=True)

    def _paragraph(self, number: int, line: str) -> None:
        words = line.strip()
        label = parse_label(line, words=self._words)
        indent = _indent(line)
        said = Line(line[indent:].rstrip(), number, indent + 1)
        if label and label.role in ("agent", "customer"):
            self._said = True
            self.draft.say(said)
            return
        self._note = words
        if sounds_spoken(words):
            self._paragraphs.append(said)
        else:
            self.draft.note(words)

    def _end_section(self) -> None:
        """A section of nothing but paragraphs has its lines in these; in others they are notes."""
        self._end_item()
        for line in self._paragraphs:
            if self._said:
                self.draft.note(line.text)
            else:
                self.draft.say(line)
        self._paragraphs, self._said = [], False

    def _row(self, number: int, line: str) -> None:
        self._end_item()
        cells = _cells(line, number)
        if self._table is not None:
            self._table.row(cells)
        elif self._header is None:
            self._header = cells
        elif _RULE_ROW.fullmatch(line):
            columns = script_columns([cell.text for cell in self._header])
            if columns:
                self._said = True
                self._table = TableDraft(self.draft, columns, self._level + 1)
            else:
                self.draft.note(" | ".join(cell.text for cell in self._header))
        else:
            self.draft.note(line)

    def _end_item(self) -> None:
        item, self._item = self._item, None
        if item is None:
            return
        if not item.lines[0].strip():
            item = _from_first_words(item)
        text = "\n".join(part.rstrip() for part in item.lines).rstrip()
        if text:
            self.draft.say(Line(text, item.line, item.column))


def _cells(line: str, number: int) -> list[Line]:
    """The cells of a row of a table, each with the place of its words."""
    found: list[Line] = []
    at, end = line.index("|") + 1, len(line.rstrip())
    while at < end:
        cell = _CELL.match(line, at)
        assert cell is not None
        text = cell[0].strip()
        found.append(Line(text, number, cell.start() + len(cell[0]) - len(cell[0].lstrip()) + 1))
        at = cell.end() + 1
    return found


def _is_rule(line: str) -> bool:
    """Whether it is a thematic break: ``---``, ``* * *``, ``___``."""
    marks = line.replace(" ", "")
    return len(marks) >= 3 and marks[0] in "-*_" and not marks.strip(marks[0])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _from_first_words(item: _Item) -> _Item:
    """An item whose marker stands alone begins on the next line that has words."""
    for below, line in enumerate(item.lines):
        if line.strip():
            indent = _indent(line)
            lines = [line[indent:], *item.lines[below + 1 :]]
            return _Item(item.indent, item.line + below, indent + 1, lines, item.quoted)
    return item


def _script(source: Source) -> Script:
    reader = _Reader(source)
    reader.read(source.all_lines())
    script = reader.draft.finish()
    if not script.scenes and not script.left_out:
        raise Place(source.name).error(
            "没有一条话术", "话术写成列表：标题是场景，每条话术一行，以“- ”开头"
        )
    return script


def _read(source: Source) -> Iterator[Call]:
    yield from as_calls(_script(source))


def _sniff(head: str, suffix: str) -> int:
    claimed = suffix in FORMAT.suffixes
    lines = head.splitlines()
    if not any(map(_ITEM.fullmatch, lines)):
        return 46 if claimed and any(map(_ROW.fullmatch, lines)) else 30 if claimed else 0
    if any(map(_HEADING.fullmatch, lines)):
        return 60 if claimed else 40
    return 45 if claimed else 0


FORMAT = Format(
    name="markdown", suffixes=(".md", ".markdown"), sniff=_sniff, read=_read, script=_script
)
