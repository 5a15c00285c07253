"""What meets a demand that a trigger made: asked for every trigger, and found by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from linter.frozen import dataclass
from linter.judging.outcome import place_of, turn_of
from linter.judging.windows import count_before, first_after, rank_of
from linter.rulebook.types import Require
from linter.signals.detect import Seen
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

Range = tuple[int, int]
"""Agent turns, by their indexes: from the first up to the second, which is not one of them."""


@dataclass(frozen=True, slots=True)
class _Said:
    """The hits of one required thing that stand in agent turns, in order of place."""

    hits: Sequence[Seen]
    ranks: Sequence[int]

    @classmethod
    def of(cls, hits: Sequence[Seen], turns: Sequence[SpeakingTurn]) -> _Said:
        ranks = [(seen, rank_of(turns, seen.speaking)) for seen in hits]
        known = [(seen, rank) for seen, rank in ranks if rank is not None]
        return cls([seen for seen, _ in known], [rank for _, rank in known])

    def first(self, turns: Range, since: tuple[int, int]) -> Seen | None:
        """The first hit in some turns that stands behind a place."""
        at = max(bisect_left(self.ranks, turns[0]), bisect_right(self.hits, since, key=place_of))
        return self.hits[at] if at < len(self.hits) and self.ranks[at] < turns[1] else None


@dataclass(frozen=True, slots=True)
class Demand:
    """What a rule demands, with all that may meet it in one call.

    :ivar parts: the required things: one, whichever of the signals it is, or each of several.
    """

    spec: Require
    view: CallView
    parts: tuple[_Said, ...]
    settled: Sequence[Seen]

    @classmethod
    def of(cls, spec: Require, view: CallView) -> Demand:
        """The demand of a rule on a call."""
        things = [(ref,) for ref in spec.signals] if spec.every else [spec.signals]
        parts = tuple(_Said.of(view.any_hits(refs), view.agent_turns) for refs in things)
        return cls(spec, view, parts, view.any_hits(spec.settled))

    def after(self, trigger: Seen) -> int:
        """The index of the first agent turn after the trigger's own."""
        return first_after(self.view.agent_turns, trigger.hit.turn, trigger.speaking)

    def window(self, trigger: Seen) -> tuple[SpeakingTurn, ...]:
        """The agent turns in which the demand has to be met."""
        return self.view.agent_turns[slice(*self.reach(trigger))]

    def reach(self, trigger: Seen) -> Range:
        """The same turns by their indexes."""
        low, most = self.after(trigger), len(self.view.agent_turns)
        return low, min(low + self.spec.within, most) if self.spec.within else most

    def short(self, trigger: Seen) -> bool:
        """Whether the call was over before the agent had all the turns of the window."""
        low, high = self.reach(trigger)
        return not self.spec.within or high - low < self.spec.within

    def answer(self, trigger: Seen) -> Seen | None:
        """What met it: in the window, in the turns credited before it, or made it moot."""
        turns = self.view.agent_turns
        begun = count_before(turns, trigger.hit.turn, trigger.speaking)
        credited = max(0, begun - self.spec.credit), begun
        low, high = self.reach(trigger)
        # A turn that was under way is credited as a whole.
        uncredited = max(low, begun) if self.spec.credit else low
        met = self.met((uncredited, high), place_of(trigger), credited)
        return met or self._settled(trigger, turns[low:high])

    def met(
        self, turns: Range, since: tuple[int, int] = (-1, 0), credited: Range = (0, 0)
    ) -> Seen | None:
        """What meets it in these turns: the first of it, or the last of all of it.

        :param since: what stands before this place does not count, a turn may have begun before it.
        :param credited: earlier turns in which it counts all the same.
        """
        there = []
        for said in self.parts:
            first = said.first(credited, (-1, 0)) or said.first(turns, since)
            if first is None:
                return None
            there.append(first)
        return max(there, key=place_of)

    def _settled(self, trigger: Seen, window: Sequence[SpeakingTurn]) -> Seen | None:
        """The last sign in the trigger's turn or after it, in reach, that nothing is open."""
        reach = len(self.settled)
        if self.spec.within:
            last = window[-1].last if window else trigger.hit.turn
            reach = bisect_right(self.settled, last, key=turn_of)
        if not reach:
            return None
        sign = self.settled[reach - 1]
        return sign if sign.hit.turn >= self.view.turns[trigger.speaking].first else None
