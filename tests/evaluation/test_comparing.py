from __future__ import annotations

from pathlib import Path
from typing import Any

from linter import Linter, Selection
from linter.evaluation.comparing import Comparison
from linter.evaluation.result import Alarm
from linter.evaluation.scores import Score

from .samples import CALLS, SENTENCES, SHOP, records


def compared(
    tmp_path: Path, old: dict[str, Any], new: dict[str, Any], rows: list[dict[str, Any]] = CALLS
) -> Comparison:
    """Two evaluations by what each of them ignores."""
    runs = [records(rows, tmp_path, Linter(SHOP, Selection(**said))) for said in (old, new)]
    comparison = Comparison({(record.kind, record.id): record for record in runs[0]})
    for record in runs[1]:
        comparison.add(record)
    return comparison


def alarms(found: list[Alarm]) -> list[tuple[str, str, str]]:
    return [(alarm.record.id, alarm.finding.rule, alarm.finding.quote) for alarm in found]


def without(*names: str) -> dict[str, Any]:
    return {"ignore": frozenset(names)}


def test_the_same_is_no_change(tmp_path: Path) -> None:
    found = compared(tmp_path, {}, {})
    assert (found.changes, found.came, found.went) == ([], [], [])
    assert (found.compared, found.different, found.new, found.gone) == (4, 0, 0, 0)


def test_labels_are_lost_and_false_alarms_go(tmp_path: Path) -> None:
    found = compared(tmp_path, {}, without("cold"))
    (change,) = found.changes
    assert (change.record.id, change.after.category, change.gained) == ("c1", "cold_refusal", False)
    assert (change.before.outcome, change.after.outcome) == ("found", "missed")
    assert alarms(found.went) == [("c3", "cold", "自己看")]
    assert found.came == []
    assert found.before["call"].score("call", "all") == Score(4, 1, 2)
    assert found.after["call"].score("call", "all") == Score(3, 2, 1)


def test_labels_are_gained_and_false_alarms_come(tmp_path: Path) -> None:
    found = compared(tmp_path, without("cold", "rude"), {})
    gained = [(one.record.id, one.before.outcome, one.after.outcome) for one in found.changes]
    # Found at another turn is better than not found.
    assert gained == [
        ("c1", "missed", "found"),
        ("c1", "missed", "found"),
        ("c2", "missed", "elsewhere"),
    ]
    assert all(change.gained for change in found.changes)
    assert alarms(found.came) == [("c3", "cold", "自己看")]


def test_only_what_is_the_same_is_compared(tmp_path: Path) -> None:
    old = records(CALLS[:3], tmp_path)
    relabelled = CALLS[0] | {"labels": []}
    new = records([relabelled, CALLS[1], CALLS[3], *SENTENCES[:1]], tmp_path)
    found = Comparison({(record.kind, record.id): record for record in old})
    for record in new:
        found.add(record)
    assert (found.compared, found.different, found.new, found.gone) == (1, 1, 2, 1)
    assert found.changes == []
    assert found.after["call"].items == 1
