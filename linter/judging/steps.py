"""``sequence``: steps in order, joined on slots, the last of them reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from linter.judging.outcome import Outcome, Spot, evidence, finding, one_a_turn
from linter.model import Certainty, Finding
from linter.rulebook.types import Ref, Rule, Step, Steps
from linter.signals.view import CallView

Bindings = Mapping[str, str]


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


def judge_steps(rule: Rule, spec: Steps, view: CallView) -> Outcome:
    """Every chain of steps; one finding for each turn that completes one."""
    if not any(True for _ in events(spec.steps[0].signals, view)):
        return Outcome("not_applicable", "没有出现第一步")
    findings = one_a_turn(_findings(rule, spec, view))
    return Outcome("violated" if findings else "met", findings=findings)


def _findings(rule: Rule, spec: Steps, view: CallView) -> Iterator[tuple[int, Finding]]:
    chains = list(_chains(spec, view))
    # The nearest chain that ends in a turn is the one a person would point at.
    for chain in sorted(chains, key=lambda c: (_key(c.events[-1]), [-k for k in _flat(c)])):
        if _excused(spec, view, chain):
            continue
        names = [step.name for step in spec.steps if not step.negative]
        last = chain.events[-1]
        trail = [
            evidence(view, event.spot, "step", f"{name}：{event.label}")
            for name, event in zip(names[:-1], chain.events[:-1], strict=True)
        ]
        sure = all(event.certainty == "certain" for event in chain.events)
        slots = tuple((slot, _value(chain, slot)) for slot in _slot_names(spec))
        yield (
            last.speaking,
            finding(
                rule,
                view,
                last.spot,
                chain=trail,
                certainty="certain" if sure else "review",
                slots=slots,
            ),
        )


def _chains(spec: Steps, view: CallView) -> Iterator[_Chain]:
    ordinal = {turn.number: place for place, turn in enumerate(view.substantive)}

    def extend(chain: _Chain, rest: tuple[Step, ...]) -> Iterator[_Chain]:
        if not rest:
            yield chain
            return
        step, *more = rest
        if step.negative:
            # Checked by the step after it, which knows where the stretch ends.
            following, *after = more
            for longer in _next(chain, following):
                if not _between(step, chain.events[-1], longer.events[-1], view):
                    yield from extend(longer, tuple(after))
            return
        for longer in _next(chain, step):
            yield from extend(longer, tuple(more))

    def _next(chain: _Chain, step: Step) -> Iterator[_Chain]:
        for event in events(step.signals, view):
            joined = _join(chain.bindings, event.bindings)
            if joined is None or not _follows(chain, step, event):
                continue
            yield _Chain((*chain.events, event), joined)

    def _follows(chain: _Chain, step: Step, event: Event) -> bool:
        if not chain.events:
            return True
        before, first = chain.events[-1], chain.events[0]
        if _key(event) <= _key(before):
            return False
        if event.speaking == before.speaking and not step.shares_turn:
            return False
        reach = ordinal.get(event.speaking, 0) - ordinal.get(first.speaking, 0)
        return reach <= spec.span

    yield from extend(_Chain((), ()), spec.steps)


def events(refs: tuple[Ref, ...], view: CallView) -> Iterator[Event]:
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
    yield from sorted(found, key=lambda e: (_key(e), e.spot.end, e.label))


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


def _between(step: Step, first: Event, last: Event, view: CallView) -> bool:
    return any(_key(first) < _key(event) < _key(last) for event in events(step.signals, view))


def _excused(spec: Steps, view: CallView, chain: _Chain) -> bool:
    first, last = chain.events[0], chain.events[-1]
    between = any(
        _key(first) < (seen.hit.turn, seen.hit.start) < _key(last)
        for seen in view.any_hits(spec.unless)
    )
    return between or any(s.speaking == last.speaking for s in view.any_hits(spec.unless_turn))


def _slot_names(spec: Steps) -> list[str]:
    refs = [ref for step in spec.steps for ref in step.signals if ref.slot]
    return list(dict.fromkeys(ref.slot[0] for ref in refs if ref.slot))


def _value(chain: _Chain, slot: str) -> str:
    return next((value for _, value in chain.bindings), slot)


def _key(event: Event) -> tuple[int, int]:
    return event.spot.turn, event.spot.start


def _flat(chain: _Chain) -> list[int]:
    return [event.spot.turn for event in reversed(chain.events)]
