"""A call as one row of the worklist."""

from __future__ import annotations

from typing import Any

from linter.desk.facts import facts
from linter.desk.priority import listen, show
from linter.desk.scores import score_of
from linter.judged import Report
from linter.model import SEVERITIES, Turn
from linter.reports import Lang


def row(report: Report, fatal: frozenset[str], lang: Lang) -> dict[str, Any]:
    """The row, but for its number and the agent's name, which need the other calls.

    :param fatal: the rules that are fatal when no scoring scheme says which are.
    """
    call, found = report.call, facts(report, fatal)
    problems = [one for one in report.findings if not one.praise]
    certain = [one for one in problems if one.certainty == "certain"]
    score = score_of(report)
    heard, shown = listen(found, lang), show(found, lang)
    return {
        "id": call.id,
        "path": call.path,
        "line": call.turns[0].line if call.turns else None,
        "team": call.team,
        "started_at": call.started_at,
        "channel": call.channel,
        "direction": call.direction,
        "business": call.business,
        "kind": call.kind,
        "turns": len(call.turns),
        "ms": lasting(call.turns),
        "score": None if score is None else score.points,
        "band": report.sheet.band if report.sheet else "",
        "fatal": bool(found.fatal),
        "certain": {key: sum(one.severity == key for one in certain) for key in SEVERITIES},
        "review": len(found.review),
        "praise": len(found.praise),
        "categories": sorted({one.category for one in problems}),
        "rules": sorted({one.rule for one in report.findings}),
        "diagnosis": [part.status for part in report.diagnosis],
        "load": found.load,
        "unjudged": len(report.unjudged),
        "judged": not found.unjudged,
        "priority": sum(reason.points for reason in heard),
        "why": [reason.words for reason in heard],
        "show": sum(reason.points for reason in shown),
        "show_why": [reason.words for reason in shown],
    }


def lasting(turns: tuple[Turn, ...]) -> int | None:
    """Milliseconds from the first known time to the last; ``None`` when none is known."""
    starts = [turn.start_ms for turn in turns if turn.start_ms is not None]
    ends = [turn.end_ms for turn in turns if turn.end_ms is not None]
    known = [*starts, *ends]
    return max(known) - min(known) if known else None
