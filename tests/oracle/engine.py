"""All rules, one after another: first layer, second layer, yielding, acts, fingerprints."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from linter.judged import Verdict
from linter.judging.doubtful import doubted_turns, roles_doubted, surely_spoken
from linter.model import Call, Finding
from linter.rulebook.applies import against
from linter.rulebook.references import excuses, references, triggers
from linter.rulebook.types import (
    Forbid,
    Measure,
    Repeat,
    Require,
    Rise,
    Rule,
    RuleBook,
    Steps,
)

from .forbid import judge_forbid
from .measure import judge_measure
from .opinions import opined
from .outcome import Outcome, speaking_of
from .overlap import resolve_overlap
from .repeat import judge_repeat
from .require import judge_require
from .rise import judge_rise
from .seen import View
from .steps import judge_steps

_CALL_ONLY = (Require, Steps, Repeat, Rise)
"""Kinds that need the other side; a script library has only the agent's lines."""


@dataclass(frozen=True, slots=True)
class Judged:
    """All rules' answers on a call; ``hidden`` findings gave way to another or are switched off."""

    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]


def judge(book: RuleBook, view: View, off: Collection[str] = ()) -> Judged:
    """Judge a prepared call by all rules of the book."""
    outcomes: dict[str, Outcome] = {}
    for rule in book.rules:
        if not isinstance(rule.judge, Rise):
            outcomes[rule.id] = _first(rule, view)
    below = [found for outcome in outcomes.values() for found in outcome.findings]
    for rule in book.rules:
        if isinstance(rule.judge, Rise):
            outcomes[rule.id] = _second(rule, rule.judge, book, view, below)
    ordered = {rule.id: outcomes[rule.id] for rule in book.rules}
    verdicts = tuple(
        Verdict(name, outcome.status, outcome.reason, outcome.met)
        for name, outcome in ordered.items()
    )
    findings = [found for outcome in ordered.values() for found in outcome.findings]
    # Signed before yielding: what is hidden must not change a fingerprint.
    shown, hidden = resolve_overlap(book, view, _signed(view, findings), off)
    return Judged(shown, hidden, verdicts)


def added(book: RuleBook, first: Judged, other: Judged) -> Judged:
    """What another way of saying a script's lines adds: faults in the words of one line."""
    kinds = {rule.id: rule.judge for rule in book.rules}
    there = [(f.rule, f.turn, f.start, f.end) for f in (*first.findings, *first.hidden)]
    shown, verdicts = list(first.findings), list(first.verdicts)
    for found in other.findings:
        judge_of = kinds[found.rule]
        words = isinstance(judge_of, Forbid) or (
            isinstance(judge_of, Measure) and judge_of.of in ("mixed", "unbroken")
        )
        if not words or (found.rule, found.turn, found.start, found.end) in there:
            continue
        shown.append(found)
        there.append((found.rule, found.turn, found.start, found.end))
        verdicts = [
            Verdict(v.rule, "violated", "", v.turn)
            if v.rule == found.rule and v.status == "met"
            else v
            for v in verdicts
        ]
    shown.sort(key=lambda f: (f.turn, f.start, f.end, f.rule))
    return Judged(tuple(shown), first.hidden, tuple(verdicts))


def applies(rule: Rule, call: Call) -> str:
    """Why a rule does not apply to a call; empty when it does."""
    kinds = rule.applies.get("kind")
    if kinds and call.kind not in kinds:
        return f"只用于{'话术库' if 'script' in kinds else '通话'}"
    if not kinds and call.kind == "script" and isinstance(rule.judge, _CALL_ONLY):
        return "话术库没有客户的话"
    key = against(rule.applies, rule.applies_not, call)
    said = getattr(call, key) if key else ""
    if key and not said:
        return f"通话没写 {key}"
    return f"不用于 {key}={said}" if key else ""


def _barred(rule: Rule, view: View) -> Outcome | None:
    """Why a rule is not judged on a call, if it is not."""
    reason = applies(rule, view.call)
    if reason:
        return Outcome("not_applicable", reason)
    if unknown := view.roles_missing:
        return Outcome("not_evaluated", unknown)
    if doubted := roles_doubted(view.call):
        return Outcome("not_evaluated", doubted)
    return None


def _first(rule: Rule, view: View) -> Outcome:
    barred = _barred(rule, view)
    if barred:
        return barred
    outcome = _opined(rule, view, _weighed(rule, view.call, _judged(rule, view)))
    return _unless_unjudged(rule, view, outcome)


def _weighed(rule: Rule, call: Call, outcome: Outcome) -> Outcome:
    """Without what rests on turns of which it is doubtful who said them."""
    if not outcome.findings:
        return outcome
    kept = surely_spoken(rule, call, outcome.findings)
    return (
        replace(outcome, findings=kept) if kept else Outcome("not_evaluated", doubted_turns(call))
    )


def _opined(rule: Rule, view: View, outcome: Outcome) -> Outcome:
    """Without what the scorer finds unlikely."""
    if not outcome.findings:
        return outcome
    kept, why_not = opined(rule, outcome.findings, view.turns)
    if kept:
        return replace(outcome, findings=tuple(kept))
    return Outcome("met", why_not, met=outcome.met)


def _unless_unjudged(rule: Rule, view: View, outcome: Outcome) -> Outcome:
    """The outcome, unless something it rests on could not be looked for."""
    known = not any(ref.name in view.unjudged for ref in triggers(rule))
    if outcome.status == "not_applicable" and known:
        return outcome
    unjudged = [view.unjudged[ref.name] for ref in references(rule) if ref.name in view.unjudged]
    excusable = any(ref.name in view.unjudged for ref in excuses(rule))
    if unjudged and (excusable or not outcome.findings or isinstance(rule.judge, Require)):
        return Outcome("not_evaluated", unjudged[0])
    return outcome


def _judged(rule: Rule, view: View) -> Outcome:
    match rule.judge:
        case Forbid() as spec:
            return judge_forbid(rule, spec, view)
        case Require() as spec:
            return judge_require(rule, spec, view)
        case Steps() as spec:
            return judge_steps(rule, spec, view)
        case Repeat() as spec:
            return judge_repeat(rule, spec, view)
        case Measure() as spec:
            return judge_measure(rule, spec, view)
        case Rise():
            raise AssertionError("second-layer rules are judged over findings")


def _second(rule: Rule, spec: Rise, book: RuleBook, view: View, below: list[Finding]) -> Outcome:
    barred = _barred(rule, view)
    if barred:
        return barred
    risen = judge_rise(rule, spec, view, below, _ceiling(book, spec.signal))
    outcome = _opined(rule, view, _weighed(rule, view.call, risen))
    return _unless_unjudged(rule, view, outcome)


def _ceiling(book: RuleBook, signal: str) -> int:
    """The highest level of a signal or of the members whose hits count as its own."""
    spec = book.signals[signal]
    own = [pattern.level for pattern in spec.patterns]
    return max([*own, *(_ceiling(book, member) for member in spec.members)], default=0)


def _signed(view: View, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of the call, with their act and fingerprint."""
    ordered = sorted(findings, key=lambda f: (f.turn, f.start, f.end, f.rule))
    seen: Counter[tuple[str, str, str]] = Counter()
    signed = []
    for found in ordered:
        key = (found.rule, found.role, found.quote)
        seen[key] += 1
        text = "\x1f".join((*key, str(seen[key])))
        signed.append(
            replace(
                found,
                act=_digest(
                    f"{view.call.id}\x1f{speaking_of(view, found.turn).number}\x1f{found.aspect}"
                ),
                fingerprint=_digest(text),
            )
        )
    return tuple(signed)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
