"""What can be measured of a speaking turn: how long, how fast, after what silence.

Speech rates are characters a minute; a Han character, a letter and a digit each count as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from linter.model import Call
from linter.rulebook.types import MeasureOf, TurnMeasure, Who
from linter.signals.clock import Clock, times
from linter.signals.similar import bare, most_alike
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


@dataclass(frozen=True)
class Meter:
    """Measures the turns of one call; what several of them need is worked out once."""

    call: Call
    turns: Sequence[SpeakingTurn]
    _rows: dict[tuple[MeasureOf, Who], tuple[int, Rows]] = field(default_factory=dict)

    @cached_property
    def clock(self) -> Clock:
        """When the others were heard."""
        return Clock(self.call)

    def measured(self, turn: SpeakingTurn, of: MeasureOf, least: int = 0) -> Measured | None:
        """What is measured of a turn.

        ``None`` where there is nothing to measure: the silence before the first turn, the rate of
        a turn under :data:`SHORTEST_RATED`, the repetition of the first or of a short one.

        :param least: less than this may be said to be 0.
        :raises LookupError: where the times it takes are missing or run backwards.
        """
        match of:
            case "characters":
                return Measured(characters(turn))
            case "repetition":
                return self._repetition(turn, least)
            case "rate":
                return _rate(self.call, turn)
            case "duration":
                return Measured(_spoken_ms(self.call, turn.pieces))
            case "silence":
                return self._silence(turn)
            case "overlap":
                return Measured(self.clock.overlap_ms(turn))

    def rows(self, of: MeasureOf, who: Who, least: int = 0) -> Rows:
        """What is measured of all substantive turns of a side, worked out once.

        :param least: less than this may be said to be 0.
        """
        # Only likeness is cheaper to tell when little of it does not matter.
        least = least if of == "repetition" else 0
        known = self._rows.get((of, who))
        if known is None or known[0] > least:
            known = self._rows[of, who] = least, self._measure(of, who, least)
        return known[1]

    def _measure(self, of: MeasureOf, who: Who, least: int) -> Rows:
        found: list[tuple[SpeakingTurn, Measured]] = []
        unknown = False
        for turn in self.turns:
            if not turn.substantive or who not in ("any", turn.role):
                continue
            try:
                measure = self.measured(turn, of, least)
            except LookupError:
                unknown = True
                if not self.clock.timed:
                    # Nor can any other be measured.
                    break
                continue
            if measure is not None:
                found.append((turn, measure))
        values = [measure.value for _, measure in found]
        return Rows(found, unknown, min(values, default=0), max(values, default=0))

    def longest(self, who: Who) -> int:
        """How many characters, boundaries included, the longest turn of a side has."""
        sizes = [len(t.text) for t in self.turns if t.substantive and who in ("any", t.role)]
        return max(sizes, default=0)

    def _silence(self, turn: SpeakingTurn) -> Measured | None:
        """The longest of the silences before the turn's pieces.

        Whoever asked for a moment goes on, for the recogniser, in the same turn.
        """
        longest: Measured | None = None
        for number, piece in enumerate(turn.pieces):
            silence = self.clock.silence_ms(piece.turn)
            if silence is not None and (longest is None or silence > longest.value):
                longest = Measured(silence, number)
        return longest

    def _repetition(self, turn: SpeakingTurn, least: int) -> Measured | None:
        if len(turn.text) < SHORTEST_REPEATED or characters(turn) < SHORTEST_REPEATED:
            return None
        earlier = self._earlier[turn.number]
        if not earlier:
            return None
        return Measured(int(most_alike(self._bare[turn.number], earlier, least)))

    @cached_property
    def _earlier(self) -> Sequence[Sequence[str]]:
        """For each turn, the words of the side's own turns that it may repeat."""
        own: dict[str, tuple[str, ...]] = {}
        found: list[tuple[str, ...]] = []
        for turn, words in zip(self.turns, self._bare, strict=True):
            before = own.get(turn.role, ())
            found.append(before)
            if turn.substantive:
                own[turn.role] = (*before[-EARLIER + 1 :], words)
        return found

    @cached_property
    def _bare(self) -> Sequence[str]:
        """The words of each turn."""
        return [bare(turn.text) for turn in self.turns]


class Rows(NamedTuple):
    """What is measured of the turns of a side.

    :ivar unknown: whether some could not be measured.
    :ivar lowest: of all values.
    :ivar highest: of all values.
    """

    found: Sequence[tuple[SpeakingTurn, Measured]]
    unknown: bool
    lowest: int
    highest: int


def passes(limit: TurnMeasure, value: int) -> bool:
    """Whether a value is beyond a limit."""
    return (limit.over is not None and value > limit.over) or (
        limit.under is not None and value < limit.under
    )


def characters(turn: SpeakingTurn) -> int:
    """Han characters, letters and digits of a turn, fillers and stutters left out."""
    return _said(turn.text)


def _said(text: str) -> int:
    words = bare(text)
    return len(words) if words.isalnum() else sum(map(str.isalnum, words))


def _rate(call: Call, turn: SpeakingTurn) -> Measured | None:
    """The fastest of the pieces that are long enough, or else the whole turn.

    Who hears 好 after each step goes on, for the program, in the same turn: the pieces are not to
    be averaged.
    """
    rates = [
        Measured(rate, number)
        for number, piece in enumerate(turn.pieces)
        if (rate := _rate_of(_said(piece.form), call, [piece])) is not None
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


def _spoken_ms(call: Call, pieces: Sequence[Piece]) -> int:
    """How long a side spoke, the pauses between its own pieces left out."""
    spoken = 0
    for piece in pieces:
        start, end = times(call.turns[piece.turn])
        spoken += end - start
    return spoken
