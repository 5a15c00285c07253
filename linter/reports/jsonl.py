"""JSON Lines: one finding a line, for programs."""

from __future__ import annotations

from collections.abc import Iterable

from linter.judged import Report
from linter.reports.base import Reporter
from linter.reports.objects import dumps, finding_object, suppressed_object
from linter.reports.selection import shown, suppressed


class JsonlReporter(Reporter[str]):
    """One finding a line, as the call goes; a clean run prints nothing.

    What was suppressed comes behind it only when it is asked for, each with its ``suppressed``.
    """

    def render(self, report: Report) -> str:
        """The call's findings."""
        if not report.findings and not report.suppressed:
            return ""
        objects = [finding_object(finding) for finding in shown(report.findings, self.options)]
        if self.options.show_suppressed:
            objects += [suppressed_object(one) for one in suppressed(report, self.options)]
        return "".join(dumps(value) + "\n" for value in objects)

    def add(self, piece: str) -> Iterable[str]:
        """The lines as they are."""
        return (piece,) if piece else ()
