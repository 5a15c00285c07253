"""Which trigger a forbidden hit follows: asked for every hit, and found by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from linter.frozen import dataclass
from linter.judging.outcome import chosen, place_of
from linter.judging.windows import first_after, rank_of
from linter.rulebook.types import Forbid
from linter.signals.detect import Seen
from linter.signals.view import CallView


@dataclass(frozen=True, slots=True)
class _Row:
    """Triggers in order of place, alike enough for their windows to begin in that order.

    :ivar opens: the index of the first agent turn in each one's window.
    """

    triggers: Sequence[Seen]
    opens: Sequence[int]

    def last(self, seen: Seen, rank: int, within: int, since: tuple[int, int]) -> Seen | None:
        """The last trigger from ``since`` on whose window holds a hit.

        :param rank: the index of the hit's turn among the agent's.
        """
        at = min(
            bisect_right(self.triggers, place_of(seen), key=place_of),
            bisect_right(self.opens, rank),
        )
        if not at or self.opens[at - 1] <= rank - within:
            return None
        return self.triggers[at - 1] if place_of(self.triggers[at - 1]) >= since else None


@dataclass(frozen=True, slots=True)
class Triggers:
    """The triggers of a rule in one call, and what ends their windows.

    :ivar rows: certain triggers and doubtful ones; of each, those inside an agent turn apart. The
        window of such a one begins after its own turn, that of what somebody else throws in
        (嗯。) while the agent speaks begins with that turn.
    :ivar ends: where windows end, in order.
    """

    spec: Forbid
    view: CallView
    rows: tuple[tuple[_Row, ...], tuple[_Row, ...]]
    ends: Sequence[Seen]

    @classmethod
    def of(cls, spec: Forbid, view: CallView) -> Triggers:
        """The triggers that count."""
        rows: dict[tuple[bool, bool], list[tuple[Seen, int]]] = {}
        for seen in chosen(view.any_hits(spec.when), spec.which):
            inside = rank_of(view.agent_turns, seen.speaking) is not None
            opens = first_after(view.agent_turns, seen.hit.turn, seen.speaking)
            rows.setdefault((seen.hit.certainty == "certain", inside), []).append((seen, opens))
        made = {key: _Row(*zip(*row, strict=True)) for key, row in rows.items()}
        sure, doubtful = (
            tuple(row for (certain, _), row in made.items() if certain == wanted)
            for wanted in (True, False)
        )
        return cls(spec, view, (sure, doubtful), view.any_hits(spec.until))

    def last(self, seen: Seen) -> Seen | None:
        """The last trigger in whose window the hit stands; a certain one before a doubtful one."""
        rank = rank_of(self.view.agent_turns, seen.speaking)
        if rank is None:
            return None
        ended = bisect_left(self.ends, place_of(seen), key=place_of)
        since = place_of(self.ends[ended - 1]) if ended else (0, 0)
        for rows in self.rows:
            found = [row.last(seen, rank, self.spec.within, since) for row in rows]
            if there := [trigger for trigger in found if trigger is not None]:
                return max(there, key=place_of)
        return None
