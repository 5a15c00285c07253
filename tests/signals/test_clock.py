"""One pass over a call's times, against looking back from every turn."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model import Call
from linter.signals.clock import Clock, times
from linter.text.turns import SpeakingTurn, speaking_turns

from .timed import timed

moments = st.none() | st.integers(0, 9)
lines = st.tuples(
    st.sampled_from(["a", "a", "c", "c", "s", "b", "u"]),
    st.sampled_from(["请稍等", "嗯", "我查一下"]),
    st.integers(0, 9) | moments,
    st.integers(4, 12) | moments,
)
calls = st.lists(lines, min_size=1, max_size=9).map(lambda said: timed(*said))


def _ends(call: Call, number: int, but: str = "") -> list[int]:
    """When the turns before one had ended; a line of the system without times is no speech."""
    return [
        times(turn)[1]
        for turn in call.turns[:number]
        if turn.role != but and (turn.role != "system" or None not in (turn.start_ms, turn.end_ms))
    ]


def _silence(call: Call, number: int) -> int | None:
    ends = _ends(call, number)
    return max(0, times(call.turns[number])[0] - max(ends)) if ends else None


def _overlap(call: Call, turn: SpeakingTurn) -> int:
    ends = _ends(call, turn.first, but=turn.role)
    pieces = [times(call.turns[piece.turn]) for piece in turn.pieces]
    return sum(max(0, min(end, max(ends)) - start) for start, end in pieces) if ends else 0


def _said(measure: object, *args: object) -> int | str | None:
    try:
        return measure(*args)  # type: ignore[operator,no-any-return]
    except LookupError:
        return "no times"


@settings(deadline=None, derandomize=True)
@given(calls)
def test_silences_and_overlaps(call: Call) -> None:
    clock = Clock(call)
    for number in range(len(call.turns)):
        assert _said(clock.silence_ms, number) == _said(_silence, call, number)
    for turn in speaking_turns(call):
        assert _said(clock.overlap_ms, turn) == _said(_overlap, call, turn)


@settings(deadline=None, derandomize=True)
@given(calls)
def test_timed_where_any_turn_has_times(call: Call) -> None:
    assert Clock(call).timed == any(_said(times, turn) != "no times" for turn in call.turns)
