"""The report for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.evaluation import tables
from linter.evaluation.base import Format
from linter.evaluation.cells import Table, identity, kind_name
from linter.evaluation.columns import lines
from linter.evaluation.comparing import Comparison
from linter.evaluation.model import Kind
from linter.evaluation.reading_list import alarm_lines, comparison_lines, miss_lines
from linter.evaluation.result import Lists, Result, in_order
from linter.evaluation.tally import Tally


class TextFormat(Format):
    """Compact tables, then what people asked to read."""

    def text(self, result: Result, lists: Lists, comparison: Comparison | None) -> Iterable[str]:
        """The whole report."""
        for line in self._lines(result, lists, comparison):
            yield line + "\n"

    def _lines(self, result: Result, lists: Lists, comparison: Comparison | None) -> Iterator[str]:
        lang = self.wanted.lang
        for kind, tally in in_order(result.tallies):
            yield f"== {kind_name(kind, lang)} =="
            yield from tables.facts(kind, tally, lang)
            for table in self._tables(kind, tally, result):
                yield ""
                yield table.title
                yield from lines(table)
            yield ""
        if self.wanted.misses:
            yield from miss_lines(lists, lang)
        if self.wanted.alarms:
            yield from alarm_lines(lists, lang)
        if comparison:
            yield from comparison_lines(comparison, lang)
        yield identity(result, lang)

    def _tables(self, kind: Kind, tally: Tally, result: Result) -> Iterator[Table]:
        lang = self.wanted.lang
        yield tables.total(kind, tally, lang)
        yield from tables.by_dimension(kind, tally, lang)
        if tables.labelled_grades(tally):
            yield tables.by_category_and_grade(tally, lang)
        yield from tables.by_source(tally, lang)
        fired = {rule: result.packs[rule] for rule in tally.by("rule")}
        if fired:
            yield tables.by_rule(tally, fired, lang)
