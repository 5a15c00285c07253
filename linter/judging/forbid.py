"""``forbid``: a signal that must not be there, unless something excuses it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.judging.outcome import Outcome, finding, hit_evidence, one_a_turn, spot_of
from linter.model import Finding
from linter.rulebook.types import Forbid, Rule, Unless
from linter.signals.detect import Seen
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn


def judge_forbid(rule: Rule, spec: Forbid, view: CallView) -> Outcome:
    """Every forbidden hit that nothing excuses; at most one finding a speaking turn."""
    if spec.when and not view.any_hits(spec.when):
        return Outcome("not_applicable", "没有出现触发条件")
    findings = one_a_turn(_findings(rule, spec, view))
    return Outcome("violated" if findings else "met", findings=findings)


def _findings(rule: Rule, spec: Forbid, view: CallView) -> Iterator[tuple[int, Finding]]:
    for seen in view.any_hits(spec.signals):
        trigger = _trigger(spec, view, seen)
        if spec.when and trigger is None:
            continue
        if any(excused(view, seen, unless) for unless in spec.unless):
            continue
        chain = [hit_evidence(view, trigger, "trigger")] if trigger else []
        for ref, _ in rule.severity_after:
            before = [s for s in view.hits(ref) if s.hit.turn < seen.hit.turn]
            chain += [hit_evidence(view, s, "context") for s in before[-1:]]
        yield (
            seen.speaking,
            finding(
                rule,
                view,
                spot_of(seen),
                chain=chain,
                certainty=seen.hit.certainty,
                slots=seen.hit.slots,
            ),
        )


def _trigger(spec: Forbid, view: CallView, seen: Seen) -> Seen | None:
    """The last trigger in whose window the hit stands, with nothing in between that ends it."""
    ends = [s.hit.turn for s in view.any_hits(spec.until)]
    for trigger in reversed(view.any_hits(spec.when)):
        start = trigger.hit.turn
        if start >= seen.hit.turn or any(start < end < seen.hit.turn for end in ends):
            continue
        window = view.agent_turns_after(start)[: spec.within]
        if any(turn.number == seen.speaking for turn in window):
            return trigger
    return None


def excused(view: CallView, seen: Seen, unless: Unless) -> bool:
    """Whether one of the excusing signals stands where ``unless`` says."""
    return any(_stands(view, seen, excuse, unless) for excuse in view.any_hits(unless.signals))


def _stands(view: CallView, seen: Seen, excuse: Seen, unless: Unless) -> bool:
    here, there = seen.speaking, excuse.speaking
    match unless.where:
        case "same_turn":
            return here == there
        case "same_or_next":
            following = view.agent_turns_after(view.turns[here].last)[: unless.turns]
            return here == there or there in {turn.number for turn in following}
        case "earlier":
            return there < here
        case "before":
            own = [t.number for t in _side(view, excuse) if t.number < here]
            return there in own[-unless.turns :]
        case "after":
            own = [t.number for t in _side(view, excuse) if t.number > here]
            return there in own[: unless.turns]


def _side(view: CallView, seen: Seen) -> tuple[SpeakingTurn, ...]:
    role = view.turns[seen.speaking].role
    return tuple(turn for turn in view.substantive if turn.role == role)
