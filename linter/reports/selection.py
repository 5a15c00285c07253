"""Which findings of a call a report shows, and in which order."""

from __future__ import annotations

from collections.abc import Iterable

from linter.judged import Report, Suppressed
from linter.model import SEVERITY_RANK, Evidence, Finding
from linter.reports.options import Options


def shown(findings: Iterable[Finding], options: Options) -> list[Finding]:
    """The findings to show, as the call goes, the gravest first among those at one place.

    Praise is shown only when asked for.
    """
    return sorted(
        (f for f in findings if options.show_praise or not f.praise),
        key=lambda f: (f.turn, f.start, f.end, -SEVERITY_RANK[f.severity], f.rule),
    )


def problems(findings: Iterable[Finding], options: Options) -> list[Finding]:
    """:func:`shown` without praise, for formats whose readers take every entry for a problem."""
    return [finding for finding in shown(findings, options) if not finding.praise]


def suppressed(report: Report, options: Options) -> list[Suppressed]:
    """What was taken out, in the same order."""
    by = {one.finding: one for one in report.suppressed}
    return [by[finding] for finding in shown(by, options)]


def chain(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Evidence as the call goes; what several parts rest on stands there once."""
    return sorted(set(evidence), key=lambda e: (e.turn, e.start, e.end, e.label, e.as_))
