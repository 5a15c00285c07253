"""What a rule says of a call in which nothing that it begins with can be."""

from __future__ import annotations

from linter.judging.outcome import Outcome
from linter.rulebook.types import Forbid, Measure, Ref, Repeat, Require, Rise, Rule, Steps

NO_TRIGGER = Outcome("not_applicable", "没有出现触发条件")
NO_STEP = Outcome("not_applicable", "没有出现第一步")
NO_CAUSE = Outcome("not_applicable", "坐席没有拱火的话")
NOTHING_FORBIDDEN = Outcome("met")


def idle(rule: Rule) -> Outcome | None:
    """The outcome where there is no hit of any of :func:`wakers`; ``None``: it has to be judged."""
    match rule.judge:
        case Forbid(when=when):
            return NO_TRIGGER if when else NOTHING_FORBIDDEN
        case Require(when=when):
            return NO_TRIGGER if when else None
        case Repeat() as spec:
            minded = spec.then or spec.card
            return NO_TRIGGER if spec.when else NOTHING_FORBIDDEN if minded else None
        case Steps():
            return NO_STEP
        case Measure(of="count" | "mixed"):
            return NOTHING_FORBIDDEN
        case Measure():
            return None
        case Rise():
            return NO_CAUSE


def wakers(rule: Rule) -> tuple[Ref, ...] | None:
    """The references of which one has to have a hit, or else the rule is :func:`idle`.

    ``None`` where that cannot be told from signals alone: a piece of information may be given
    in words that no signal knows.
    """
    refs = _wakers(rule)
    return None if any(ref.is_state for ref in refs) else refs


def _wakers(rule: Rule) -> tuple[Ref, ...]:
    match rule.judge:
        case Forbid() as spec:
            return spec.when or (spec.only_if[0].signals if spec.only_if else spec.signals)
        case Require(when=when):
            return when
        case Repeat() as spec:
            card = (*spec.card.between, *spec.card.next) if spec.card else ()
            return spec.when or spec.then or tuple(ref for ref, points in card if points > 0)
        case Steps() as spec:
            starts = spec.steps if spec.any_order else spec.steps[:1]
            return tuple(ref for step in starts for ref in step.signals)
        case Measure() as spec:
            return spec.signals
        case Rise():
            return ()
