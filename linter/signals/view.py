"""A call prepared for judging: its speaking turns, and every signal seen in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from linter.model import Call
from linter.rulebook.types import Ref
from linter.signals.detect import Detector, Seen
from linter.signals.placing import NO_TIMES, measure_hits, nods, positioned, together
from linter.signals.slots import SlotEvent, SlotTracker
from linter.text.turns import SpeakingTurn, speaking_turns


@dataclass(frozen=True)
class CallView:
    """What rules look at.

    :ivar turns: all speaking turns in order.
    :ivar seen: signal name → its hits in order.
    :ivar taken_back: signal name → what would have been a hit but for an exception.
    :ivar slots: what became of each piece of information, in order.
    :ivar unjudged: signals that could not be looked for, and why.
    """

    call: Call
    turns: tuple[SpeakingTurn, ...]
    seen: dict[str, tuple[Seen, ...]]
    taken_back: dict[str, tuple[Seen, ...]]
    slots: tuple[SlotEvent, ...]
    unjudged: dict[str, str] = field(default_factory=dict)

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
    own: dict[str, list[Seen]] = {}
    for turn in turns:
        for seen in detector.seen(turn, turns[: turn.number]):
            own.setdefault(seen.hit.signal, []).append(seen)
    found: dict[str, list[Seen]] = {}
    unjudged: dict[str, str] = {}
    counted = tuple(accumulate(int(turn.substantive) for turn in turns))
    for spec in detector.members_first:
        hits = own.get(spec.name, [])
        if spec.measure is not None:
            measured, unknown = measure_hits(spec, call, turns)
            hits = list(detector.of_group(spec, measured, turns))
            unjudged |= {spec.name: NO_TIMES} if unknown else {}
        if spec.backchannel:
            hits = list(nods(spec, call, turns))
        for member in spec.members:
            hits += detector.of_group(spec, found[member], turns)
            unjudged |= {spec.name: unjudged[member]} if member in unjudged else {}
        hits, unknown = positioned(spec, hits, call, turns)
        unjudged |= {spec.name: NO_TIMES} if unknown else {}
        found[spec.name] = together(spec, hits, turns, counted)
    standing = _in_order(found, lambda seen: not seen.taken_back)
    taken_back = _in_order(found, lambda seen: bool(seen.taken_back))
    events = tracker.events(turns, standing)
    return CallView(call, turns, standing, taken_back, events, unjudged)


def _in_order(
    found: dict[str, list[Seen]], wanted: Callable[[Seen], bool]
) -> dict[str, tuple[Seen, ...]]:
    # A hit may come to a group by several of its members.
    chosen = {
        name: {seen.hit: seen for seen in reversed(hits) if wanted(seen)}
        for name, hits in found.items()
    }
    return {n: tuple(sorted(hits.values(), key=_place)) for n, hits in chosen.items() if hits}
