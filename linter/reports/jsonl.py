"""JSON Lines: one finding a line, for programs."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model import Report
from linter.reports.base import Reporter
from linter.reports.objects import dumps, finding_object
from linter.reports.selection import shown


class JsonlReporter(Reporter):
    """One finding a line, as the call goes; a clean run prints nothing."""

    def call(self, report: Report) -> Iterable[str]:
        """The call's findings."""
        for finding in shown(report.findings, self.options):
            yield dumps(finding_object(finding)) + "\n"
