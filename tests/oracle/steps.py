"""``sequence``: every chain of events is tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from linter.model import Certainty, Finding
from linter.rulebook.types import Ref, Rule, Step, Steps

from .outcome import Outcome, Spot, evidence, finding, one_a_turn
from .seen import View


@dataclass(frozen=True, slots=True)
class Event:
    """A hit or a slot state as a step sees it."""

    spot: Spot
    speaking: int
    label: str
    bindings: tuple[tuple[str, str], ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class _Chain:
    events: tuple[Event, ...]
    bindings: tuple[tuple[str, str], ...]


def judge_steps(rule: Rule, spec: Steps, view: View) -> Outcome:
    """Every chain of steps; one finding for each turn that completes one."""
    starts = spec.steps if spec.any_order else spec.steps[:1]
    if not any(events(step.signals, view) for step in starts):
        return Outcome("not_applicable", "没有出现第一步")
    findings = one_a_turn(_findings(rule, spec, view))
    return Outcome("violated" if findings else "met", findings=findings)


def _findings(rule: Rule, spec: Steps, view: View) -> Iterator[tuple[int, Finding]]:
    orders = permutations(spec.steps) if spec.any_order else (spec.steps,)
    chains = [
        (chain, [step.name for step in steps if not step.negative])
        for steps in orders
        for chain in _chains(replace(spec, steps=steps), view, steps, _Chain((), ()), ())
    ]
    # The nearest chain that ends in a turn is the one a person would point at.
    for chain, names in sorted(
        chains, key=lambda c: (_key(c[0].events[-1]), [-k for k in _flat(c[0])])
    ):
        if _excused(spec, view, chain):
            continue
        last = chain.events[-1]
        trail = [
            evidence(view, event.spot, "step", f"{name}：{event.label}")
            for name, event in zip(names[:-1], chain.events[:-1], strict=True)
        ]
        sure = all(event.certainty == "certain" for event in chain.events)
        yield (
            last.speaking,
            finding(
                rule,
                view,
                last.spot,
                chain=trail,
                certainty="certain" if sure else "review",
                slots=_slots(spec, chain),
            ),
        )


def _chains(
    spec: Steps,
    view: View,
    steps: Sequence[Step],
    chain: _Chain,
    barred: tuple[Event, ...],
) -> Iterator[_Chain]:
    """The ways to go on with ``steps``, with nothing of ``barred`` before the next one."""
    if not steps:
        yield chain
        return
    step, *rest = steps
    found = events(step.signals, view)
    if step.negative:
        yield from _chains(spec, view, rest, chain, (*barred, *found))
        return
    for event in found:
        longer = _longer(spec, view, chain, step, event)
        if longer is not None and not any(_between(longer, bar) for bar in barred):
            yield from _chains(spec, view, rest, longer, ())


def _longer(spec: Steps, view: View, chain: _Chain, step: Step, event: Event) -> _Chain | None:
    """The chain with one more event, or ``None`` where that cannot be its next step."""
    joined = _join(chain.bindings, event.bindings)
    if joined is None:
        return None
    if chain.events:
        first, last = chain.events[0], chain.events[-1]
        if _key(event) <= _key(last):
            return None
        if event.speaking == last.speaking and not _shares(spec, step, len(chain.events)):
            return None
        used = {before.speaking for before in chain.events}
        if event.speaking != last.speaking and event.speaking in used:
            return None
        if view.ordinal(event.speaking) - view.ordinal(first.speaking) > spec.span:
            return None
    return _Chain((*chain.events, event), joined)


def _shares(spec: Steps, step: Step, done: int) -> bool:
    """Whether a step may stand in the turn of the one before it, the ``done``-th.

    Where the order is free, either of the two may say so.
    """
    steps = [each for each in spec.steps if not each.negative]
    return step.shares_turn or (spec.any_order and steps[done - 1].shares_turn)


def _between(chain: _Chain, bar: Event) -> bool:
    """Whether an event that must not be there stands between the chain's last two."""
    first, last = chain.events[-2:]
    joined = _join(chain.bindings, bar.bindings)
    return joined is not None and _key(first) < _key(bar) < _key(last)


def events(refs: tuple[Ref, ...], view: View) -> list[Event]:
    """What the references name, in order of place."""
    found: list[Event] = []
    for ref in refs:
        if ref.is_state:
            assert ref.slot is not None
            found += [
                Event(
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
            found.append(Event(spot, seen.speaking, hit.signal, bound, hit.certainty))
    return sorted(found, key=lambda e: (_key(e), e.spot.end, e.label))


_STATE_LABELS = {
    "asked": "被问到",
    "given": "已给出",
    "refused": "被拒绝提供",
    "unanswered": "没有得到回答",
    "read_back": "被复述核对",
}


def _join(
    bound: tuple[tuple[str, str], ...], more: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...] | None:
    values = dict(bound)
    for variable, value in more:
        if values.setdefault(variable, value) != value:
            return None
    return tuple(values.items())


def _excused(spec: Steps, view: View, chain: _Chain) -> bool:
    first, last = chain.events[0], chain.events[-1]
    between = any(
        _key(first) < (seen.hit.turn, seen.hit.start) < _key(last)
        for seen in view.any_hits(spec.unless)
    )
    return between or any(s.speaking == last.speaking for s in view.any_hits(spec.unless_turn))


def _slots(spec: Steps, chain: _Chain) -> tuple[tuple[str, str], ...]:
    """What the slots of the steps were bound to."""
    bound = dict(chain.bindings)
    refs = [ref for step in spec.steps for ref in step.signals]
    slots = [ref.slot for ref in refs if ref.slot is not None]
    values = {slot: bound[variable] for slot, variable in reversed(slots) if variable in bound}
    return tuple(values.items())


def _key(event: Event) -> tuple[int, int]:
    return event.spot.turn, event.spot.start


def _flat(chain: _Chain) -> list[int]:
    return [event.spot.turn for event in reversed(chain.events)]
