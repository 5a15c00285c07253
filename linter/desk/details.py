"""A call as its own page shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from linter.judged import Report
from linter.model import Call, Casting, Evidence, Turn
from linter.reports import Options
from linter.reports.objects import (
    finding_object,
    part_object,
    sheet_object,
    suppressed_object,
)
from linter.reports.selection import shown, suppressed

Spans = list[list[int]]


def detail(report: Report, options: Options) -> dict[str, Any]:
    """Everything there is to show of a call, but for its number."""
    borne = spans(report.load)
    return {
        "turns": [_turn(turn, borne[number]) for number, turn in enumerate(report.call.turns)],
        "findings": [finding_object(found) for found in shown(report.findings, options)],
        "suppressed": [suppressed_object(one) for one in suppressed(report, options)],
        "met": _met(report),
        "unjudged": [{"rule": one.rule, "reason": one.reason} for one in report.unjudged],
        "diagnosis": [part_object(part) for part in report.diagnosis],
        "sheet": report.sheet and sheet_object(report.sheet),
        "scores": dict(report.scores),
        "casting": report.call.casting and _casting(report.call.casting),
        "notices": _notices(report.call),
    }


def spans(places: Iterable[Evidence]) -> dict[int, Spans]:
    """The places in each turn from first to last; those that overlap become one."""
    found: dict[int, Spans] = defaultdict(list)
    for place in sorted(places, key=lambda one: (one.turn, one.start, one.end)):
        of_turn = found[place.turn]
        if of_turn and place.start <= of_turn[-1][1]:
            of_turn[-1][1] = max(of_turn[-1][1], place.end)
        else:
            of_turn.append([place.start, place.end])
    return found


def _turn(turn: Turn, load: Sequence[list[int]]) -> dict[str, Any]:
    return {
        "role": turn.role,
        "speaker": turn.speaker,
        "text": turn.text,
        "start_ms": turn.start_ms,
        "end_ms": turn.end_ms,
        "load": load,
    }


def _met(report: Report) -> list[dict[str, Any]]:
    """What was done, and where; what merely was not done wrong is in no turn."""
    return [
        {"rule": verdict.rule, "turn": verdict.turn}
        for verdict in report.verdicts
        if verdict.status == "met" and verdict.turn is not None and verdict.rule not in report.off
    ]


def _casting(casting: Casting) -> dict[str, Any]:
    return {
        "source": casting.source,
        "confidence": casting.confidence,
        "doubtful": list(casting.doubtful),
    }


def _notices(call: Call) -> list[str]:
    said = (f"{one.message}；{one.hint}" if one.hint else one.message for one in call.notices)
    return list(dict.fromkeys(said))
