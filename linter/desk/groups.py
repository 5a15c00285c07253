"""Teams, or agents, side by side and not in order of merit."""

from __future__ import annotations

from typing import Any

from linter.desk.figures import Figures, Group, known
from linter.desk.intervals import Interval, hundred, mean_interval, percent, wilson
from linter.desk.words import DeskWords

FEW = 20
"""Calls below which a group is marked: at half of them with a problem, a 95 % interval is then
wider than 40 of 100."""


def group_objects(figures: Figures, nobody: str) -> list[dict[str, Any]]:
    """Each group with its figures, in the order of the names, those without one last.

    :param nobody: what those without a name are called.
    """
    names = known(figures.groups)
    full = figures.full or 0.0
    objects = [_object(name, figures.groups[name], full) for name in names]
    if names and "" in figures.groups:
        objects.append(_object(nobody, figures.groups[""], full))
    return objects


def rate(group: Group) -> tuple[float, Interval | None]:
    """How many calls of 100 have a certain error or warning, and how sure that is."""
    share = percent(group.problems, group.calls)
    return share, hundred(wilson(group.problems, group.calls))


def group_notes(figures: Figures, said: DeskWords) -> list[str]:
    """What whoever compares groups should know."""
    notes = [said.notes[key] for key in ("no_order", "problems", "wilson")]
    if figures.all.scores:
        notes.append(said.notes["student"])
    if any(group.calls < FEW for group in figures.groups.values()):
        notes.append(said.notes["few"].format(few=FEW))
    if "" in figures.groups:
        notes.append(said.notes["some_no_group"].format(count=figures.groups[""].calls))
    return notes


def _object(name: str, group: Group, full: float) -> dict[str, Any]:
    scores = group.scores
    mean = mean_interval(scores)
    share, interval = rate(group)
    return {
        "group": name,
        "calls": group.calls,
        "score": round(sum(scores) / len(scores), 1) if scores else None,
        # No score is below nothing or beyond the full one.
        "low": mean and round(max(0.0, mean.low), 1),
        "high": mean and round(min(full, mean.high), 1),
        "certain": group.certain,
        "review": group.review,
        "load": group.load,
        "praise": group.praise,
        "share": share,
        "share_low": interval and interval.low,
        "share_high": interval and interval.high,
        "few": group.calls < FEW,
    }
