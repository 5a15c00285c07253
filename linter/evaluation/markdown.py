"""The compact table for a README."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from linter.evaluation import tables
from linter.evaluation.base import Format
from linter.evaluation.cells import (
    NOTHING,
    identity,
    interval,
    kind_name,
    number,
    percent,
    value_name,
)
from linter.evaluation.comparing import Comparison
from linter.evaluation.model import GRADES, Kind
from linter.evaluation.reading_list import alarm_lines, comparison_lines, miss_lines
from linter.evaluation.result import Lists, Result, in_order
from linter.evaluation.scores import Score, Share
from linter.evaluation.tally import Tally
from linter.wording import pick


class MarkdownFormat(Format):
    """One table: all that is labelled, then each grade; then clean items and the rules."""

    def text(self, result: Result, lists: Lists, comparison: Comparison | None) -> Iterable[str]:
        """The table, the lines below it, and what people asked to read."""
        for line in (*self._lines(result), *self._lists(lists, comparison)):
            yield line + "\n"

    def _lists(self, lists: Lists, comparison: Comparison | None) -> Iterator[str]:
        """What people asked to read, as it is shown in a terminal."""
        lang = self.wanted.lang
        several = (
            miss_lines(lists, lang) if self.wanted.misses else (),
            alarm_lines(lists, lang) if self.wanted.alarms else (),
            comparison_lines(comparison, lang) if comparison else (),
        )
        for lines in several:
            if lines:
                yield from ("", "```text", *lines, "```")

    def _lines(self, result: Result) -> Iterator[str]:
        lang = self.wanted.lang
        t = partial(pick, lang)
        head = (
            "",
            *(t("标注", "labels"), t("查全（95%）", "recall (95 %)")),
            *(t("查准（95%）", "precision (95 %)"), "F1", t("误报", "false alarms")),
            t("每千轮误报", "per 1,000 agent turns"),
        )
        yield _row(head)
        yield "|---|" + "---:|" * (len(head) - 1)
        for kind, tally in in_order(result.tallies):
            for row in self._rows(kind, tally):
                yield _row(row)
        yield ""
        for kind, tally in in_order(result.tallies):
            yield " ".join(tables.facts(kind, tally, lang))
            yield ""
        yield identity(result, lang)

    def _rows(self, kind: Kind, tally: Tally) -> Iterator[tuple[str, ...]]:
        lang = self.wanted.lang
        for level, row, names in tables.total_rows(kind):
            per = number(tally.per_thousand(level, row), 1)
            yield pick(lang, *names), *_figures(tally.score(level, row)), per
        for grade in GRADES:
            if grade in tally.values("grade"):
                score = tally.score("call", "all", "grade", grade)
                name = f"{kind_name(kind, lang)} {value_name('grade', grade, lang)}"
                yield name, *_figures(score), ""


def _figures(score: Score) -> tuple[str, ...]:
    return (
        str(score.support),
        _with_interval(score.recall),
        _with_interval(score.precision),
        number(score.f1, 2),
        str(score.false),
    )


def _with_interval(share: Share) -> str:
    return f"{percent(share.value)} ({interval(share)})" if share.of else NOTHING


def _row(fields: Iterable[str]) -> str:
    return "| " + " | ".join(field.replace("|", "\\|") for field in fields) + " |"
