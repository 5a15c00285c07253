"""What of a call decides whether it deserves listening, and whether it is worth showing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from linter.desk.scores import percent_of
from linter.judged import Report
from linter.judging.diagnosis import TRIGGERS
from linter.model import Finding

_UPSET = TRIGGERS[1].name
_UNANSWERED = "request_ignored"
_ESCALATION = "escalation"


class Facts(NamedTuple):
    """What is counted of a call.

    ``errors`` and ``warnings`` are certain and one for each act, the first found of it; ``load``
    counts the turns in which the customer abuses the agent; ``percent`` is the score in per cent
    of the full one.
    """

    fatal: tuple[str, ...]
    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    review: tuple[Finding, ...]
    praise: tuple[Finding, ...]
    escalated: bool
    unanswered: bool
    missing: tuple[str, ...]
    handled: bool
    heat: bool
    load: int
    percent: float | None
    unjudged: bool


def facts(report: Report, fatal: Iterable[str]) -> Facts:
    """The facts of a call.

    :param fatal: the rules that are fatal when no scoring scheme says which are.
    """
    problems = [found for found in report.findings if not found.praise]
    certain = [found for found in problems if found.certainty == "certain"]
    errors = _acts(found for found in certain if found.severity == "error")
    categories = {found.category for found in certain}
    statuses = {part.name: part.status for part in report.diagnosis}
    missing = tuple(name for name, status in statuses.items() if status == "缺失")
    heat = _is_upset(report)
    return Facts(
        fatal=_fatal(report, fatal),
        errors=errors,
        warnings=_acts(found for found in certain if found.severity == "warning"),
        review=tuple(found for found in problems if found.certainty == "review"),
        praise=tuple(found for found in report.findings if found.praise),
        escalated=_ESCALATION in categories,
        unanswered=_UNANSWERED in categories,
        missing=missing,
        handled=heat and not missing and "做到" in statuses.values(),
        heat=heat,
        load=len({place.turn for place in report.load}),
        percent=percent_of(report),
        unjudged=bool(report.unjudged) and not report.scores and not report.findings,
    )


def _fatal(report: Report, fatal: Iterable[str]) -> tuple[str, ...]:
    if report.sheet is not None:
        return report.sheet.fatal
    rules = frozenset(fatal)
    found = (
        one.rule
        for one in report.findings
        if one.rule in rules and one.certainty == "certain" and one.severity == "error"
    )
    return tuple(dict.fromkeys(found))


def _acts(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding of each act: what was said once is counted once."""
    return tuple({(found.act or found.fingerprint): found for found in findings}.values())


def _is_upset(report: Report) -> bool:
    """Whether the diagnosis began with the customer's heat."""
    return any(
        place.as_ == "trigger" and place.label.startswith(_UPSET)
        for part in report.diagnosis
        for place in part.chain
    )
