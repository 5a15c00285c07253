"""Markdown script libraries (话术库): headings are scenes, list items the agent's lines.

A scene's title is the path of headings above it. Lines indented under an item belong to it and
are joined with newlines, kept as they are, so that after the n-th newline of a line's text
column 1 is column 1 of the n-th line below. Other paragraphs are notes and are not read.
Sections headed 反例, 错误示范 and the like show what not to say; they are left out with all
below them. A customer's line (``客户：…``) only says what the agent answers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from linter import lazy
from linter.calls.labels import parse_label
from linter.calls.markdown import visible_lines
from linter.calls.place import Place
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.model import Call, Line, Scene, Script

# Many write ##开场白 without the space that CommonMark asks for, and 1、 for 1. .
_HEADING = lazy.pattern(r" {0,3}(?P<level>#{1,6})(?P<title>[^#].*|$)")
_CLOSING_MARKS = lazy.pattern(r"\s#+\s*$")
_UNDERLINE = lazy.pattern(r" {0,3}(?:(?P<first>={2,})|-{2,})\s*")
_ITEM = lazy.pattern(
    r"(?P<indent>\s*+)(?:[-*+](?=\s)|\d{1,3}(?:[.)．](?!\d)|、))\s*+(?:\[[ xX]\]\s+)?(?P<words>.*)"
)
_BAD_EXAMPLES = lazy.pattern(
    r"错误示范|错误示例|错误话术|反例|反面|禁止|禁语|禁用|忌语|bad\s+examples?", re.IGNORECASE
)


@dataclass
class _Item:
    """A list item being read."""

    indent: int
    line: int
    column: int
    lines: list[str]
    is_agents: bool


class _Reader:
    """Goes down the lines of one file."""

    def __init__(self, path: str) -> None:
        self.scenes: list[Scene] = []
        self.saw_item = False
        self._path = path
        self._titles: list[tuple[int, str]] = []
        self._heading_line = 0
        self._lines: list[Line] = []
        self._item: _Item | None = None
        self._note = ""
        """The plain line just above, which an underline would make a heading."""

    def read(self, lines: list[str]) -> None:
        """Read everything."""
        for number, line in visible_lines(lines, self._path):
            self._take(number, line)
        self._end_scene()

    def _take(self, number: int, line: str | None) -> None:
        note, self._note = self._note, ""
        if line is None:
            self._end_item()
        elif heading := _HEADING.fullmatch(line):
            title = _CLOSING_MARKS.sub("", heading["title"])
            self._begin_scene(len(heading["level"]), title, number)
        elif note and (underline := _UNDERLINE.fullmatch(line)):
            self._begin_scene(1 if underline["first"] else 2, note, number - 1)
        elif _is_rule(line):
            self._end_item()
        elif item := _ITEM.fullmatch(line):
            self._begin_item(item, number, line)
        elif self._item and (not line.strip() or _indent(line) > self._item.indent):
            self._item.lines.append(line)
        else:
            self._end_item()
            self._note = line.strip()

    def _begin_scene(self, level: int, title: str, number: int) -> None:
        self._end_scene()
        while self._titles and self._titles[-1][0] >= level:
            self._titles.pop()
        self._titles.append((level, title.strip()))
        self._heading_line = number

    def _begin_item(self, found: re.Match[str], number: int, line: str) -> None:
        self._end_item()
        self.saw_item = True
        begin = found.start("words")
        label = parse_label(found["words"])
        if label:
            begin += label.begin
        self._item = _Item(
            indent=len(found["indent"]),
            line=number,
            column=begin + 1,
            lines=[line[begin:]],
            is_agents=label is None or label.role not in ("customer", "system"),
        )

    def _end_item(self) -> None:
        item, self._item = self._item, None
        if item is None or not item.is_agents or self._is_bad_example():
            return
        if not item.lines[0].strip():
            item = _from_first_words(item)
        text = "\n".join(part.rstrip() for part in item.lines).rstrip()
        if text:
            self._lines.append(Line(text, item.line, item.column))

    def _end_scene(self) -> None:
        self._end_item()
        if self._lines:
            title = " / ".join(title for _, title in self._titles if title)
            self.scenes.append(
                Scene(
                    title=title or PurePath(self._path).stem,
                    lines=tuple(self._lines),
                    line=self._heading_line or self._lines[0].line,
                )
            )
            self._lines = []

    def _is_bad_example(self) -> bool:
        return any(_BAD_EXAMPLES.search(title) for _, title in self._titles)


def _is_rule(line: str) -> bool:
    """Whether it is a thematic break: ``---``, ``* * *``, ``___``."""
    marks = line.replace(" ", "")
    return len(marks) >= 3 and marks[0] in "-*_" and not marks.strip(marks[0])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _from_first_words(item: _Item) -> _Item:
    """An item whose marker or label stands alone begins on the next line that has words."""
    for below, line in enumerate(item.lines):
        if line.strip():
            indent = _indent(line)
            lines = [line[indent:], *item.lines[below + 1 :]]
            return _Item(item.indent, item.line + below, indent + 1, lines, item.is_agents)
    return item


def _script(source: Source) -> Script:
    reader = _Reader(source.name)
    reader.read(source.all_lines())
    if not reader.saw_item:
        raise Place(source.name).error(
            "没有一条话术", "话术写成列表：标题是场景，每条话术一行，以“- ”开头"
        )
    return Script(path=source.name, scenes=tuple(reader.scenes))


def _read(source: Source) -> Iterator[Call]:
    yield from _script(source).as_calls()


def _sniff(head: str, suffix: str) -> int:
    claimed = suffix in FORMAT.suffixes
    lines = head.splitlines()
    if not any(map(_ITEM.fullmatch, lines)):
        return 30 if claimed else 0
    if any(map(_HEADING.fullmatch, lines)):
        return 60 if claimed else 40
    return 45 if claimed else 0


FORMAT = Format(
    name="markdown", suffixes=(".md", ".markdown"), sniff=_sniff, read=_read, script=_script
)
