"""The section ``[huashu]`` of a ``setup.cfg``, as the marked values that YAML gives.

Keys and lists are written as other tools have them there: lists with commas or one a line.
What lies deeper is YAML on one line. Values and comments are what :mod:`configparser` takes
them for; it does not say where they stand, so it is not used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

import yaml

from linter.config.search import HEADER
from linter.rulebook.source import Errors, Kind, Source, Value, read_source

Shape = Literal["one", "list", "pairs", "entries"]

_LINE = re.compile(r"[^\n]*\n?")
_OPTION = re.compile(r"([^\s=:][^=:]*?)[ \t]*[=:][ \t]*")
_BETWEEN = re.compile(r"[,，]")
_OTHERS = re.compile(r"[^\n]")
_COMMENTS = ("#", ";")

_TEXT = "tag:yaml.org,2002:str"
_LIST = "tag:yaml.org,2002:seq"
_MAPPING = "tag:yaml.org,2002:map"


class _Span(NamedTuple):
    """A piece of the text."""

    start: int
    end: int


class _Option(NamedTuple):
    """A key and the lines of its value, without blanks around them."""

    key: _Span
    lines: list[_Span]


def read_section(text: str, path: str, errors: Errors, kind: Kind, shapes: Shapes) -> Value:
    """The section as a mapping.

    :param text: of the whole file, which has the section.
    :param shapes: what stands under a key.
    """
    made = _Nodes(text, path, errors, kind)
    pairs = []
    for option in _options(text, made):
        key = made.scalar(option.key)
        value = made.value(option.lines, shapes(key.value))
        pairs += [(key, value)] if value else []
    header = HEADER.search(text)
    assert header is not None
    whole = _Span(header.start(), header.end())
    return made.marked(yaml.MappingNode(_MAPPING, pairs, *made.marks(whole)))


Shapes = Callable[[str], Shape]


def _options(text: str, made: _Nodes) -> Iterator[_Option]:
    inside, option = False, None
    for line in _LINE.finditer(text):
        said = line[0].strip()
        if not said or said.startswith(_COMMENTS):
            continue
        start = line.start() + line[0].index(said)
        span = _Span(start, start + len(said))
        if option and line[0][0] in " \t":
            option.lines.append(span)
            continue
        if option:
            yield option
            option = None
        if said.startswith("["):
            inside = bool(HEADER.fullmatch(line[0].rstrip("\n")))
        elif inside:
            option = _option(span, text, made)
    if option:
        yield option


def _option(span: _Span, text: str, made: _Nodes) -> _Option | None:
    found = _OPTION.match(text, span.start, span.end)
    if found is None:
        value = made.marked(made.scalar(span))
        value.complain("这一行不是 键 = 值", hint="列表和接着写的行要缩进")
        return None
    key = _Span(*found.span(1))
    value_at = _Span(found.end(), span.end)
    return _Option(key, [value_at])


class _Nodes:
    """Makes the nodes that YAML would have given.

    :param text: of the whole file.
    """

    def __init__(self, text: str, path: str, errors: Errors, kind: Kind) -> None:
        self._text = text
        self._source = Source(path, text)
        self._errors = errors
        self._kind = kind

    def marked(self, node: yaml.Node) -> Value:
        """The node with its place."""
        return Value(node, self._source, self._errors)

    def scalar(self, span: _Span) -> yaml.ScalarNode:
        """A text."""
        return yaml.ScalarNode(_TEXT, self._text[span.start : span.end], *self.marks(span))

    def value(self, lines: list[_Span], shape: Shape) -> yaml.Node | None:
        """What stands under a key; ``None`` after noting why that cannot be said."""
        lines = [line for line in lines if line.start < line.end] or lines[:1]
        whole = _Span(lines[0].start, lines[-1].end)
        opening = self._text[whole.start : whole.start + 1]
        if shape == "one" or whole.start == whole.end:
            return self.scalar(whole)
        if opening == "[" or (opening == "{" and shape == "pairs"):
            return self._yaml(whole)
        if shape == "entries":
            return self._list(whole, [*filter(None, map(self._yaml, lines))])
        if shape == "pairs":
            return self.scalar(whole)
        return self._list(whole, [self.scalar(word) for line in lines for word in self._cut(line)])

    def marks(self, span: _Span) -> tuple[yaml.Mark, yaml.Mark]:
        """Where it begins and ends."""
        begin, end = map(self._mark, span)
        return begin, end

    def _mark(self, at: int) -> yaml.Mark:
        line = self._text.count("\n", 0, at)
        column = at - self._text.rfind("\n", 0, at) - 1
        return yaml.Mark(self._source.path, at, line, column, None, 0)

    def _list(self, span: _Span, items: list[yaml.Node]) -> yaml.Node:
        return yaml.SequenceNode(_LIST, items, *self.marks(span))

    def _cut(self, line: _Span) -> Iterator[_Span]:
        at = line.start
        for word in _BETWEEN.split(self._text[line.start : line.end]):
            if said := word.strip():
                start = at + word.index(said)
                yield _Span(start, start + len(said))
            at += len(word) + 1

    def _yaml(self, span: _Span) -> yaml.Node | None:
        """YAML; it stands where it stands because all else is blank."""
        blank = _OTHERS.sub(" ", self._text[: span.start])
        read = read_source(
            blank + self._text[span.start : span.end], self._source.path, self._errors, self._kind
        )
        return read.node if read else None
