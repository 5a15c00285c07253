"""JSON: one document with everything the tool has to say, written as it goes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from linter.judged import Report
from linter.reports.base import Reporter
from linter.reports.objects import (
    dumps,
    finding_object,
    part_object,
    rules_object,
    sheet_object,
    summary_object,
    suppressed_object,
    verdict_object,
)
from linter.reports.options import Options
from linter.reports.selection import shown, suppressed
from linter.reports.summary import Summary

VERSION = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""


class JsonReporter(Reporter[str]):
    """``{"version", "rules", "calls": [...], "summary"}``, one call a line."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._separator = "\n"

    def begin(self) -> Iterable[str]:
        """The document's head."""
        rules = dumps(rules_object(self.options.rules_identity))
        yield f'{{"version": {VERSION}, "rules": {rules}, "calls": ['

    def render(self, report: Report) -> str:
        """One element of ``calls``."""
        return dumps(self._call_object(report))

    def add(self, piece: str) -> Iterable[str]:
        """The element, with what parts it from the one before."""
        yield self._separator
        yield piece
        self._separator = ",\n"

    def end(self, summary: Summary) -> Iterable[str]:
        """The document's tail."""
        yield f'\n], "summary": {dumps(summary_object(summary))}}}\n'

    def _call_object(self, report: Report) -> dict[str, Any]:
        parts = report.diagnosis if self.options.diagnosis else ()
        said = {
            "id": report.call.id,
            "path": report.call.path,
            "channel": report.call.channel,
            "findings": [finding_object(f) for f in shown(report.findings, self.options)],
            "verdicts": [verdict_object(verdict) for verdict in report.verdicts],
            "diagnosis": [part_object(part) for part in parts],
            "scores": dict(report.scores),
            "hidden": [finding_object(f) for f in shown(report.hidden, self.options)],
            "suppressed": [suppressed_object(one) for one in suppressed(report, self.options)],
        }
        if report.call.kind != "call":
            said["kind"] = report.call.kind
        return said if report.sheet is None else said | {"sheet": sheet_object(report.sheet)}
