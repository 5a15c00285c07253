"""When what was said in a call began and ended, worked out once for all of its turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import inf
from typing import NamedTuple

from linter.model import Call, Role, Turn
from linter.text.turns import SpeakingTurn

_UNKNOWN = inf
"""Later than any time that is known: what is compared with it cannot be told."""
_NOTHING = -inf


class Span(NamedTuple):
    """From when to when an original turn was said, in milliseconds."""

    start: int
    end: int
    turn: int
    role: Role


@dataclass(frozen=True)
class Clock:
    """The times of one call."""

    call: Call

    @cached_property
    def ends(self) -> Sequence[float]:
        """When each original turn ended, in milliseconds."""
        return [_end(turn) for turn in self.call.turns]

    @cached_property
    def timed(self) -> bool:
        """Whether any turn has times."""
        return any(_NOTHING < end < _UNKNOWN for end in self.ends)

    @cached_property
    def heard(self) -> Sequence[float]:
        """When all that was said before each original turn had ended."""
        return list(accumulate(self.ends, max, initial=_NOTHING))

    @cached_property
    def others(self) -> Sequence[float]:
        """The same of what other roles than the turn's own had said."""
        found: list[float] = []
        # The role that was heard last, and the latest end of any other.
        last, latest, before = "", _NOTHING, _NOTHING
        for turn, end in zip(self.call.turns, self.ends, strict=True):
            found.append(before if turn.role == last else latest)
            if turn.role == last:
                latest = max(latest, end)
            elif end > latest:
                last, latest, before = turn.role, end, latest
            else:
                before = max(before, end)
        return found

    @cached_property
    def spans(self) -> Sequence[Span]:
        """The times of all turns, in order of time; none where they cannot be told.

        That is where a turn's times are missing or run backwards, or nothing takes any time. The
        system's lines often have none, and are nobody's speech.
        """
        spans = []
        for number, turn in enumerate(self.call.turns):
            start, end = turn.start_ms, turn.end_ms
            if start is None or end is None:
                if turn.role != "system":
                    return []
            elif end < start:
                return []
            else:
                spans.append(Span(start, end, number, turn.role))
        return sorted(spans) if any(span.end > span.start for span in spans) else []

    @cached_property
    def spoken(self) -> Mapping[Role, int]:
        """How long each role spoke, in milliseconds."""
        spoken: dict[Role, int] = {}
        for span in self.spans:
            spoken[span.role] = spoken.get(span.role, 0) + span.end - span.start
        return spoken

    @cached_property
    def lasting(self) -> int:
        """From the first word to the last, in milliseconds; 0 where times cannot be told."""
        spans = self.spans
        return max([span.end for span in spans]) - spans[0].start if spans else 0

    @cached_property
    def gaps(self) -> Sequence[tuple[int, int]]:
        """How long nobody spoke, in milliseconds, and before which original turn."""
        found = []
        heard = self.spans[0].start if self.spans else 0
        for span in self.spans:
            if span.start > heard:
                found.append((span.start - heard, span.turn))
            heard = max(heard, span.end)
        return found

    @cached_property
    def longest_gap(self) -> tuple[int, int | None]:
        """The longest of the gaps, the first one of several; 0 and no turn when there is none."""
        return max(self.gaps, key=lambda gap: (gap[0], -gap[1]), default=(0, None))

    def silence_ms(self, number: int) -> int | None:
        """From the end of all that was said before an original turn to its start.

        :returns: ``None`` where nothing was said before.
        :raises LookupError: where the times it takes are missing or run backwards.
        """
        before = self.heard[number]
        if before == _NOTHING:
            return None
        return max(0, times(self.call.turns[number])[0] - _known(before))

    def overlap_ms(self, turn: SpeakingTurn) -> int:
        """How long a side spoke while the other, who had begun before, had not yet ended.

        :raises LookupError: where the times it takes are missing or run backwards.
        """
        latest = self.others[turn.first]
        pieces = [times(self.call.turns[piece.turn]) for piece in turn.pieces]
        if latest == _NOTHING:
            return 0
        until = _known(latest)
        return sum(max(0, min(end, until) - start) for start, end in pieces)


def times(turn: Turn) -> tuple[int, int]:
    """When a turn began and ended, in milliseconds.

    :raises LookupError: where either is missing, or the end stands before the start.
    """
    if turn.start_ms is None or turn.end_ms is None or turn.end_ms < turn.start_ms:
        raise LookupError("no times")
    return turn.start_ms, turn.end_ms


def _end(turn: Turn) -> float:
    """When a turn ended; a line of the system without times is nobody's speech."""
    if turn.start_ms is None or turn.end_ms is None:
        return _NOTHING if turn.role == "system" else _UNKNOWN
    return turn.end_ms if turn.end_ms >= turn.start_ms else _UNKNOWN


def _known(time: float) -> int:
    if time == _UNKNOWN:
        raise LookupError("no times")
    return int(time)
