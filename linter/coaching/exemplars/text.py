"""The report for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.coaching.exemplars.base import Format
from linter.coaching.exemplars.blocks import Block, Heading, Said, Text, Words
from linter.coaching.exemplars.results import Result
from linter.coaching.exemplars.saying import blocks
from linter.evaluation.cells import Table
from linter.reports.cells import cells, visible, width


class TextFormat(Format):
    """Plain lines; tables are aligned."""

    def lines(self, result: Result) -> Iterable[str]:
        """The report's lines."""
        for number, block in enumerate(blocks(result, self.lang)):
            if number and not isinstance(block, Said):
                yield ""
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield visible(text) if level < 3 else f"  {visible(text)}"
        case Text(text):
            yield visible(text)
        case Words(words, lines):
            yield f"  “{visible(words)}”"
            yield from (f"    {visible(line)}" for line in lines)
        case Said(who, asked, text, start, end, labels):
            yield f"    · {visible(who)}"
            if asked:
                yield f"      {labels[0]}：{visible(asked)}"
            marked = f"{text[:start]}【{text[start:end]}】{text[end:]}"
            yield f"      {labels[1]}：{visible(marked)}"
        case Table() as table:
            yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    rows = [[visible(field) for field in row] for row in (table.head, *table.rows)]
    wide = [max(width(cells(field)) for field in column) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = [
            field + " " * (room - width(cells(field)))
            if number < table.left
            else " " * (room - width(cells(field))) + field
            for number, (field, room) in enumerate(zip(row, wide, strict=True))
        ]
        yield "  " + "  ".join(padded).rstrip()
