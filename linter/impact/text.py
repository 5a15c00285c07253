"""The comparison for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.evaluation.columns import lines
from linter.impact import tables
from linter.impact.base import Format
from linter.impact.items import rule_items, rule_title
from linter.impact.result import Result
from linter.impact.saying import (
    rule_lines,
    side_line,
    size_line,
    skipped_lines,
    title,
    total_line,
)
from linter.reports.cells import visible
from linter.wording import pick


class TextFormat(Format):
    """Figures first, then finding by finding."""

    def text(self, result: Result) -> Iterable[str]:
        """The whole report."""
        for line in self._lines(result):
            yield line + "\n"

    def _lines(self, result: Result) -> Iterator[str]:
        lang = self.lang
        for line in (title(result, lang), *(side_line(s, lang) for s in (result.old, result.new))):
            yield visible(line)
        yield size_line(result, lang)
        yield total_line(result, lang)
        yield from map(visible, skipped_lines(result, lang))
        if result.rules:
            yield ""
            yield pick(lang, "规则", "Rules")
            yield from (f"  {visible(line)}" for line in rule_lines(result, lang))
        for table in tables.every(result, lang):
            yield ""
            yield table.title
            yield from lines(table)
        for rule in result.differing:
            yield ""
            yield rule_title(result, rule, lang)
            for item in rule_items(result, rule, lang):
                yield from (f"  {line}" for line in item)
