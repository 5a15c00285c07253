"""Just enough context: the turn itself, what it rests on, what led to it and what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from linter.coaching.examples.model import ExampleTurn, Span
from linter.model import Call
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

BEFORE = 2
"""Substantive speaking turns that are shown before the turn in question."""
AFTER = 1
"""And after it: how the other side took it."""
MOST = 16
"""Turns that are shown at most, unless the turn in question and its own evidence are more."""


def shown_turns(view: CallView, focus: SpeakingTurn, evidence: Collection[int]) -> list[int]:
    """The numbers of the turns to show, in order.

    :param evidence: numbers of turns that it rests on.
    """
    needed = {piece.turn for piece in focus.pieces} | set(evidence)
    around = _around(view.turns, focus)
    around.sort(key=lambda number: (abs(number - focus.first), number))
    more = [number for number in around if number not in needed]
    return sorted(needed | set(more[: max(0, MOST - len(needed))]))


def _around(turns: Sequence[SpeakingTurn], focus: SpeakingTurn) -> list[int]:
    before = _some(reversed(turns[: focus.number]), BEFORE)
    after = _some(iter(turns[focus.number + 1 :]), AFTER)
    return [piece.turn for turn in (*before, *after) for piece in turn.pieces]


def _some(turns: Iterable[SpeakingTurn], wanted: int) -> list[SpeakingTurn]:
    """The next turns up to and with so many that say something."""
    found: list[SpeakingTurn] = []
    for turn in turns:
        if not wanted:
            break
        found.append(turn)
        wanted -= turn.substantive
    return found


def example_turns(
    call: Call, numbers: Sequence[int], spans: Mapping[int, Iterable[Span]]
) -> tuple[ExampleTurn, ...]:
    """The turns of a call that was masked, with what matters in them.

    :param spans: by the number of the turn.
    """
    shown: list[ExampleTurn] = []
    last = -1
    for number in numbers:
        turn = call.turns[number]
        marked = tuple(dict.fromkeys(sorted(spans.get(number, ()))))
        shown.append(ExampleTurn(turn.role, turn.text, number - last - 1, marked))
        last = number
    return tuple(shown)
