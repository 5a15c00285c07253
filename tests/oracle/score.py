"""100, less one deduction for each act."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from linter.judged import Verdict
from linter.model import Call, Finding
from linter.rulebook.types import RuleBook

from .engine import applies

FULL = 100
DEFAULT_WEIGHT: Mapping[str, int] = {"error": 20, "warning": 5, "info": 0}


def scorable(
    book: RuleBook, call: Call, verdicts: Iterable[Verdict], off: Collection[str] = ()
) -> bool:
    """Whether one rule at least that applies to the call could be judged."""
    evaluated = {v.rule for v in verdicts if v.status != "not_evaluated"}.difference(off)
    return any(rule.id in evaluated and not applies(rule, call) for rule in book.rules)


def score(book: RuleBook, findings: Iterable[Finding]) -> dict[str, int]:
    """The total (``总分``) and what each aspect lost (negative numbers), only those that did."""
    rules = {rule.id: rule for rule in book.rules}
    acts: dict[str, tuple[int, str]] = {}
    fatal = False
    for finding in findings:
        rule = rules[finding.rule]
        if finding.certainty != "certain" or finding.praise or not finding.deduct:
            continue
        # A fatal rule's finding may be a lesser one: what was met late is only info.
        fatal = fatal or (rule.fatal and finding.severity == "error")
        weight = DEFAULT_WEIGHT[finding.severity]
        if finding.severity == rule.severity and rule.weight:
            weight = rule.weight
        acts[finding.act] = max(acts.get(finding.act, (0, "")), (weight, finding.aspect))
    lost: dict[str, int] = {}
    for weight, aspect in acts.values():
        if weight:
            lost[aspect] = lost.get(aspect, 0) - weight
    total = 0 if fatal else max(0, FULL + sum(lost.values()))
    return {"总分": total, **dict(sorted(lost.items()))}
