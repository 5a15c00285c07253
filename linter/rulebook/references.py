"""What rules refer to."""

from __future__ import annotations

from linter.rulebook.types import Forbid, Measure, Ref, Repeat, Require, Rise, Rule, Steps


def references(rule: Rule) -> tuple[Ref, ...]:
    """All signals and slot states that a rule names, as often as it names them."""
    after = tuple(ref for ref, _ in rule.severity_after)
    match rule.judge:
        case Forbid() as spec:
            places = (*spec.unless, *spec.only_if)
            there = tuple(ref for place in places for ref in place.signals)
            return (*spec.signals, *spec.when, *spec.until, *there, *after)
        case Require() as spec:
            return (*spec.signals, *spec.when, *spec.settled, *spec.nearly, *after)
        case Steps() as spec:
            steps = tuple(ref for step in spec.steps for ref in step.signals)
            return (*steps, *spec.unless, *spec.unless_turn, *after)
        case Repeat() as spec:
            told = (*spec.card.between, *spec.card.next, *spec.card.here) if spec.card else ()
            return (*spec.when, *spec.then, *spec.over, *(ref for ref, _ in told), *after)
        case Measure() as spec:
            return (*spec.signals, *after)
        case Rise() as spec:
            return (Ref(spec.signal), *after)


def excuses(rule: Rule) -> tuple[Ref, ...]:
    """The references by which a finding may be excused."""
    match rule.judge:
        case Forbid() as spec:
            return (*spec.until, *(ref for unless in spec.unless for ref in unless.signals))
        case Steps() as spec:
            barred = tuple(ref for step in spec.steps if step.negative for ref in step.signals)
            return (*barred, *spec.unless, *spec.unless_turn)
        case Repeat() as spec:
            return spec.over
    return ()


def triggers(rule: Rule) -> tuple[Ref, ...]:
    """The references without which there is nothing to judge."""
    match rule.judge:
        case Forbid() as spec:
            return spec.when
        case Require() as spec:
            return spec.when
        case Steps() as spec:
            return spec.steps[0].signals
        case Repeat() as spec:
            return spec.when
    return ()
