"""The report as one page that needs nothing else, in the light, in the dark and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from linter.coaching.exemplars.base import Format
from linter.coaching.exemplars.blocks import Block, Heading, Said, Text, Words
from linter.coaching.exemplars.results import Result
from linter.coaching.exemplars.saying import blocks
from linter.evaluation.cells import Table
from linter.evaluation.html_page import PAGE_END, page_head, table_lines
from linter.reports.cells import visible

_STYLE = """<style>
.words { font-size: 1.15rem; font-weight: 600; margin: 1.2rem 0 .2rem }
.words + ul { margin: .2rem 0 } blockquote { margin: .5rem 0 .5rem 1rem; padding-left: .7rem;
  border-left: 3px solid var(--line); break-inside: avoid } blockquote p { margin: 0 }
@media print { :root { color-scheme: light; --main: #2563a8; --soft: #8fb4dc; --mark: #fde68a }
  body { max-width: none; padding: 0 } h2, h3, .words { break-after: avoid }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
</style>"""


class HtmlFormat(Format):
    """The page."""

    def lines(self, result: Result) -> Iterable[str]:
        """The page's lines."""
        for block in blocks(result, self.lang):
            match block:
                case Heading(1, text):
                    yield from page_head(visible(text), self.lang)
                    # A style in the body works everywhere; the head is shared with other pages.
                    yield _STYLE
                case _:
                    yield from _block(block)
        yield PAGE_END


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"<h{level}>{_text(text)}</h{level}>"
        case Text(text):
            yield f"<p>{_text(text)}</p>"
        case Words(words, lines):
            yield f'<p class="words">“{_text(words)}”</p>'
            yield f"<ul>{''.join(f'<li>{_text(line)}</li>' for line in lines)}</ul>"
        case Said(who, asked, text, start, end, labels):
            yield f'<blockquote><p class="small">{_text(who)}</p>'
            if asked:
                yield f"<p>{labels[0]}：{_text(asked)}</p>"
            said = f"{_text(text[:start])}<mark>{_text(text[start:end])}</mark>{_text(text[end:])}"
            yield f"<p>{labels[1]}：{said}</p></blockquote>"
        case Table() as table:
            yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    shown = Table(
        table.name,
        table.title,
        table.head,
        tuple(tuple(map(visible, row)) for row in table.rows),
        table.left,
    )
    for line in table_lines(shown):
        yield line.removeprefix("<h3></h3>")


def _text(text: str) -> str:
    return escape(visible(text))
