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
from linter.calls.scripts.directives import MARKDOWN, OWN_LINE, Directives, directives
from linter.calls.scripts.draft import Draft, holds_lines
from linter.calls.scripts.kinds import is_bad_example, sounds_spoken
from linter.calls.scripts.markdown_tables import MarkdownTable, header_of, is_row
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
        self._table: MarkdownTable | None = None
        self._label: int | None = None
        """The indent of the item that says what the deeper ones are."""
        self._level = 0
        self._paragraphs: list[Line] = []
        self._said = False
        self._note = ""
        """The plain line just above, which an underline would make a heading."""

    def read(self, lines: list[str]) -> Directives:
        """Read everything, and find the comments that are for the linter."""
        visible = dict(visible_lines(lines, self._path))
        text = {number: lines[number - 1] for number, line in visible.items() if line is not None}
        found = directives(text, MARKDOWN, len(lines))
        for number, line in visible.items():
            # A line of its own would end a table.
            if number in found.alone:
                continue
            if line is None:
                self.draft.explain(lines[number - 1])
            self._take(number, line)
        self._end_table()
        self._end_section()
        return found

    def _take(self, number: int, line: str | None) -> None:
        note, self._note = self._note, ""
        if line is not None and self._is_in_table(number, line, note):
            return
        self._end_table()
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

    def _is_in_table(self, number: int, line: str, above: str) -> bool:
        """Whether a line is a row; then it is taken."""
        if self._table is None:
            header = header_of(number, line, above)
            if header is None:
                return False
            self._end_item()
            # A header above without pipes at its edges was taken for a paragraph.
            self._paragraphs = [one for one in self._paragraphs if one.line != header[0].line]
            self._table = MarkdownTable(self.draft, header, self._level + 1)
            self._said = self._said or self._table.holds_scripts
            return True
        if "|" not in line or (not is_row(line) and _begins_block(line)):
            return False
        self._table.row(number, line)
        return True

    def _goes_on(self, line: str) -> bool:
        assert self._item is not None
        return not line.strip() or _indent(line) > self._item.indent

    def _heading(self, level: int, title: str, number: int) -> None:
        self._end_section()
        self._level = level
        self._label = None
        self.draft.heading(level, title.strip().strip("*_"), number)

    def _begin_item(self, found: re.Match[str], number: int, line: str) -> None:
        indent = len(found["indent"])
        if self._item and self._item.indent < indent and _is_label(self._item):
            self._label = self._item.indent
            self.draft.note(self._item.lines[0])
            self._item = None
        self._end_item()
        if self._label is not None and indent <= self._label:
            self._label = None
            self.draft.end_label()
        self._said = True
        begin = found.start("words")
        self._item = _Item(indent, number, begin + 1, [line[begin:]])

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
        if sounds_spoken(words) and not (words[-1] in "：:" and is_bad_example(words)):
            self._paragraphs.append(said)
        else:
            self.draft.note(words)

    def _end_section(self) -> None:
        """A section of nothing but paragraphs has its lines in these; in others they are notes."""
        self._end_item()
        for line in self._paragraphs:
            if self._said:
                self.draft.explain(line.text)
            else:
                self.draft.say(line)
        self._paragraphs, self._said = [], False

    def _end_table(self) -> None:
        if self._table is not None:
            self._table.end()
        self._table = None

    def _end_item(self) -> None:
        item, self._item = self._item, None
        if item is None:
            return
        if not item.lines[0].strip():
            item = _from_first_words(item)
        text = "\n".join(part.rstrip() for part in item.lines).rstrip()
        if text:
            self.draft.say(Line(text, item.line, item.column))


def _begins_block(line: str) -> bool:
    return any(pattern.fullmatch(line) for pattern in (_HEADING, _QUOTE, _ITEM))


def _is_label(item: _Item) -> bool:
    """Whether an item only heads those below it: 客户要退款："""
    words = "".join(item.lines).rstrip()
    return not item.quoted and words[-1:] in ("：", ":") and not sounds_spoken(words)


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
    found = reader.read(source.all_lines())
    script = reader.draft.finish(found.ignores)
    if not holds_lines(script):
        raise Place(source.name).error(
            "没有一条话术", "话术写成列表：标题是场景，每条话术一行，以“- ”开头"
        )
    return script


def _read(source: Source) -> Iterator[Call]:
    yield from as_calls(_script(source))


def _sniff(head: str, suffix: str) -> int:
    claimed = suffix in FORMAT.suffixes
    # In plain text they look like headings.
    lines = [line for line in head.splitlines() if not OWN_LINE.fullmatch(line)]
    if not any(map(_ITEM.fullmatch, lines)):
        return 46 if claimed and any(map(is_row, lines)) else 30 if claimed else 0
    if any(map(_HEADING.fullmatch, lines)):
        return 60 if claimed else 40
    return 45 if claimed else 0


FORMAT = Format(
    name="markdown", suffixes=(".md", ".markdown"), sniff=_sniff, read=_read, script=_script
)
