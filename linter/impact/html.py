"""One page that needs nothing else: figures, plots, and every change with its dialogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape

from linter.evaluation.html_lists import dialogue
from linter.evaluation.html_page import PAGE_END, page_head, table_lines
from linter.evaluation.reading_list import evidence_line, titled
from linter.evaluation.svg import Bar, bars
from linter.impact import tables
from linter.impact.base import Format
from linter.impact.items import left_out_line, rule_title
from linter.impact.model import KINDS, Change
from linter.impact.result import Result
from linter.impact.saying import (
    counterpart_text,
    facts,
    key_text,
    kind_name,
    rule_lines,
    side_line,
    size_line,
    skipped_lines,
    title,
    total_line,
)
from linter.reports.cells import visible
from linter.wording import pick


class HtmlFormat(Format):
    """The page; a change is a line that can be unfolded."""

    limit = 100

    def text(self, result: Result) -> Iterable[str]:
        """The page's lines."""
        for line in self._lines(result):
            yield line + "\n"

    def _lines(self, result: Result) -> Iterator[str]:
        lang = self.lang
        yield from page_head(visible(title(result, lang)), lang)
        for side in (result.old, result.new):
            yield f'<p class="small">{_text(side_line(side, lang))}</p>'
        yield f"<p>{escape(size_line(result, lang))}{escape(total_line(result, lang))}</p>"
        yield from _list(skipped_lines(result, lang))
        if result.rules:
            yield f"<h2>{pick(lang, '规则', 'Rules')}</h2>"
            yield from _list(rule_lines(result, lang))
        for table in tables.every(result, lang):
            yield from table_lines(table)
        yield from self._plots(result)
        for rule in result.differing:
            yield from self._rule(result, rule)
        yield PAGE_END

    def _plots(self, result: Result) -> Iterator[str]:
        t = partial(pick, self.lang)
        rules = [(rule, result.tally.rules[rule]) for rule in result.differing]
        came = [Bar(rule, counts.new, counts.gained) for rule, counts in rules if counts.gained]
        went = [Bar(rule, counts.old, counts.lost) for rule, counts in rules if counts.lost]
        yield '<div class="plots">'
        for name, rows in (
            (t("多报 / 新规则报出", "Gained / findings of the new rules"), came),
            (t("少报 / 旧规则报出", "Lost / findings of the old rules"), went),
        ):
            if rows:
                yield f"<figure><figcaption>{name}</figcaption>{bars(name, rows)}</figure>"
        yield "</div>"

    def _rule(self, result: Result, rule: str) -> Iterator[str]:
        lang = self.lang
        yield f"<h2>{_text(rule_title(result, rule, lang))}</h2>"
        for kind in KINDS:
            for change in result.chosen.of(rule, kind):
                yield from self._change(change)
            if more := result.chosen.left_out(rule, kind):
                said = left_out_line(kind_name(kind, lang), more, lang)
                yield f'<p class="small">{escape(said)}</p>'

    def _change(self, change: Change) -> Iterator[str]:
        lang, found = self.lang, change.finding
        *said, where = facts(change, lang)
        words = _text("  ".join(said))
        yield f'<details><summary>{words} <span class="small">{_text(where)}</span></summary>'
        if change.keys:
            yield f"<p>{_text(key_text(change))}</p>"
        yield f"<p>{_text(found.message)}</p>"
        yield from dialogue(change.around, found.turn, lang, (found.start, found.end))
        for place in found.evidence:
            yield f'<p class="turn small">{_text(evidence_line(place, lang))}</p>'
        mark = titled(pick(lang, "指纹", "fingerprint"), found.fingerprint, lang)
        for line in filter(None, (counterpart_text(change, lang), mark)):
            yield f'<p class="small">{_text(line)}</p>'
        yield "</details>"


def _list(lines: Iterable[str]) -> Iterator[str]:
    yield "<ul>"
    for line in lines:
        yield f"<li>{_text(line.strip())}</li>"
    yield "</ul>"


def _text(text: str) -> str:
    return escape(visible(text))
