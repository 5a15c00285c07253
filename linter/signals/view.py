"""A call prepared for judging: its speaking turns, and every signal seen in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from linter.model import Call
from linter.rulebook.types import Ref
from linter.signals.detect import Detector, Seen
from linter.signals.slots import SlotEvent, SlotTracker
from linter.text.turns import SpeakingTurn, speaking_turns


@dataclass(frozen=True)
class CallView:
    """What rules look at.

    :ivar turns: all speaking turns in order.
    :ivar seen: signal name → its hits in order.
    :ivar taken_back: signal name → what would have been a hit but for an exception.
    :ivar slots: what became of each piece of information, in order.
    """

    call: Call
    turns: tuple[SpeakingTurn, ...]
    seen: dict[str, tuple[Seen, ...]]
    taken_back: dict[str, tuple[Seen, ...]]
    slots: tuple[SlotEvent, ...]

    @cached_property
    def agent_turns(self) -> tuple[SpeakingTurn, ...]:
        """The substantive agent turns: what windows count."""
        return tuple(t for t in self.turns if t.role == "agent" and t.substantive)

    @cached_property
    def customer_turns(self) -> tuple[SpeakingTurn, ...]:
        """The substantive customer turns."""
        return tuple(t for t in self.turns if t.role == "customer" and t.substantive)

    @cached_property
    def substantive(self) -> tuple[SpeakingTurn, ...]:
        """All substantive turns."""
        return tuple(t for t in self.turns if t.substantive)

    @cached_property
    def roles_known(self) -> bool:
        """Whether it is known who is who: an agent and, unless it is a script, a customer."""
        roles = {turn.role for turn in self.call.turns}
        return "agent" in roles and (self.call.kind == "script" or "customer" in roles)

    @cached_property
    def cut_off(self) -> bool:
        """Whether the call ends on the customer's words with no sign of an end."""
        if not self.substantive or self.call.kind == "script":
            return False
        last = self.substantive[-1]
        if last.role != "customer":
            return False
        ended = {seen.speaking for seen in self.seen.get(END_SIGNAL, ())}
        return not any(turn.number in ended for turn in self.substantive[-2:])

    def hits(self, ref: Ref) -> tuple[Seen, ...]:
        """The hits a reference names, its level considered; slot states are not signals."""
        return tuple(s for s in self.seen.get(ref.name, ()) if s.hit.level >= ref.level)

    def any_hits(self, refs: tuple[Ref, ...]) -> list[Seen]:
        """The hits of several references, in order of place."""
        found = {seen for ref in refs for seen in self.hits(ref)}
        return sorted(found, key=_place)

    def agent_turns_after(self, turn: int) -> tuple[SpeakingTurn, ...]:
        """Substantive agent turns that begin after original turn ``turn``.

        A speaking turn that was under way counts when it goes on after it.
        """
        return tuple(t for t in self.agent_turns if t.last > turn)

    def agent_turns_before(self, turn: int) -> tuple[SpeakingTurn, ...]:
        """Substantive agent turns that begin before original turn ``turn``, nearest last."""
        return tuple(t for t in self.agent_turns if t.first < turn)


END_SIGNAL = "通话结束"
"""The signal by which a pack says how calls end; without it any last customer turn is a cut."""


def _place(seen: Seen) -> tuple[int, int, str, int, str]:
    """A total order: two hits at one start must not change places from run to run."""
    hit = seen.hit
    return hit.turn, hit.start, hit.signal, hit.end, hit.pattern


def prepare(call: Call, detector: Detector, tracker: SlotTracker) -> CallView:
    """Fold, join and search a call."""
    turns = speaking_turns(call)
    standing: dict[str, list[Seen]] = {}
    taken_back: dict[str, list[Seen]] = {}
    for turn in turns:
        for seen in detector.seen(turn):
            if seen.hit.signal in detector.quotable and _is_read_back(seen, turns):
                seen = replace(seen, taken_back=READ_BACK)
            kept = taken_back if seen.taken_back else standing
            kept.setdefault(seen.hit.signal, []).append(seen)
    hits = _in_order(standing)
    return CallView(call, turns, hits, _in_order(taken_back), tracker.events(turns, hits))


READ_BACK = "not_when: 读回对方的话"
"""What is said to take back the words that the other side has just used."""

_SHORTEST_READ_BACK = 4
_READ_BACK_TURNS = 6


def _is_read_back(seen: Seen, turns: tuple[SpeakingTurn, ...]) -> bool:
    """Whether the other side said the same words in its last turns before.

    Recognisers write no quotation marks, so who reads a complaint back seems to say it himself.
    Under :data:`_SHORTEST_READ_BACK` characters equal words prove nothing.
    """
    own = turns[seen.speaking]
    words = own.text[seen.start : seen.end]
    others = [t for t in turns[: seen.speaking] if t.role != own.role and t.substantive]
    return len(words) >= _SHORTEST_READ_BACK and any(
        words in turn.text for turn in others[-_READ_BACK_TURNS:]
    )


def _in_order(seen: dict[str, list[Seen]]) -> dict[str, tuple[Seen, ...]]:
    return {
        name: tuple(sorted(hits, key=lambda s: (s.hit.turn, s.hit.start, s.hit.end)))
        for name, hits in seen.items()
    }
