"""Windows by bisection, against looking at every turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.judging.outcome import speaking_of
from linter.judging.windows import among, count_before, first_after, rank_of
from linter.model import Call

from .random_calls import LAW, LINTER, any_calls
from .random_rules import AGENT_SIGNALS, CUSTOMER_SIGNALS


@LAW
@given(any_calls)
def test_the_speaking_turn_is_the_one_with_the_original_turn_in_it(spoken: Call) -> None:
    view = LINTER.view(spoken)
    for turn in view.turns:
        for piece in turn.pieces:
            assert speaking_of(view, piece.turn) is turn


@LAW
@given(any_calls)
def test_turns_before_and_after_every_place(spoken: Call) -> None:
    view = LINTER.view(spoken)
    for turns in (view.agent_turns, view.customer_turns, view.substantive):
        for place in range(len(spoken.turns)):
            own = speaking_of(view, place).number
            others = [turn for turn in turns if turn.number != own]
            after = [turn for turn in others if turn.last > place]
            assert list(turns[first_after(turns, place, own) :]) == after
            before = [turn for turn in others if turn.first < place]
            assert list(turns[: count_before(turns, place, own)]) == before
        for turn in view.turns:
            rank = rank_of(turns, turn.number)
            assert (rank is None) == (turn not in turns)
            assert rank is None or turns[rank] is turn


@LAW
@given(any_calls, st.integers(0, 14), st.integers(0, 14))
def test_the_hits_among_some_turns(spoken: Call, low: int, high: int) -> None:
    view = LINTER.view(spoken)
    for name in ("情绪", *AGENT_SIGNALS, *CUSTOMER_SIGNALS):
        hits = view.seen.get(name, ())
        assert list(among(hits, low, high)) == [s for s in hits if low <= s.hit.turn <= high]
