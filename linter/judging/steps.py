"""``sequence``: steps in order, joined on slots, the last of them reported."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, permutations
from operator import attrgetter

from linter.judged import AGAIN
from linter.judging.chains import Bounds, Chains, Nearest
from linter.judging.links import Bindings, Event, Key, Link
from linter.judging.outcome import Outcome, Spot, evidence, finding, place_of, with_spans
from linter.model import Certainty, Finding
from linter.rulebook.types import Ref, Rule, Step, Steps
from linter.signals.view import CallView

Found = Mapping[Step, tuple[Event, ...]]
"""What may be each step, in order of place."""


def judge_steps(rule: Rule, spec: Steps, view: CallView) -> Outcome:
    """Every chain of steps; one finding for each turn that completes one."""
    there = [_is_there(step.signals, view) for step in (spec.steps if spec.any_order else ())]
    if not spec.any_order:
        for step in spec.steps:
            there.append(_is_there(step.signals, view))
            if not (there[-1] or step.negative):
                # Where one is missing nobody need ask for the others.
                break
    if not any(there):
        return Outcome("not_applicable", "没有出现第一步")
    complete = len(there) == len(spec.steps) and all(
        is_there or step.negative for is_there, step in zip(there, spec.steps, strict=True)
    )
    if not complete:
        return Outcome("met")
    found = {step: events(step.signals, view) for step in spec.steps}
    findings = tuple(_findings(rule, spec, view, found))
    return Outcome("violated" if findings else "met", findings=findings)


def _is_there(refs: tuple[Ref, ...], view: CallView) -> bool:
    """Whether the references name anything."""
    return any(
        any(slot.state == ref.name for slot in view.slots)
        if ref.is_state
        else bool(view.hits(ref))
        if ref.slot is None
        else any(ref.slot[0] in dict(seen.hit.slots) for seen in view.hits(ref))
        for ref in refs
    )


def _findings(rule: Rule, spec: Steps, view: CallView, found: Found) -> Iterator[Finding]:
    excuses = _Excuses.of(spec, view)
    every = _Orders.of(spec, found, excuses)
    sure = every
    doubtful = any(e.certainty != "certain" for some in found.values() for e in some)
    if doubtful and rule.certainty == "certain":
        certain = {
            step: tuple(e for e in some if step.negative or e.certainty == "certain")
            for step, some in found.items()
        }
        sure = _Orders.of(spec, certain, excuses)
    for speaking in every.speaking():
        # The nearest chain that ends in a turn is the one a person would point at.
        orders = sure if speaking in sure.ends else every
        chain, names = orders.nearest(speaking)
        last = chain.events[-1]
        trail = [
            evidence(view, event.spot, "step", f"{name}：{event.label}")
            for name, event in zip(names[:-1], chain.events[:-1], strict=True)
        ]
        clear = all(event.certainty == "certain" for event in chain.events)
        certainty: Certainty = "certain" if clear else "review"
        reported = finding(
            rule,
            view,
            last.spot,
            chain=trail,
            certainty=certainty,
            slots=_slots(spec, chain.bindings),
        )
        yield with_spans(
            reported, (evidence(view, end.spot, *AGAIN) for _, end in every.ends[speaking])
        )


@dataclass(frozen=True, slots=True)
class _Excuses:
    """Where the chains that come to a place may begin, and where none may end.

    :ivar between: where what excuses a chain stands, when it stands between its ends.
    :ivar last_turns: the speaking turns in which no chain may end.
    """

    spec: Steps
    view: CallView
    between: Sequence[Key]
    last_turns: frozenset[int]

    @classmethod
    def of(cls, spec: Steps, view: CallView) -> _Excuses:
        return cls(
            spec,
            view,
            [place_of(seen) for seen in view.any_hits(spec.unless)],
            frozenset(seen.speaking for seen in view.any_hits(spec.unless_turn)),
        )

    def since(self, event: Event) -> Key:
        """From where on a chain that comes to an event may begin."""
        far = event.ordinal - self.spec.span
        start = (self.view.substantive[far - 1].first, 0) if far > 0 else (0, 0)
        excuses = bisect_left(self.between, event.key)
        return max(start, self.between[excuses - 1]) if excuses else start


@dataclass(frozen=True, slots=True)
class _Orders:
    """The chains of a rule, for each order that its steps may come in.

    :ivar names: for each order, the names of the steps that have to be there.
    :ivar ends: for each speaking turn in which chains end, by which order of steps, and where.
    """

    chains: tuple[Chains, ...]
    names: tuple[tuple[str, ...], ...]
    ends: Mapping[int, Sequence[tuple[int, Event]]]

    @classmethod
    def of(cls, spec: Steps, found: Found, excuses: _Excuses) -> _Orders:
        bounds = Bounds(spec.span, excuses.since)
        orders = tuple(permutations(spec.steps)) if spec.any_order else (spec.steps,)
        chains = tuple(
            Chains.of(_links(replace(spec, steps=steps), found), bounds) for steps in orders
        )
        names = tuple(tuple(step.name for step in steps if not step.negative) for steps in orders)
        completing = [
            (order, event)
            for order, chain in enumerate(chains)
            for event in chain.completing()
            if event.speaking not in excuses.last_turns
        ]
        ends: dict[int, list[tuple[int, Event]]] = {}
        for order, event in sorted(completing, key=lambda end: end[1].key):
            ends.setdefault(event.speaking, []).append((order, event))
        return cls(chains, names, ends)

    def nearest(self, speaking: int) -> tuple[Nearest, tuple[str, ...]]:
        """The nearest chain that ends soonest in a speaking turn, with the names of its steps."""
        chain, order = self._nearest(speaking)
        return chain, self.names[order]

    def speaking(self) -> Iterator[int]:
        """The speaking turns in which chains end, in order of place."""
        # A value that answers a question stands in two: in its own, and in that of the answer.
        for _, group in groupby(self.ends, key=lambda speaking: self.ends[speaking][0][1].key):
            same = list(group)
            yield from same if len(same) == 1 else sorted(same, key=self._nearness)

    def _nearest(self, speaking: int) -> tuple[Nearest, int]:
        ends = self.ends[speaking]
        soonest = [end for end in ends if end[1].key == ends[0][1].key]
        found = [(self.chains[order].nearest(event), order) for order, event in soonest]
        return min(found, key=_rank)

    def _nearness(self, speaking: int) -> _Rank:
        return _rank(self._nearest(speaking))


_Rank = tuple[tuple[int, ...], int, tuple[int, ...]]


def _rank(found: tuple[Nearest, int]) -> _Rank:
    """Of two chains the lesser is nearer; of those through the same turns it is found first."""
    chain, order = found
    return chain.turns, order, chain.indexes


def _links(spec: Steps, found: Found) -> tuple[Link, ...]:
    links: list[Link] = []
    barred: list[Event] = []
    before: Step | None = None
    for step in spec.steps:
        if step.negative:
            barred += found[step]
            continue
        # Where the order is free, either of the two steps may say that they share a turn.
        shares = step.shares_turn or (spec.any_order and before is not None and before.shares_turn)
        bars: dict[Bindings, list[Key]] = {}
        for event in sorted(barred, key=attrgetter("key")):
            bars.setdefault(event.bindings, []).append(event.key)
        links.append(Link(found[step], bars, shares))
        before, barred = step, []
    return tuple(links)


def events(refs: tuple[Ref, ...], view: CallView) -> tuple[Event, ...]:
    """What the references name, in order of place."""
    found: list[Event] = []
    for ref in refs:
        if ref.is_state:
            assert ref.slot is not None
            found += [
                _event(
                    view,
                    Spot(slot.turn, slot.start, slot.end),
                    slot.speaking,
                    f"{slot.group}{_STATE_LABELS[slot.state]}",
                    ((ref.slot[1], slot.group),),
                    "certain",
                )
                for slot in view.slots
                if slot.state == ref.name
            ]
            continue
        for seen in view.hits(ref):
            hit = seen.hit
            values = dict(hit.slots)
            if ref.slot and ref.slot[0] not in values:
                continue
            bound = ((ref.slot[1], values[ref.slot[0]]),) if ref.slot else ()
            spot = Spot(hit.turn, hit.start, hit.end)
            found.append(_event(view, spot, seen.speaking, hit.signal, bound, hit.certainty))
    return tuple(sorted(found, key=lambda e: (e.key, e.spot.end, e.label)))


def _event(
    view: CallView,
    spot: Spot,
    speaking: int,
    label: str,
    bound: Bindings,
    certainty: Certainty,
) -> Event:
    return Event(
        spot,
        (spot.turn, spot.start),
        speaking,
        view.ordinals[speaking],
        spot.turn > view.turns[speaking].last,
        label,
        bound,
        certainty,
    )


_STATE_LABELS = {
    "asked": "被问到",
    "given": "已给出",
    "refused": "被拒绝提供",
    "unanswered": "没有得到回答",
    "read_back": "被复述核对",
}


def _slots(spec: Steps, bindings: Bindings) -> tuple[tuple[str, str], ...]:
    """What the slots of the steps were bound to."""
    bound = dict(bindings)
    refs = [ref for step in spec.steps for ref in step.signals]
    slots = [ref.slot for ref in refs if ref.slot is not None]
    values = {slot: bound[variable] for slot, variable in reversed(slots) if variable in bound}
    return tuple(values.items())
