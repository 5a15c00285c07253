"""The text report: made for a person at a terminal.

Turns are named by their 0-based number as in JSON, ``#5`` being turn 5. The words that a
finding quotes are underlined with ``^`` at the columns they take on the screen. Characters
whose width East Asian terminals may choose (“ ” …, "ambiguous" in UAX #11) count as one column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.model import Call, Report
from linter.reports.base import Reporter
from linter.reports.options import Options
from linter.reports.page import BOLD, Page
from linter.reports.selection import shown
from linter.reports.summary import Summary
from linter.reports.text_diagnosis import diagnosis_lines, has_diagnosis
from linter.reports.text_finding import finding_lines
from linter.reports.text_summary import summary_lines
from linter.reports.text_unjudged import unjudged_lines
from linter.reports.words import Words, words


class TextReporter(Reporter):
    """Findings, diagnosis and what was not judged, call by call, then a summary.

    Calls of which there is nothing to say are only counted.
    """

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._page = Page(options.width, options.color)
        self._words = words(options.lang)
        self._numbered = False

    def call(self, report: Report) -> Iterable[str]:
        """The call's paragraphs, or nothing."""
        for line in self._call_lines(report):
            yield line + "\n"

    def end(self, summary: Summary) -> Iterable[str]:
        """The summary."""
        for line in summary_lines(summary, self.options, self._page, self._words, self._numbered):
            yield line + "\n"

    def _call_lines(self, report: Report) -> Iterator[str]:
        findings = shown(report.findings, self.options)
        diagnosed = has_diagnosis(report, self.options)
        named = bool(findings) or diagnosed
        if not named and not report.unjudged:
            return
        self._numbered = self._numbered or named
        yield from self._page.heading(_title(report.call, self._words), style=BOLD)
        if named:
            yield ""
        for finding in findings:
            yield from finding_lines(
                finding, report.call, self._page, self._words, self.options.lang
            )
            yield ""
        if diagnosed:
            yield from diagnosis_lines(report, self._page, self._words)
            yield ""
        if report.unjudged:
            yield from unjudged_lines(report, self._page, self._words)
            yield ""


def _title(call: Call, words: Words) -> str:
    kind = words.script if call.kind == "script" else words.call
    channel = words.channels.get(call.channel, call.channel)
    return "  ".join(filter(None, [f"{kind} {call.id}", call.path, channel]))
