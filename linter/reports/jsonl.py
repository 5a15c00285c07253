"""JSON Lines: one finding a line, for programs."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model import Report
from linter.reports.base import Reporter
from linter.reports.objects import dumps, finding_object
from linter.reports.selection import shown


class JsonlReporter(Reporter[str]):
    """One finding a line, as the call goes; a clean run prints nothing."""

    def render(self, report: Report) -> str:
        """The call's findings."""
        if not report.findings:
            return ""
        findings = shown(report.findings, self.options)
        return "".join(dumps(finding_object(finding)) + "\n" for finding in findings)

    def add(self, piece: str) -> Iterable[str]:
        """The lines as they are."""
        return (piece,) if piece else ()
