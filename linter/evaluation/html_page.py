"""The frame of a page that needs nothing else, and its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from linter.evaluation.cells import Table
from linter.reports import Lang
from linter.wording import pick

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --main: #2563a8; --soft: #8fb4dc; --mark: #fde68a }
@media (prefers-color-scheme: dark) { :root { --main: #8fb4dc; --soft: #35577c; --mark: #7c5a00 } }
body { font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  max-width: 76rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem } h2 { border-bottom: 2px solid var(--main) } h3 { margin: 1.5rem 0 .3rem }
.scroll { overflow-x: auto }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem }
th, td { padding: .15rem .6rem; border-bottom: 1px solid var(--line); text-align: right }
.word { text-align: left } .plots { display: flex; flex-wrap: wrap; gap: 1rem 3rem }
figure { margin: 0 }
svg { max-width: 100%; height: auto; font-size: 12px; fill: currentColor }
.name { text-anchor: end } .tick { text-anchor: middle; opacity: .7 } .grid { stroke: var(--line) }
.interval { stroke: var(--soft); stroke-width: 4 } .dot, .part { fill: var(--main) }
.bar { fill: var(--soft) }
details { margin: .3rem 0; border-left: 3px solid var(--line); padding-left: .7rem }
summary { cursor: pointer } .turn { margin: .1rem 0 .1rem 1rem } .own { font-weight: 600 }
mark { background: var(--mark); color: inherit } .small { opacity: .75; font-size: .85rem }
"""

PAGE_END = "</body></html>"


def page_head(title: str, lang: Lang) -> Iterator[str]:
    """The lines up to the title."""
    yield "<!DOCTYPE html>"
    yield f'<html lang="{pick(lang, "zh-CN", "en")}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{escape(title)}</h1>"


def table_lines(table: Table) -> Iterator[str]:
    """A table under its title."""
    yield f'<h3>{escape(table.title)}</h3><div class="scroll"><table><thead>'
    yield f"<tr>{''.join(_fields('th', table.head, table.left))}</tr></thead><tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(_fields('td', row, table.left))}</tr>"
    yield "</tbody></table></div>"


def _fields(tag: str, fields: Iterable[str], left: int) -> Iterator[str]:
    for number, field in enumerate(fields):
        word = ' class="word"' if number < left else ""
        yield f"<{tag}{word}>{escape(field)}</{tag}>"
