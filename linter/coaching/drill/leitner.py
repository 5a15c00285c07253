"""When a card comes again: boxes, as Sebastian Leitner has them (So lernt man lernen, 1972).

A card that was answered well moves on to the next box and waits twice as long
(https://en.wikipedia.org/wiki/Leitner_system); one that was not goes back to the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

DAYS: Mapping[int, int] = {1: 1, 2: 2, 3: 4, 4: 8, 5: 16}
"""Box → days until its cards come again."""

FIRST, LAST = 1, 5
NEW = 0
"""In place of a box: never answered."""


class State(NamedTuple):
    """Where a card stands.

    :ivar due: the day on which it comes again, ``YYYY-MM-DD``.
    """

    box: int
    due: str


def moved(state: State | None, passed: bool, today: str) -> State:
    """Where a card goes that has been answered; a new one is in the first box.

    :param state: where it stood; ``None`` for a new one.
    :param today: ``YYYY-MM-DD``.
    """
    box = FIRST
    if passed:
        box = min((state.box if state else FIRST) + 1, LAST)
    return State(box, _later(today, DAYS[box]))


def is_due(state: State, today: str) -> bool:
    """Whether a card is to come again on a day, or was before it."""
    return state.due <= today


def _later(day: str, days: int) -> str:
    """A day later; the last day there is, if there is no such day."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return date.max.isoformat()
