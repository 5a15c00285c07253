"""What is measured of a speaking turn."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model import Call, Turn
from linter.rulebook.types import MeasureOf, TurnMeasure

from .similar import likeness
from .turns import Piece, SpeakingTurn

Value = tuple[int, int] | None
"""The measure, and the piece of the turn that it shows at."""


def measured(
    call: Call, turns: tuple[SpeakingTurn, ...], turn: SpeakingTurn, of: MeasureOf
) -> Value:
    """``None`` where there is nothing to measure.

    :raises LookupError: where the times it takes are missing or run backwards.
    """
    match of:
        case "characters":
            return _said(turn.text), 0
        case "repetition":
            own = [t for t in turns[: turn.number] if t.role == turn.role and t.substantive][-6:]
            if _said(turn.text) < 6 or not own:
                return None
            return max(int(likeness(t.text, turn.text)) for t in own), 0
        case "rate":
            return _rate(call, turn)
        case "duration":
            return _spoken(call, turn.pieces), 0
        case "silence":
            # All of them first: any piece may lack its times.
            silences = [_silence(call, piece.turn) for piece in turn.pieces]
            return _greatest((ms, n) for n, ms in enumerate(silences) if ms is not None)
        case "overlap":
            before = [t for t in _before(call, turn.first) if t.role != turn.role]
            latest = max((_times(t)[1] for t in before), default=0)
            pieces = [_times(call.turns[piece.turn]) for piece in turn.pieces]
            return sum(max(0, min(end, latest) - start) for start, end in pieces) * bool(before), 0


def passes(limit: TurnMeasure, value: int) -> bool:
    over = limit.over is not None and value > limit.over
    return over or (limit.under is not None and value < limit.under)


def _said(text: str) -> int:
    return sum(char.isalnum() for char in text)


def _greatest(values: Iterable[tuple[int, int]]) -> Value:
    """The first of the greatest."""
    return max(values, key=lambda value: (value[0], -value[1]), default=None)


def _rate(call: Call, turn: SpeakingTurn) -> Value:
    rates = [_rate_of(_said(piece.normal.text), call, (piece,)) for piece in turn.pieces]
    known = [(rate, number) for number, rate in enumerate(rates) if rate is not None]
    whole = _rate_of(_said(turn.text), call, turn.pieces) if not known else None
    return _greatest(known) if known else None if whole is None else (whole, 0)


def _rate_of(size: int, call: Call, pieces: tuple[Piece, ...]) -> int | None:
    if size < 8:
        return None
    spoken = _spoken(call, pieces)
    if spoken == 0:
        raise LookupError("no time to say it in")
    return round(size * 60_000 / spoken)


def _spoken(call: Call, pieces: tuple[Piece, ...]) -> int:
    return sum(end - start for start, end in (_times(call.turns[piece.turn]) for piece in pieces))


def _silence(call: Call, number: int) -> int | None:
    ends = [_times(turn)[1] for turn in _before(call, number)]
    return max(0, _times(call.turns[number])[0] - max(ends)) if ends else None


def _before(call: Call, number: int) -> list[Turn]:
    return [
        turn
        for turn in call.turns[:number]
        if turn.role != "system" or None not in (turn.start_ms, turn.end_ms)
    ]


def _times(turn: Turn) -> tuple[int, int]:
    if turn.start_ms is None or turn.end_ms is None or turn.end_ms < turn.start_ms:
        raise LookupError("no times")
    return turn.start_ms, turn.end_ms
