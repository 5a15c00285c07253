"""Judging one call by all rules: first layer, second layer, yielding, acts, fingerprints."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from linter.judged import Verdict
from linter.judging.doubtful import roles_doubted, weighed
from linter.judging.forbid import judge_forbid
from linter.judging.measure import judge_measure
from linter.judging.opined import opined
from linter.judging.outcome import Outcome, speaking_of
from linter.judging.overlap import resolve_overlap
from linter.judging.plan import Plan
from linter.judging.repeat import judge_repeat
from linter.judging.require import judge_require
from linter.judging.rise import judge_rise
from linter.judging.steps import judge_steps
from linter.model import Call, Finding
from linter.rulebook.applies import FIELDS, against
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
from linter.signals.view import CallView

_CALL_ONLY = (Require, Steps, Repeat, Rise)
"""Kinds that need the other side; a script library has only the agent's lines."""


@dataclass(frozen=True, slots=True)
class Judged:
    """All rules' answers on a call.

    :ivar hidden: findings that gave way to another one or are switched off.
    :ivar evaluated: whether one rule at least that applies to the call, and was asked for, could
        be judged.
    """

    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    evaluated: bool = True


def judge(book: RuleBook, view: CallView, off: Collection[str] = ()) -> Judged:
    """Judge a prepared call by all rules of the book; see :class:`Judge`."""
    return Judge(book, off).judge(view)


class Judge:
    """Judges calls by all rules of a book.

    Most rules have nothing to judge in most calls: no signal that could begin with it may be
    there. Their verdict is known beforehand, and they cost nothing.

    :param off: ids of rules that are judged and not shown: their findings are hidden, take
        nothing over from other rules, and still feed the second layer.
    :param plan: the book's, when it has been made before.
    """

    def __init__(self, book: RuleBook, off: Collection[str] = (), plan: Plan | None = None) -> None:
        self._book = book
        self._off = frozenset(off)
        self._plan = plan or Plan.of(book)
        self._known: dict[tuple[str, ...], _Beforehand] = {}

    def judge(self, view: CallView) -> Judged:
        """All rules' answers on a call."""
        before = self._beforehand(view)
        awake, wakes = {*self._plan.awake}, self._plan.wakes
        for name in view.possible:
            if name in wakes:
                awake.update(wakes[name])
        rules, barred = self._book.rules, before.barred
        outcomes = {n: self._first(n, view) for n in sorted(awake) if n not in barred}
        below = [found for outcome in outcomes.values() for found in outcome.findings]
        categories = {found.category for found in below}
        for number in self._plan.second:
            spec = rules[number].judge
            assert isinstance(spec, Rise)
            if number not in barred and not categories.isdisjoint(spec.categories):
                outcomes[number] = self._second_layer(number, spec, view, below)
        verdicts = list(before.verdicts)
        for number, outcome in outcomes.items():
            verdicts[number] = Verdict(
                rules[number].id, outcome.status, outcome.reason, outcome.met
            )
        findings = [found for n in sorted(outcomes) for found in outcomes[n].findings]
        evaluated = any(verdicts[number].status != "not_evaluated" for number in before.asked_for)
        if not findings:
            return Judged((), (), tuple(verdicts), evaluated)
        # Signed before yielding: what is hidden must not change a fingerprint.
        shown, hidden = resolve_overlap(self._book, view, _signed(view, findings), self._off)
        return Judged(shown, hidden, tuple(verdicts), evaluated)

    def _first(self, number: int, view: CallView) -> Outcome:
        rule = self._book.rules[number]
        outcome = opined(rule, view, weighed(rule, view.call, _judged(rule, view)))
        return _unless_unjudged(rule, view, outcome) if number in self._plan.timed else outcome

    def _second_layer(
        self, number: int, spec: Rise, view: CallView, below: list[Finding]
    ) -> Outcome:
        rule = self._book.rules[number]
        risen = judge_rise(rule, spec, view, below, self._plan.ceilings[spec.signal])
        outcome = opined(rule, view, weighed(rule, view.call, risen))
        return _unless_unjudged(rule, view, outcome) if number in self._plan.timed else outcome

    def _beforehand(self, view: CallView) -> _Beforehand:
        """What is known of the rules before anything is looked for."""
        call = view.call
        doubted = roles_doubted(call)
        said = (
            call.kind,
            *(getattr(call, field) for field in FIELDS),
            view.roles_missing,
            doubted,
        )
        known = self._known.get(said)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[said] = self._find_out(view)
        return known

    def _find_out(self, view: CallView) -> _Beforehand:
        verdicts: list[Verdict] = []
        barred: set[int] = set()
        asked_for: list[int] = []
        for number, rule in enumerate(self._book.rules):
            outcome = _barred(rule, view)
            if outcome is not None:
                barred.add(number)
            else:
                outcome = self._plan.idle[number] or _TO_BE_JUDGED
            verdicts.append(Verdict(rule.id, outcome.status, outcome.reason))
            if rule.id not in self._off and not applies(rule, view.call):
                asked_for.append(number)
        return _Beforehand(tuple(verdicts), frozenset(barred), tuple(asked_for))


@dataclass(frozen=True, slots=True)
class _Beforehand:
    """What is known of all calls that say the same of themselves.

    :ivar verdicts: of every rule, unless it has something to judge.
    :ivar barred: numbers of the rules that are not judged whatever is said.
    :ivar asked_for: numbers of the rules that apply and are shown.
    """

    verdicts: tuple[Verdict, ...]
    barred: frozenset[int]
    asked_for: tuple[int, ...]


_MOST_KNOWN = 256
"""Kinds of calls that are remembered: script libraries have a scene for each heading."""

_TO_BE_JUDGED = Outcome("met")
"""Stands for the outcome of a rule that is always judged, until it is."""


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


def _barred(rule: Rule, view: CallView) -> Outcome | None:
    """Why a rule is not judged on a call, if it is not."""
    reason = applies(rule, view.call)
    if reason:
        return Outcome("not_applicable", reason)
    if unsure := view.roles_missing or roles_doubted(view.call):
        return Outcome("not_evaluated", unsure)
    return None


def _unless_unjudged(rule: Rule, view: CallView, outcome: Outcome) -> Outcome:
    """The outcome, unless something it rests on could not be looked for.

    What was found is a fault whatever else could not be measured, but for what might excuse it; an
    absence proves nothing.
    """
    known = not any(ref.name in view.unjudged for ref in triggers(rule))
    if outcome.status == "not_applicable" and known:
        return outcome
    unjudged = [view.unjudged[ref.name] for ref in references(rule) if ref.name in view.unjudged]
    excusable = any(ref.name in view.unjudged for ref in excuses(rule))
    if unjudged and (excusable or not outcome.findings or isinstance(rule.judge, Require)):
        return Outcome("not_evaluated", unjudged[0])
    return outcome


def _judged(rule: Rule, view: CallView) -> Outcome:
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
                act=_digest(
                    f"{view.call.id}\x1f{speaking_of(view, found.turn).number}\x1f{found.aspect}"
                ),
                fingerprint=_digest(text),
            )
        )
    return tuple(signed)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
