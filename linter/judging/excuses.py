"""What excuses a forbidden hit: asked for every hit, and never by looking at every excuse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from linter.frozen import dataclass
from linter.judging.outcome import turn_of
from linter.judging.windows import count_before, first_after
from linter.model import Role
from linter.rulebook.types import Unless
from linter.signals.detect import Seen
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn


@dataclass(frozen=True, slots=True)
class _Side:
    """The excuses of one side.

    :ivar own: its substantive turns.
    :ivar hits: the excuses in order of place.
    :ivar others: for each of them, the index of the next one in another speaking turn.
    """

    own: tuple[SpeakingTurn, ...]
    hits: Sequence[Seen]
    others: Sequence[int]

    @classmethod
    def of(cls, own: tuple[SpeakingTurn, ...], hits: Sequence[Seen]) -> _Side:
        others = [len(hits)] * len(hits)
        for at in range(len(hits) - 2, -1, -1):
            same = hits[at].speaking == hits[at + 1].speaking
            others[at] = others[at + 1] if same else at + 1
        return cls(own, hits, others)

    def stands(self, low: int, high: int, but: int) -> bool:
        """Whether an excuse stands from original turn ``low`` on and before ``high``.

        :param but: the speaking turn in which none counts.
        """
        at = bisect_left(self.hits, low, key=turn_of)
        if at < len(self.hits) and self.hits[at].speaking == but:
            at = self.others[at]
        return at < len(self.hits) and self.hits[at].hit.turn < high


@dataclass(frozen=True, slots=True)
class Excuses:
    """All hits of one ``unless``, ready to be asked about."""

    unless: Unless
    view: CallView
    hits: Sequence[Seen]
    speaking: frozenset[int]
    sides: tuple[_Side, ...]

    @classmethod
    def of(cls, unless: Unless, view: CallView) -> Excuses:
        """The excuses that stand in a call."""
        return cls._of(unless, view, view.any_hits(unless.signals))

    @classmethod
    def _of(cls, unless: Unless, view: CallView, hits: Sequence[Seen]) -> Excuses:
        roles: dict[Role, list[Seen]] = {}
        for seen in hits:
            roles.setdefault(view.turns[seen.speaking].role, []).append(seen)
        sides = (
            # The system's lines are no turns: where they stand, both sides' turns tell.
            _Side.of(tuple(t for t in view.substantive if role in (t.role, "system")), own)
            for role, own in roles.items()
        )
        speaking = frozenset(seen.speaking for seen in hits)
        return cls(unless, view, hits, speaking, tuple(sides))

    def standing(self, here: int, at: int) -> Seen | None:
        """The first that stands where ``unless`` says, a certain one before a doubtful one."""
        if not self.stand(here, at):
            return None
        there = [
            one for one in self.hits if Excuses._of(self.unless, self.view, [one]).stand(here, at)
        ]
        sure = [one for one in there if one.hit.certainty == "certain"]
        return next(iter([*sure, *there]), None)

    def cover(self, seen: Seen) -> bool:
        """Whether one of them stands where ``unless`` says, seen from a hit."""
        return self.stand(seen.speaking, seen.hit.turn)

    def stand(self, here: int, at: int) -> bool:
        """The same, seen from an original turn, ``at``, of the speaking turn ``here``."""
        match self.unless.where:
            case "same_turn":
                return here in self.speaking
            case "same_or_next":
                return here in self.speaking or self._follows(self.view.turns[here])
            case "earlier":
                return any(side.stands(0, at, here) for side in self.sides)
            case "before":
                return any(side.stands(self._low(side, at, here), at, here) for side in self.sides)
            case "after":
                return any(
                    side.stands(at + 1, self._high(side, at, here), here) for side in self.sides
                )

    def _follows(self, turn: SpeakingTurn) -> bool:
        turns = self.view.agent_turns
        after = first_after(turns, turn.last, turn.number)
        return any(t.number in self.speaking for t in turns[after : after + self.unless.turns])

    def _low(self, side: _Side, turn: int, here: int) -> int:
        """The first original turn that is near enough before a hit.

        A short answer (好的。) is no turn to count, but it may be the excuse.
        """
        reach = count_before(side.own, turn, here) - self.unless.turns
        return side.own[reach].first if reach >= 0 else 0

    def _high(self, side: _Side, turn: int, here: int) -> int:
        """The first original turn that is too far after a hit."""
        reach = first_after(side.own, turn, here) + self.unless.turns - 1
        return side.own[reach].last + 1 if reach < len(side.own) else len(self.view.call.turns)
