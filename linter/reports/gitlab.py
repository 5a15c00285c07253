"""The code quality report of GitLab: one JSON array.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from linter.errors import HuashuError
from linter.judged import Report
from linter.model import Finding
from linter.reports.base import Reporter
from linter.reports.checkout import Checkout
from linter.reports.message import message
from linter.reports.objects import dumps
from linter.reports.options import Options
from linter.reports.ordinals import Ordinals
from linter.reports.regions import region
from linter.reports.selection import problems
from linter.reports.summary import Summary
from linter.reports.words import words

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}
_SKIPPED = "input-not-read"

Rendered = tuple[str, str, dict[str, Any]]
"""A path, a fingerprint that is unique in its call, and the entry but for its own."""


class GitlabReporter(Reporter[list[Rendered]]):
    """One entry a finding and a line; those to be reviewed are ``info``."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._checkout = Checkout()
        self._ordinals = Ordinals()
        self._separator = "\n"

    def begin(self) -> Iterable[str]:
        """The array's head."""
        yield "["

    def render(self, report: Report) -> list[Rendered]:
        """The call's findings."""
        found = problems(report.findings, self.options)
        return [self._rendered(finding, report) for finding in found]

    def add(self, piece: list[Rendered]) -> Iterable[str]:
        """The entries, each with a fingerprint that no other of the file has."""
        for path, fingerprint, entry in piece:
            unique = self._ordinals.unique(path, fingerprint)
            yield self._separator + dumps({**entry, "fingerprint": unique})
            self._separator = ",\n"

    def end(self, summary: Summary) -> Iterable[str]:
        """What could not be read, and the array's tail."""
        yield from self.add([self._failure(error) for error in summary.failures])
        yield "\n]\n"

    def _rendered(self, finding: Finding, report: Report) -> Rendered:
        path = self._checkout.path(finding.path)
        said = message(finding, report.call, words(self.options.lang)).line
        cell = f" {finding.sheet}!{finding.cell}" if finding.cell else ""
        sure = finding.certainty == "certain"
        place = region(report.call.turns[finding.turn], finding.start, finding.end)
        entry = _entry(
            finding.rule,
            f"{finding.rule}{cell}: {said}",
            _SEVERITIES[finding.severity] if sure else "info",
            path,
            place.line if place else 1,
        )
        return path, finding.fingerprint, entry

    def _failure(self, error: HuashuError) -> Rendered:
        path = self._checkout.path(error.path)
        line = 1 if error.line is None or error.cell else error.line
        entry = _entry(_SKIPPED, f"{_SKIPPED}: {error}", "critical", path, line)
        return path, f"{_SKIPPED}: {error.message}", entry


def _entry(check: str, description: str, severity: str, path: str, line: int) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": check,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
