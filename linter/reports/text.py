"""The text report: made for a person at a terminal.

Turns are named by their 0-based number as in JSON, ``#5`` being turn 5. The words that a
finding quotes are underlined with ``^`` at the columns they take on the screen. Characters
whose width East Asian terminals may choose (“ ” …, "ambiguous" in UAX #11) count as one column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.judged import Report, Suppressed
from linter.model import Call, Finding
from linter.reports.base import Reporter
from linter.reports.options import Options
from linter.reports.page import BOLD, Page
from linter.reports.selection import shown, suppressed
from linter.reports.summary import Summary
from linter.reports.text_diagnosis import diagnosis_lines, has_diagnosis
from linter.reports.text_finding import finding_lines
from linter.reports.text_summary import summary_lines
from linter.reports.text_unjudged import unjudged_lines
from linter.reports.words import Words, words


class Paragraphs(NamedTuple):
    """What is said of a call; empty when there is nothing to say."""

    text: str
    numbered: bool
    """Whether turns are named by their numbers."""


class TextReporter(Reporter[Paragraphs]):
    """Findings, diagnosis and what was not judged, call by call, then a summary.

    Calls of which there is nothing to say are only counted.
    """

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._page = Page(options.width, options.color)
        self._words = words(options.lang)
        self._numbered = False

    def render(self, report: Report) -> Paragraphs:
        """The call's paragraphs, or nothing."""
        findings = shown(report.findings, self.options)
        diagnosed = has_diagnosis(report, self.options)
        out = suppressed(report, self.options) if self.options.show_suppressed else []
        numbered = bool(findings or out) or diagnosed
        if not numbered and not report.unjudged and report.sheet is None:
            return Paragraphs("", numbered)
        lines = self._call_lines(report, findings, diagnosed, out)
        return Paragraphs("".join(line + "\n" for line in lines), numbered)

    def add(self, piece: Paragraphs) -> Iterable[str]:
        """The paragraphs as they are."""
        self._numbered = self._numbered or piece.numbered
        return (piece.text,) if piece.text else ()

    def end(self, summary: Summary) -> Iterable[str]:
        """The summary."""
        for line in summary_lines(summary, self.options, self._page, self._words, self._numbered):
            yield line + "\n"

    def _call_lines(
        self,
        report: Report,
        findings: Sequence[Finding],
        diagnosed: bool,
        out: Sequence[Suppressed],
    ) -> Iterator[str]:
        yield from self._page.heading(_title(report.call, self._words), style=BOLD)
        if findings or diagnosed or out:
            yield ""
        for finding in findings:
            yield from finding_lines(
                finding, report.call, self._page, self._words, self.options.lang
            )
            yield ""
        if out:
            yield from self._suppressed_lines(out, report.call)
            yield ""
        if diagnosed:
            yield from diagnosis_lines(report, self._page, self._words)
            yield ""
        if report.sheet is not None:
            yield from self._sheet_lines(report)
            yield ""
        if report.unjudged:
            yield from unjudged_lines(report, self._page, self._words)
            yield ""

    def _sheet_lines(self, report: Report) -> Iterator[str]:
        # Not at the top: few runs score by a scheme.
        from linter.reports.text_sheet import sheet_lines

        yield from sheet_lines(report, self._page, self.options.lang)

    def _suppressed_lines(self, out: Sequence[Suppressed], call: Call) -> Iterator[str]:
        # Not at the top: few runs ask for it.
        from linter.reports.text_suppressed import suppressed_lines

        yield from suppressed_lines(out, call, self._page, self._words)


def _title(call: Call, words: Words) -> str:
    kind = words.script if call.kind == "script" else words.call
    channel = words.channels.get(call.channel, call.channel)
    return "  ".join(filter(None, [f"{kind} {call.id}", call.path, channel]))
