"""``forbid``: every hit is held against every trigger, every end and every excuse."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model import Finding
from linter.rulebook.types import Forbid, Rule, Unless

from .outcome import (
    Outcome,
    chosen,
    finding,
    hit_evidence,
    one_a_turn,
    place_of,
    seen_before,
    spot_of,
)
from .seen import Seen, View
from .turns import SpeakingTurn


def judge_forbid(rule: Rule, spec: Forbid, view: View) -> Outcome:
    """Every forbidden hit that nothing excuses; at most one finding a speaking turn."""
    if spec.when and not chosen(view.any_hits(spec.when), spec.which):
        return Outcome("not_applicable", "没有出现触发条件")
    findings = one_a_turn(_findings(rule, spec, view))
    return Outcome("violated" if findings else "met", findings=findings)


def _findings(rule: Rule, spec: Forbid, view: View) -> Iterator[tuple[int, Finding]]:
    hits = view.any_hits(spec.signals)
    for seen in hits if spec.when else chosen(hits, spec.which):
        trigger = _trigger(spec, view, seen)
        if spec.when and trigger is None:
            continue
        if any(excused(view, seen, unless) for unless in spec.unless):
            continue
        there = [_first(view, seen, place) for place in spec.only_if]
        if None in there:
            continue
        needed = [one for one in (trigger, *there) if one is not None]
        chain = [hit_evidence(view, trigger, "trigger")] if trigger else []
        chain += [
            hit_evidence(view, one, "outcome" if one.hit.turn > seen.hit.turn else "context")
            for one in there
            if one is not None
        ]
        for ref, _ in rule.severity_after:
            before = seen_before(view, ref, view.turns[seen.speaking])
            chain += [hit_evidence(view, s, "context") for s in before[-1:]]
        if seen.hit.note:
            chain.append(hit_evidence(view, seen, "note"))
        doubtful = any(one.hit.certainty == "review" for one in needed)
        yield (
            seen.speaking,
            finding(
                rule,
                view,
                spot_of(seen),
                chain=chain,
                certainty="review" if doubtful else seen.hit.certainty,
                slots=seen.hit.slots,
            ),
        )


def _trigger(spec: Forbid, view: View, seen: Seen) -> Seen | None:
    """The last trigger in whose window the hit stands; a certain one before a doubtful one."""
    ends = [place_of(s) for s in view.any_hits(spec.until)]
    found = [
        trigger
        for trigger in reversed(chosen(view.any_hits(spec.when), spec.which))
        if _in_window(spec, view, trigger, seen)
        and not any(place_of(trigger) < end < place_of(seen) for end in ends)
    ]
    sure = [trigger for trigger in found if trigger.hit.certainty == "certain"]
    return next(iter([*sure, *found]), None)


def _in_window(spec: Forbid, view: View, trigger: Seen, seen: Seen) -> bool:
    """Whether the hit stands in the agent turns after the trigger's own turn."""
    if place_of(seen) < place_of(trigger):
        return False
    after = [t for t in view.agent_turns_after(trigger.hit.turn) if t.number != trigger.speaking]
    return any(turn.number == seen.speaking for turn in after[: spec.within])


def excused(view: View, seen: Seen, unless: Unless) -> bool:
    """Whether one of the excusing signals stands where ``unless`` says."""
    return _first(view, seen, unless) is not None


def _first(view: View, seen: Seen, place: Unless) -> Seen | None:
    """Of what stands where it has to, the first certain one, or the first."""
    return first_there(view, seen.speaking, seen.hit.turn, place)


def first_there(view: View, here: int, at: int, place: Unless) -> Seen | None:
    """The same, seen from an original turn of a speaking turn."""
    there = [one for one in view.any_hits(place.signals) if _stands(view, here, at, one, place)]
    return min(there, key=lambda one: one.hit.certainty != "certain", default=None)


def _stands(view: View, here: int, at: int, excuse: Seen, unless: Unless) -> bool:
    there = excuse.speaking
    match unless.where:
        case "same_turn":
            return here == there
        case "same_or_next":
            following = view.agent_turns_after(view.turns[here].last)[: unless.turns]
            return here == there or there in {turn.number for turn in following}
        case "earlier":
            return here != there and excuse.hit.turn < at
        case "before":
            own = [turn for turn in _side(view, here, excuse) if turn.first < at]
            # A short answer (好的。) is no turn to count, but it may be the excuse.
            reach = own[-unless.turns].first if len(own) >= unless.turns else 0
            return here != there and reach <= excuse.hit.turn < at
        case "after":
            own = [turn for turn in _side(view, here, excuse) if turn.last > at]
            enough = len(own) >= unless.turns
            limit = own[unless.turns - 1].last if enough else len(view.call.turns)
            return here != there and at < excuse.hit.turn <= limit


def _side(view: View, here: int, excuse: Seen) -> tuple[SpeakingTurn, ...]:
    """The substantive turns of the excuse's side but for the hit's own; of both for the system."""
    role = view.turns[excuse.speaking].role
    own = [t for t in view.substantive if role in (t.role, "system")]
    return tuple(t for t in own if t.number != here)
