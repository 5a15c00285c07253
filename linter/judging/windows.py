"""Windows by bisection: which of a side's turns follow a place, or come before it.

The substantive turns of a side, and so those of a call, neither overlap nor lie in one another:
both their first and their last original turns increase.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from linter.judging.outcome import turn_of
from linter.signals.detect import Seen
from linter.text.turns import SpeakingTurn

_FIRST, _LAST, _NUMBER = attrgetter("first"), attrgetter("last"), attrgetter("number")


def first_after(turns: Sequence[SpeakingTurn], turn: int, own: int) -> int:
    """The index of the first of some turns that goes on after an original turn.

    :param turns: substantive turns in order.
    :param own: the number of the speaking turn that the original turn belongs to; it is no window.
    """
    at = bisect_right(turns, turn, key=_LAST)
    return at + 1 if at < len(turns) and turns[at].number == own else at


def count_before(turns: Sequence[SpeakingTurn], turn: int, own: int) -> int:
    """How many of some turns begin before an original turn; its own speaking turn is none."""
    at = bisect_left(turns, turn, key=_FIRST)
    return at - 1 if at and turns[at - 1].number == own else at


def rank_of(turns: Sequence[SpeakingTurn], number: int) -> int | None:
    """The index of a speaking turn among some turns; ``None`` where it is none of them."""
    at = bisect_left(turns, number, key=_NUMBER)
    return at if at < len(turns) and turns[at].number == number else None


def among(hits: Sequence[Seen], low: int, high: int) -> Sequence[Seen]:
    """The hits from original turn ``low`` up to ``high``, both included."""
    return hits[bisect_left(hits, low, key=turn_of) : bisect_right(hits, high, key=turn_of)]
