"""JSON: everything that is known, for programs and for later comparisons."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from typing import Any

from linter.evaluation.base import Format, Wanted
from linter.evaluation.comparing import Change, Comparison
from linter.evaluation.model import Record
from linter.evaluation.objects import head_object, record_object, score_object
from linter.evaluation.result import Alarm, Lists, Result, in_order
from linter.reports.objects import dumps


class JsonFormat(Format):
    """``{"format", "version", "rules", "asked", "figures", "items": [...]}``, one item a line.

    Figures stand before the items they are made of, which wait on disk until then.
    """

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted)
        self._items = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115

    def add(self, record: Record) -> None:
        """Write it down."""
        self._items.write(dumps(record_object(record)) + "\n")

    def text(self, result: Result, lists: Lists, comparison: Comparison | None) -> Iterable[str]:
        """The document."""
        head = head_object(result)
        if comparison:
            head["compared"] = _compared(comparison)
        yield dumps(head).removesuffix("}") + ', "items": ['
        separator = "\n"
        with self._items as items:
            items.seek(0)
            for line in items:
                yield separator + line.removesuffix("\n")
                separator = ",\n"
        yield "\n]}\n"


def _compared(comparison: Comparison) -> dict[str, Any]:
    return {
        "items": comparison.compared,
        "different": comparison.different,
        "new": comparison.new,
        "gone": comparison.gone,
        "before": {
            kind: score_object(tally.score("call", "all"))
            for kind, tally in in_order(comparison.before)
        },
        "after": {
            kind: score_object(tally.score("call", "all"))
            for kind, tally in in_order(comparison.after)
        },
        "labels": [_change(change) for change in comparison.changes],
        "alarms_came": [_alarm(alarm) for alarm in comparison.came],
        "alarms_went": [_alarm(alarm) for alarm in comparison.went],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "id": change.record.id,
        "category": change.after.category,
        "turn": change.after.turn,
        "before": change.before.outcome,
        "after": change.after.outcome,
        "gained": change.gained,
        "said": _words(change.after.turn, change.after.around),
    }


def _alarm(alarm: Alarm) -> dict[str, Any]:
    return {
        "id": alarm.record.id,
        "rule": alarm.finding.rule,
        "category": alarm.finding.category,
        "turn": alarm.finding.turn,
        "quote": alarm.finding.quote,
        "fingerprint": alarm.finding.fingerprint,
    }


def _words(turn: int, around: Iterable[Any]) -> str:
    return next((said.text for said in around if said.turn == turn), "")
