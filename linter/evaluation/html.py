"""One page that needs nothing else: plots, tables, and the dialogues to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from linter.evaluation import tables
from linter.evaluation.base import Format
from linter.evaluation.cells import identity, kind_name, value_name
from linter.evaluation.comparing import Comparison
from linter.evaluation.html_lists import alarm_items, comparison_section, miss_items
from linter.evaluation.html_page import PAGE_END, page_head, table_lines
from linter.evaluation.model import Kind, Outcome
from linter.evaluation.reading_list import LISTED, alarm_title, miss_title
from linter.evaluation.result import Lists, Result, in_order
from linter.evaluation.svg import Bar, Point, bars, points
from linter.evaluation.tally import CROSSED, Tally, crossed
from linter.reports import Lang
from linter.wording import pick


class HtmlFormat(Format):
    """The page; its lists are always there, to be unfolded."""

    def text(self, result: Result, lists: Lists, comparison: Comparison | None) -> Iterable[str]:
        """The page's lines."""
        for line in self._lines(result, lists, comparison):
            yield line + "\n"

    def _lines(self, result: Result, lists: Lists, comparison: Comparison | None) -> Iterator[str]:
        lang = self.wanted.lang
        title = pick(lang, "规则评测", "Evaluation of the rules")
        yield from page_head(title, lang)
        yield f'<p class="small">{escape(identity(result, lang))}</p>'
        for kind, tally in in_order(result.tallies):
            yield f"<h2>{kind_name(kind, lang)}</h2>"
            for fact in tables.facts(kind, tally, lang):
                yield f"<p>{escape(fact)}</p>"
            yield from self._figures(kind, tally, result)
        if comparison:
            yield from comparison_section(comparison, lang)
        yield from self._lists(lists)
        yield PAGE_END

    def _figures(self, kind: Kind, tally: Tally, result: Result) -> Iterator[str]:
        lang = self.wanted.lang
        yield from table_lines(tables.total(kind, tally, lang))
        yield from self._plots(tally)
        for table in tables.by_dimension(kind, tally, lang):
            yield from table_lines(table)
        yield from table_lines(tables.by_category_and_grade(tally, lang))
        for table in tables.by_source(tally, lang):
            yield from table_lines(table)
        yield from table_lines(tables.by_rule(tally, result.packs, lang))

    def _plots(self, tally: Tally) -> Iterator[str]:
        lang = self.wanted.lang
        recall, precision = pick(lang, "查全", "Recall"), pick(lang, "查准", "Precision")
        comma = pick(lang, "，", " ")
        yield '<div class="plots">'
        for dimension, by in (
            ("category", pick(lang, "按类别", "by category")),
            ("grade", pick(lang, "按措辞", "by grade")),
        ):
            scores = [
                (value_name(dimension, value, lang), tally.score("call", "all", dimension, value))
                for value in tables.ordered(dimension, tally.values(dimension))
            ]
            for what, rows in (
                (recall, [Point(name, score.recall) for name, score in scores]),
                (precision, [Point(name, score.precision) for name, score in scores]),
            ):
                yield _figure(f"{what}{comma}{by}", rows)
        for grade in tables.labelled_grades(tally):
            by = pick(lang, "按类别：", "by category: ") + value_name("grade", grade, lang)
            yield _figure(f"{recall}{comma}{by}", _recalls(tally, grade, lang))
        title = pick(lang, "误报 / 报出，按规则", "False alarms / findings, by rule")
        found = sorted(tally.by("rule").items(), key=lambda item: (-item[1].missed, item[0]))
        alarms = [Bar(rule, counts.every, counts.missed) for rule, counts in found if counts.missed]
        yield f"<figure><figcaption>{title}</figcaption>{bars(title, alarms)}</figure></div>"

    def _lists(self, lists: Lists) -> Iterator[str]:
        lang = self.wanted.lang
        for outcome in LISTED:
            yield from self._list("misses", miss_title(outcome, lang), outcome, lists)
            yield from miss_items(lists.misses[outcome], lang)
        for outcome in LISTED:
            yield from self._list("alarms", alarm_title(outcome, lang), outcome, lists)
            yield from alarm_items(lists.alarms[outcome], lang)

    def _list(self, name: str, title: str, outcome: Outcome, lists: Lists) -> Iterator[str]:
        yield f"<h2>{title} {lists.counts.get((name, outcome), 0)}</h2>"
        if left_out := lists.left_out(name, outcome):
            said = pick(self.wanted.lang, "有 {0} 条没有列出", "{0} are not listed")
            yield f'<p class="small">{said.format(left_out)}</p>'


def _recalls(tally: Tally, grade: str, lang: Lang) -> list[Point]:
    """The recall of each category at one grade."""
    return [
        Point(
            value_name("category", category, lang),
            tally.score("call", "all", CROSSED, crossed(category, grade)).recall,
        )
        for category in tables.ordered("category", tally.values("category"))
    ]


def _figure(title: str, rows: Iterable[Point]) -> str:
    """A plot of those shares that are of something."""
    shown = [row for row in rows if row.share.of]
    return f"<figure><figcaption>{escape(title)}</figcaption>{points(title, shown)}</figure>"
