"""What can be measured of a speaking turn: how long, how fast, after what silence.

Speech rates are characters a minute; a Han character, a letter and a digit each count as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linter.model import Call, Turn
from linter.rulebook.types import MeasureOf, TurnMeasure
from linter.signals.similar import likeness
from linter.text.turns import Piece, SpeakingTurn

SHORTEST_RATED = 8
"""A turn of fewer characters says nothing about how fast somebody speaks."""
SHORTEST_REPEATED = 6
"""A turn of fewer characters is like others by chance."""
EARLIER = 6
"""How many of the side's own substantive turns before a repetition is looked for in."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure of a turn, in the unit of :class:`TurnMeasure`, and the piece it shows at."""

    value: int
    piece: int = 0


def measured(
    call: Call, turns: Sequence[SpeakingTurn], turn: SpeakingTurn, of: MeasureOf
) -> Measured | None:
    """What is measured of a turn.

    ``None`` where there is nothing to measure: the silence before the first turn, the rate of a
    turn under :data:`SHORTEST_RATED`, the repetition of the first or of a short one.

    :raises LookupError: where the times it takes are missing or run backwards.
    """
    if of == "silence":
        # Whoever asked for a moment goes on, for the recogniser, in the same turn.
        silences = (_silence_ms(call, piece.turn) for piece in turn.pieces)
        known = [Measured(ms, n) for n, ms in enumerate(silences) if ms is not None]
        return max(known, key=lambda silence: (silence.value, -silence.piece), default=None)
    match of:
        case "characters":
            value: int | None = characters(turn)
        case "repetition":
            value = _repetition(turns, turn)
        case "rate":
            return _rate(call, turn)
        case "duration":
            value = _spoken_ms(call, turn.pieces)
        case "overlap":
            value = _overlap_ms(call, turn)
    return None if value is None else Measured(value)


def passes(limit: TurnMeasure, value: int) -> bool:
    """Whether a value is beyond a limit."""
    return (limit.over is not None and value > limit.over) or (
        limit.under is not None and value < limit.under
    )


def characters(turn: SpeakingTurn) -> int:
    """Han characters, letters and digits of a turn, fillers and stutters left out."""
    return _said(turn.text)


def _said(text: str) -> int:
    return sum(char.isalnum() for char in text)


def _rate(call: Call, turn: SpeakingTurn) -> Measured | None:
    """The fastest of the pieces that are long enough, or else the whole turn.

    Who hears 好 after each step goes on, for the program, in the same turn: the pieces are not to
    be averaged.
    """
    rates = [
        Measured(rate, number)
        for number, piece in enumerate(turn.pieces)
        if (rate := _rate_of(_said(piece.normal.text), call, [piece])) is not None
    ]
    if rates:
        return max(rates, key=lambda rate: (rate.value, -rate.piece))
    whole = _rate_of(characters(turn), call, turn.pieces)
    return None if whole is None else Measured(whole)


def _rate_of(size: int, call: Call, pieces: Sequence[Piece]) -> int | None:
    if size < SHORTEST_RATED:
        return None
    spoken = _spoken_ms(call, pieces)
    if spoken == 0:
        raise LookupError("no time to say it in")
    return round(size * 60_000 / spoken)


def _repetition(turns: Sequence[SpeakingTurn], turn: SpeakingTurn) -> int | None:
    own = [t for t in turns[: turn.number] if t.role == turn.role and t.substantive]
    if characters(turn) < SHORTEST_REPEATED or not own:
        return None
    return max(int(likeness(t.text, turn.text)) for t in own[-EARLIER:])


def _spoken_ms(call: Call, pieces: Sequence[Piece]) -> int:
    """How long a side spoke, the pauses between its own pieces left out."""
    times = (_times(call.turns[piece.turn]) for piece in pieces)
    return sum(end - start for start, end in times)


def _silence_ms(call: Call, number: int) -> int | None:
    """From the end of all that was said before an original turn to its start."""
    before = [end for _, end in map(_times, _before(call, number))]
    if not before:
        return None
    return max(0, _times(call.turns[number])[0] - max(before))


def _overlap_ms(call: Call, turn: SpeakingTurn) -> int:
    """How long a side spoke while the other, who had begun before, had not yet ended."""
    others = [_times(t)[1] for t in _before(call, turn.first) if t.role != turn.role]
    latest = max(others, default=None)
    pieces = [_times(piece) for piece in _pieces(call, turn)]
    if latest is None:
        return 0
    return sum(max(0, min(end, latest) - start) for start, end in pieces)


def _pieces(call: Call, turn: SpeakingTurn) -> Iterable[Turn]:
    return (call.turns[piece.turn] for piece in turn.pieces)


def _before(call: Call, number: int) -> Iterable[Turn]:
    """What was said before; a line of the system without times is nobody's speech."""
    earlier = call.turns[:number]
    return (t for t in earlier if t.role != "system" or None not in (t.start_ms, t.end_ms))


def _times(turn: Turn) -> tuple[int, int]:
    """When a turn began and ended, in milliseconds.

    :raises LookupError: where either is missing, or the end stands before the start.
    """
    if turn.start_ms is None or turn.end_ms is None or turn.end_ms < turn.start_ms:
        raise LookupError("no times")
    return turn.start_ms, turn.end_ms
