"""A call prepared for judging: its speaking turns, and every signal seen in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Sized
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

from linter.model import Call, Role
from linter.rulebook.types import Ref, Signal
from linter.signals.detect import Detector, Seen
from linter.signals.found import NOWHERE, Found, in_order, place
from linter.signals.measures import Meter
from linter.signals.opinions import Opinions
from linter.signals.placing import NO_TIMES, measure_hits, nods, positioned, reach, together
from linter.signals.search import Search
from linter.signals.sieve import Patterns
from linter.signals.slots import SlotEvent, SlotTracker
from linter.text.turns import SpeakingTurn, speaking_turns


class CallView:
    """What rules look at: a call's speaking turns, and the signals in them.

    A signal is looked for when it is first asked for, and only in turns where it may be.

    :param detector: finds the signals of the rule book.
    :param tracker: follows the pieces of information that the rule book knows.
    :param heard: what is heard of it, when that is not the call as it stands: the same turns, each
        with as many characters.
    :ivar turns: all speaking turns in order.
    """

    def __init__(
        self, call: Call, detector: Detector, tracker: SlotTracker, heard: Call | None = None
    ) -> None:
        self.call = call
        self.turns = speaking_turns(heard or call)
        self.detector = detector
        self._tracker = tracker
        self._spots = detector.sieve.spots(self.turns)
        self._found: dict[str, Found] = {}
        self._own: dict[tuple[str, int], list[Seen]] = {}
        self._standing: dict[str, tuple[Seen, ...]] = {}
        self._searches: dict[int, Search] = {}

    # Made anew when asked for: kept, they would keep the view alive until the next collection.
    @property
    def seen(self) -> Mapping[str, tuple[Seen, ...]]:
        """Signal name → its hits in order; only signals that have some."""
        return _OfSignals(self, self.standing)

    @property
    def taken_back(self) -> Mapping[str, tuple[Seen, ...]]:
        """Signal name → what would have been a hit but for an exception."""
        return _OfSignals(self, lambda name: self.found(name).taken_back)

    @property
    def unjudged(self) -> Mapping[str, str]:
        """Signals that could not be looked for, and why."""
        return _OfSignals(self, lambda name: self.found(name).unjudged)

    @property
    def possible(self) -> Collection[str]:
        """Signals that may have hits of their own; those of no other can be anywhere."""
        return self._spots.signals

    @cached_property
    def slots(self) -> tuple[SlotEvent, ...]:
        """What became of each piece of information, in order."""
        return self._tracker.events(self.turns, self.seen)

    @cached_property
    def agent_turns(self) -> tuple[SpeakingTurn, ...]:
        """The substantive agent turns: what windows count."""
        return tuple([t for t in self.turns if t.substantive and t.role == "agent"])

    @cached_property
    def customer_turns(self) -> tuple[SpeakingTurn, ...]:
        """The substantive customer turns."""
        return tuple([t for t in self.turns if t.substantive and t.role == "customer"])

    @cached_property
    def substantive(self) -> tuple[SpeakingTurn, ...]:
        """All substantive turns."""
        return tuple([t for t in self.turns if t.substantive])

    @cached_property
    def ordinals(self) -> tuple[int, ...]:
        """For each speaking turn, how many turns are substantive up to it; it included."""
        return tuple(accumulate([int(turn.substantive) for turn in self.turns]))

    @cached_property
    def meter(self) -> Meter:
        """Measures the turns of the call."""
        return Meter(self.call, self.turns)

    @cached_property
    def opinions(self) -> Opinions:
        """What the learned scorer thinks of the turns of the call."""
        return self.detector.opinions(self.turns)

    @cached_property
    def roles_known(self) -> bool:
        """Whether it is known who is who: an agent and, unless it is a script, a customer."""
        roles = {turn.role for turn in self.turns}
        return "agent" in roles and (self.call.kind == "script" or "customer" in roles)

    @property
    def roles_missing(self) -> str:
        """Why rules cannot be judged for want of roles; empty when :attr:`roles_known`."""
        if self.roles_known:
            return ""
        roles = {turn.role for turn in self.turns}
        if roles and "unknown" not in roles and len(roles & {"agent", "customer"}) == 1:
            return "只有坐席的话" if "agent" in roles else "只有客户的话"
        return "不知道谁是坐席、谁是客户"

    @cached_property
    def cut_off(self) -> bool:
        """Whether the call ends on the customer's words with no sign of an end."""
        if not self.substantive or self.call.kind == "script":
            return False
        last = self.substantive[-1]
        if last.role != "customer":
            return False
        ended = {seen.speaking for seen in self.seen.get(END_SIGNAL, ())}
        if any(turn.number in ended for turn in self.substantive[-2:]):
            return False
        return not self._closes(AGENT_HUNG_UP)

    @cached_property
    def hung_up(self) -> bool:
        """Whether the customer hung up in the middle: a line says so, no word said that it ends."""
        if not self._closes(CUSTOMER_HUNG_UP):
            return False
        last = {turn.number for turn in self.substantive[-1:]}
        return not any(seen.speaking in last for seen in self.seen.get(END_SIGNAL, ()))

    def _closes(self, signal: str) -> bool:
        last = self.substantive[-1].number if self.substantive else -1
        return any(seen.speaking > last for seen in self.seen.get(signal, ()))

    def hits(self, ref: Ref) -> tuple[Seen, ...]:
        """The hits a reference names, its level considered; slot states are not signals."""
        found = self.standing(ref.name)
        return tuple(s for s in found if s.hit.level >= ref.level) if ref.level else found

    def any_hits(self, refs: tuple[Ref, ...]) -> list[Seen]:
        """The hits of several references, in order of place."""
        if len(refs) == 1:
            return list(self.hits(refs[0]))
        found = {seen for ref in refs for seen in self.hits(ref)}
        return sorted(found, key=place) if len(found) > 1 else list(found)

    def first_within(self, refs: tuple[Ref, ...], stretch: range, role: Role) -> Seen | None:
        """The first hit of any reference in some of a side's speaking turns.

        :param stretch: numbers of speaking turns; no others need be looked at.
        """
        first: Seen | None = None
        for ref in refs:
            for seen in self._standing_within(ref.name, stretch):
                if seen.hit.level >= ref.level and self.turns[seen.speaking].role == role:
                    if first is None or place(seen) < place(first):
                        first = seen
                    break
        return first

    def _standing_within(self, name: str, stretch: range) -> Sequence[Seen]:
        spec = self.detector.signals.get(name)
        whole = len(stretch) == len(self.turns) or name in self._standing
        if spec is None or whole or spec.members or spec.at or spec.measure or spec.backchannel:
            return [seen for seen in self.standing(name) if seen.speaking in stretch]
        return in_order(seen for seen in self._own_hits(spec, stretch) if not seen.taken_back)

    def agent_turns_after(self, turn: int) -> tuple[SpeakingTurn, ...]:
        """Substantive agent turns that begin after original turn ``turn``.

        A speaking turn that was under way counts when it goes on after it.
        """
        return tuple(t for t in self.agent_turns if t.last > turn)

    def agent_turns_before(self, turn: int) -> tuple[SpeakingTurn, ...]:
        """Substantive agent turns that begin before original turn ``turn``, nearest last."""
        return tuple(t for t in self.agent_turns if t.first < turn)

    def standing(self, name: str) -> tuple[Seen, ...]:
        """A signal's hits in order; nothing for a name that is no signal's."""
        known = self._standing.get(name)
        if known is None:
            spec = self.detector.signals.get(name)
            stretch = reach(spec, self.turns) if spec is not None else None
            if spec is None or stretch is None or name in self._found:
                known = self.found(name).standing
            else:
                # Most such signals are greetings: only a few turns need looking at.
                hits = self._own_hits(spec, stretch)
                known = in_order(seen for seen in hits if not seen.taken_back)
            self._standing[name] = known
        return known

    def found(self, name: str) -> Found:
        """What became of looking for a signal; nothing for a name that is no signal's."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._look_for(name)
        return found

    def _look_for(self, name: str) -> Found:
        spec = self.detector.signals.get(name)
        if spec is None or not (self._spots.signals & self.detector.of_its_own(name)):
            return NOWHERE
        detector, call, turns = self.detector, self.call, self.turns
        hits: list[Seen] = []
        unjudged = ""
        if spec.measure is None and not spec.backchannel:
            hits = self._own_hits(spec, range(len(turns)))
        if spec.measure is not None:
            measured, unknown = measure_hits(spec, self.meter)
            hits = list(detector.of_group(spec, measured, self._search))
            unjudged = NO_TIMES if unknown else ""
        if spec.backchannel:
            hits = list(nods(spec, call, turns))
        for member in spec.members:
            found = self.found(member)
            hits += detector.of_group(spec, found.hits, self._search)
            unjudged = found.unjudged or unjudged
        hits, unknown = positioned(spec, hits, call, turns)
        unjudged = NO_TIMES if unknown else unjudged
        if spec.members:
            hits = together(spec, hits, turns, self.ordinals)
        return Found.of(hits, unjudged)

    def _own_hits(self, spec: Signal, stretch: range) -> list[Seen]:
        """What a signal itself finds in some speaking turns; in each it is looked once."""
        hits: list[Seen] = []
        if spec.name in self._spots.signals:
            for number, patterns in self._tried(spec, stretch):
                found = self._own.get((spec.name, number))
                if found is None:
                    search = self._search(number)
                    found = self.detector.hits(spec, search, self.opinions, patterns)
                    self._own[spec.name, number] = found
                hits += found
        return hits

    def _tried(self, spec: Signal, stretch: range) -> Iterable[tuple[int, Patterns]]:
        """The speaking turns in which it is looked for, in order, and by which patterns."""
        tried = self._spots.patterns_in_turns(spec, stretch)
        if spec.learned is None:
            return tried
        scored = self.opinions.beyond(spec.learned, spec.who, stretch)
        return sorted((dict.fromkeys(scored, _NO_PATTERNS) | dict(tried)).items())

    def _search(self, number: int) -> Search:
        search = self._searches.get(number)
        if search is None:
            turn = self.turns[number]
            search = self.detector.search(turn, self.turns[:number])
            self._searches[number] = search
        return search


END_SIGNAL = "通话结束"
"""The signal by which a pack says how calls end; without it any last customer turn is a cut."""
CUSTOMER_HUNG_UP = "客户挂断"
AGENT_HUNG_UP = "坐席挂断"
"""The signals by which a pack knows the line that says which side hung up."""
ENDINGS = frozenset((END_SIGNAL, CUSTOMER_HUNG_UP, AGENT_HUNG_UP))

_NO_PATTERNS: Patterns = {}

Told = TypeVar("Told", bound=Sized)


class _OfSignals(Mapping[str, Told]):
    """One thing that was found of each signal, for those of which it is not empty."""

    __slots__ = ("_of", "_view")

    def __init__(self, view: CallView, of: Callable[[str], Told]) -> None:
        self._view = view
        self._of: Callable[[str], Told] = of

    def __getitem__(self, name: str) -> Told:
        found = self._of(name)
        if not found:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        names = (spec.name for spec in self._view.detector.members_first)
        return (name for name in names if self._of(name))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def prepare(
    call: Call, detector: Detector, tracker: SlotTracker, heard: Call | None = None
) -> CallView:
    """Fold and join a call, and find out what may be in it."""
    return CallView(call, detector, tracker, heard)
