"""XLSX: the examples on one sheet, the data card on the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.coaching.examples.card_text import facts, limits, missing_lines, tables
from linter.coaching.examples.formats.base import Format
from linter.coaching.examples.formats.csv_ import HEADS, rows
from linter.coaching.examples.making import ExampleSet
from linter.reports import Lang
from linter.reports.sheets.book import Book
from linter.reports.sheets.columns import Column, Layout
from linter.reports.sheets.writing import require
from linter.wording import pick
from linter.workbooks.own import CREATOR

_WIDTHS = {
    "context": 60,
    "pair_context": 60,
    "said": 36,
    "pair": 36,
    "message": 30,
    "why": 30,
    "suggestion": 30,
    "difficulty": 6,
    "id": 14,
    "rule": 20,
}
_WIDTH = 12


class XlsxFormat(Format):
    """For who sorts and filters; see :mod:`linter.reports.sheets` for how text stays text.

    :raises UsageError: when XlsxWriter is not installed.
    """

    binary: ClassVar[bool] = True

    def __init__(self, lang: Lang) -> None:
        require()
        super().__init__(lang)

    def text(self, made: ExampleSet) -> Iterator[bytes]:
        """The file."""
        book = Book(self.lang, CREATOR)
        columns = tuple(Column(zh, en, _WIDTHS.get(en, _WIDTH)) for en, zh in HEADS)
        title = pick(self.lang, "样例", "Examples")
        examples = book.add(Layout(title, columns, pinned=4))
        for fields in rows(made, self.lang):
            examples.row(fields)
        about = (Column("项目", "About", 24), Column("内容", "What", 110))
        card = book.add(Layout(pick(self.lang, "数据卡", "Data card"), about))
        for line in _card(made, self.lang):
            card.row(line)
        yield from book.finish()


def _card(made: ExampleSet, lang: Lang) -> Iterator[tuple[str, str]]:
    yield from facts(made, lang)
    for title, (heads, *body) in tables(made, lang):
        for first, *cells in body:
            pairs = zip(heads[1:], cells, strict=True)
            said = pick(lang, "，", ", ").join(f"{head} {cell}" for head, cell in pairs)
            yield f"{title}：{first}" if lang == "zh" else f"{title}: {first}", said
    for line in missing_lines(made, lang):
        yield pick(lang, "没有凑够的", "Not filled"), line
    for line in limits(lang):
        yield pick(lang, "局限", "Known limits"), line
