"""The report as GitHub Flavored Markdown (https://github.github.com/gfm/).

What calls and agents bring along must not be taken for markup, call people (``@name``) or be a
link: every character that could is written as an entity or escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.coaching.exemplars.base import Format
from linter.coaching.exemplars.blocks import Block, Heading, Said, Text, Words
from linter.coaching.exemplars.results import Result
from linter.coaching.exemplars.saying import blocks
from linter.evaluation.cells import Table
from linter.reports.cells import visible

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", ":": "&#58;"}
_ESCAPED = {char: f"\\{char}" for char in "\\`*_{}[]()#+-.!|~"}
_MARKUP = str.maketrans({**_ENTITIES, **_ESCAPED})
_OWN = str.maketrans({**_ENTITIES, "|": "\\|", "*": "\\*"})


class MarkdownFormat(Format):
    """One block after the other."""

    def lines(self, result: Result) -> Iterable[str]:
        """The report's lines."""
        for number, block in enumerate(blocks(result, self.lang)):
            if number:
                yield ""
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {_plain(text)}"
        case Text(text):
            yield _plain(text)
        case Words(words, lines):
            yield f"**“{escaped(words)}”**"
            yield ""
            yield from (f"- {escaped(line)}" for line in lines)
        case Said(who, asked, text, start, end, labels):
            yield f"> {escaped(who)}"
            if asked:
                yield f"> <br>{labels[0]}：{escaped(asked)}"
            before, inside, after = text[:start], text[start:end], text[end:]
            said = f"{escaped(before)}<b>{escaped(inside)}</b>{escaped(after)}"
            yield f"> <br>{labels[1]}：{said}"
        case Table() as table:
            rules = ["---"] * table.left + ["---:"] * (len(table.head) - table.left)
            yield _row(table.head)
            yield f"| {' | '.join(rules)} |"
            yield from map(_row, table.rows)


def escaped(text: str) -> str:
    """What somebody said, as nothing but text."""
    return visible(text).translate(_MARKUP)


def _plain(text: str) -> str:
    """Our own sentences; in headings a company's names of signals."""
    return visible(text).translate(_OWN)


def _row(fields: Iterable[str]) -> str:
    return f"| {' | '.join(map(escaped, fields))} |"
