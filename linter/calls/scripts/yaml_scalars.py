"""The words of YAML scalars as they stand in the file, each line with its place.

PyYAML tells where a scalar with its properties begins and ends, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from linter import lazy
from linter.calls.scripts.places import rest_of, trimmed
from linter.model import Line

_PROPERTY = lazy.pattern(r"[&!]\S*\s*")
_NOTHING = lazy.pattern(r"\s*(?:#.*)?")
_BREAKS = lazy.pattern(r"(?>(?s:[^\\]++|\\[^nrNLP])+)|(?P<break>\\)[nrNLP]")
_ONLY_MARKS = lazy.pattern(r"(?>(?s:[^\\]++|\\[\"\\/])*)")
_ESCAPE = lazy.pattern(
    r"\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>[0-9A-Fa-f]{8})|\n\s*|(?P<char>.))"
)
_CHARS = {"t": "\t", "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "v": "\v", "f": "\f", "_": " "}


def scalar_lines(node: yaml.ScalarNode, lines: Sequence[str]) -> Iterator[Line]:
    """The lines that are said in a scalar.

    In a literal block (``|``) and between the line breaks that are escaped in double quotes each
    is one of its own; in a folded block (``>``) those up to a blank one are one. What is escaped
    by name or number (``\\u4f60``) is resolved, and its line's place is where that begins.

    :param lines: of the file, without line ends.
    """
    if not str(node.value).strip():
        return
    first, column = _begin(node, lines)
    last, end = node.end_mark.line, node.end_mark.column
    if node.style in ("|", ">"):
        rows = lines[first + 1 : last + 1 if end else last]
        yield from _block(rows, first + 2, joined=node.style == ">")
        return
    quote = 1 if node.style in ("'", '"') else 0
    text = _raw(lines, first, column + quote, last, end - quote)
    raw = Line(text, first + 1, column + quote + 1)
    yield from _pieces(raw) if node.style == '"' else (trimmed(raw),)


def _begin(node: yaml.ScalarNode, lines: Sequence[str]) -> tuple[int, int]:
    """Line and column, from 0, behind anchor and tag."""
    line, column = node.start_mark.line, node.start_mark.column
    while found := _PROPERTY.match(lines[line], column):
        column = found.end()
        while line + 1 < len(lines) and _NOTHING.fullmatch(lines[line], column):
            line, column = line + 1, 0
        column += len(lines[line][column:]) - len(lines[line][column:].lstrip())
    return line, column


def _raw(lines: Sequence[str], first: int, column: int, last: int, end: int) -> str:
    if first == last:
        return lines[first][column:end]
    rows = [lines[first][column:], *lines[first + 1 : last]]
    if last < len(lines):
        rows.append(lines[last][: max(end, 0)])
    return "\n".join(row.rstrip() for row in rows)


def _block(rows: Sequence[str], number: int, *, joined: bool) -> Iterator[Line]:
    begun: list[str] = []
    for at, row in enumerate((*rows, ""), number):
        if begun and not (joined and row.strip()):
            yield trimmed(Line("\n".join(begun), at - len(begun), 1))
            begun = []
        if row.strip():
            begun.append(row.rstrip())


def _pieces(raw: Line) -> Iterator[Line]:
    """What stands between escaped line breaks."""
    for found in _BREAKS.finditer(raw.text):
        if found["break"]:
            continue
        rest = rest_of(raw, found.start())
        piece = trimmed(Line(found[0], rest.line, rest.column))
        if not _ONLY_MARKS.fullmatch(piece.text):
            piece = Line(_resolved(piece.text), piece.line, piece.column)
        if piece.text:
            yield piece


def _resolved(text: str) -> str:
    def char(found: re.Match[str]) -> str:
        code = found["x"] or found["u"] or found["U"]
        if code:
            return chr(int(code, 16))
        return _CHARS.get(found["char"], found["char"]) if found["char"] else ""

    said = _ESCAPE.sub(char, text)
    # Characters beyond the BMP may be written as the two halves that JSON makes of them.
    return said.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()
