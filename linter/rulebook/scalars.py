"""Where a character of a YAML scalar's value stands in the file.

YAML takes quotes, escapes, indentation and line breaks out of what was written; an error in the
middle of a pattern has to point at the character the author sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import yaml

_FOLD = re.compile(r"[ \t]*(?:\r?\n[ \t]*)+")
"""One line break in a flow scalar is a space; of several, the first says nothing."""
_JOINED = re.compile(r"\\\r?\n[ \t]*")
"""A backslash at the end of a line in double quotes: nothing at all."""
_ESCAPED = {"x": 4, "u": 6, "U": 10}
"""How long an escape of a code point is as written; all others have two characters."""
_BLOCK_STYLES = ("|", ">")


def place_in(node: yaml.ScalarNode, text: str, offset: int) -> tuple[int, int]:
    """The 1-based line and column where a character of a scalar was written.

    :param text: what the node was composed from.
    :param offset: of the character in the value; from the end on, where the value ends.
    """
    start = node.start_mark
    raw = text[start.index : node.end_mark.index]
    sources = _block(raw) if node.style in _BLOCK_STYLES else _flow(raw, node.style or "")
    *_, at = islice(sources, offset + 1)
    breaks = raw.count("\n", 0, at)
    column = at - raw.rfind("\n", 0, at) if breaks else start.column + at + 1
    return start.line + breaks + 1, column


def _flow(raw: str, style: str) -> Iterator[int]:
    """For each character of the value, and for its end, where in ``raw`` it begins."""
    at, end = (1, len(raw) - 1) if style else (0, len(raw))
    while at < end:
        if fold := _FOLD.match(raw, at, end):
            for _ in range(max(1, fold[0].count("\n") - 1)):
                yield at
            at = fold.end()
        elif style == '"' and (joined := _JOINED.match(raw, at)):
            at = joined.end()
        else:
            yield at
            if style == '"' and raw[at] == "\\":
                at += _ESCAPED.get(raw[at + 1], 2)
            else:
                at += 2 if style == "'" and raw[at] == "'" else 1
    yield end


def _block(raw: str) -> Iterator[int]:
    """The same for a literal or folded block, whose first line is only its header."""
    at = raw.find("\n") + 1
    indent = re.search(r"^( *)\S", raw[at:], re.MULTILINE)
    width = len(indent[1]) if indent else 0
    for line in raw[at:].splitlines(keepends=True):
        yield from range(at + min(width, len(line) - 1), at + len(line))
        at += len(line)
    yield at
