"""A simple score: 100, less one deduction for each act, by axis.

Findings on one agent turn with one cause are one act and cost what the dearest of them costs.
Published score sheets take 10 to 40 points for a grave fault and 2 to 10 for a light one; no two
agree, so companies bring their own weights in their rules. Findings that are only worth a look
cost nothing. A call of which no rule could be judged has no score: full marks would say that it
passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.model import Finding
from linter.rulebook.types import RuleBook

FULL = 100
DEFAULT_WEIGHT: Mapping[str, int] = {"error": 20, "warning": 5, "info": 0}


def score(book: RuleBook, findings: Iterable[Finding]) -> dict[str, int]:
    """The total (``总分``) and what each aspect lost (negative numbers), only those that did."""
    findings = list(findings)
    found = {finding.rule for finding in findings}
    rules = {rule.id: rule for rule in book.rules if rule.id in found} if found else {}
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
