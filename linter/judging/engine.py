"""Judging one call by all rules: first layer, second layer, yielding, acts, fingerprints."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from linter.judging.forbid import judge_forbid
from linter.judging.measure import judge_measure
from linter.judging.outcome import Outcome, merged, speaking_of
from linter.judging.repeat import judge_repeat
from linter.judging.require import judge_require
from linter.judging.rise import judge_rise
from linter.judging.steps import judge_steps
from linter.model import Call, Evidence, Finding, Verdict
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
from linter.signals.view import CallView

_CALL_ONLY = (Require, Steps, Repeat, Rise)
"""Kinds that need the other side; a script library has only the agent's lines."""


@dataclass(frozen=True, slots=True)
class Judged:
    """All rules' answers on a call; ``hidden`` findings yielded to another one."""

    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]


def judge(book: RuleBook, view: CallView) -> Judged:
    """Judge a prepared call by all rules of the book."""
    first: dict[str, Outcome] = {}
    for rule in book.rules:
        if not isinstance(rule.judge, Rise):
            first[rule.id] = _judged(rule, view)
    below = [found for outcome in first.values() for found in outcome.findings]
    outcomes = {
        rule.id: _second(rule, book, view, below)
        if isinstance(rule.judge, Rise)
        else first[rule.id]
        for rule in book.rules
    }
    verdicts = tuple(
        Verdict(name, outcome.status, outcome.reason, outcome.met)
        for name, outcome in outcomes.items()
    )
    findings = [found for outcome in outcomes.values() for found in outcome.findings]
    shown, hidden = _yielding(book, view, findings)
    return Judged(_signed(view, shown), _signed(view, hidden), verdicts)


def applies(rule: Rule, call: Call) -> str:
    """Why a rule does not apply to a call; empty when it does."""
    kinds = rule.applies.get("kind")
    if kinds and call.kind not in kinds:
        return f"只用于{'话术库' if 'script' in kinds else '通话'}"
    if not kinds and call.kind == "script" and isinstance(rule.judge, _CALL_ONLY):
        return "话术库没有客户的话"
    for key, wanted in rule.applies.items():
        value = getattr(call, key) if key != "kind" else ""
        if key != "kind" and value and value not in wanted:
            return f"不用于 {key}={value}"
    return ""


def _judged(rule: Rule, view: CallView) -> Outcome:
    reason = applies(rule, view.call)
    if reason:
        return Outcome("not_applicable", reason)
    if not view.roles_known:
        return Outcome("not_evaluated", "不知道谁是坐席、谁是客户")
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


def _second(rule: Rule, book: RuleBook, view: CallView, below: list[Finding]) -> Outcome:
    assert isinstance(rule.judge, Rise)
    reason = applies(rule, view.call)
    if reason:
        return Outcome("not_applicable", reason)
    if not view.roles_known:
        return Outcome("not_evaluated", "不知道谁是坐席、谁是客户")
    patterns = book.signals[rule.judge.signal].patterns
    ceiling = max((pattern.level for pattern in patterns), default=0)
    return judge_rise(rule, rule.judge, view, below, ceiling)


def _yielding(
    book: RuleBook, view: CallView, findings: list[Finding]
) -> tuple[list[Finding], list[Finding]]:
    """Findings that are shown, and those that gave way to another on the same speaking turn."""
    rules = {rule.id: rule for rule in book.rules}
    speaking = {found: speaking_of(view, found.turn).number for found in findings}
    extra: dict[Finding, list[Evidence]] = {}
    hidden: list[Finding] = []
    for found in findings:
        winners = [
            other
            for other in findings
            if other.rule in rules[found.rule].yields_to and speaking[other] == speaking[found]
        ]
        if winners:
            hidden.append(found)
            note = Evidence(found.turn, found.start, found.end, found.quote, "yielded", found.rule)
            extra.setdefault(winners[0], []).append(note)
    shown = [
        replace(found, evidence=merged(found.evidence, extra.get(found, ())))
        for found in findings
        if found not in hidden
    ]
    return shown, hidden


def _signed(view: CallView, findings: Iterable[Finding]) -> tuple[Finding, ...]:
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
                act=_digest(f"{view.call.id}\x1f{speaking_of(view, found.turn).number}"
                            f"\x1f{found.aspect}"),
                fingerprint=_digest(text),
            )
        )
    return tuple(signed)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
