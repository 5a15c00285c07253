"""Findings whose turn does not look like what they say to the learned scorer: they are not said.

What is missing has no words that a pattern could be sure of. The scorer has read many turns after
which nothing was missed, and many after which something was: what a rule that asks for it finds
where the scorer has hardly ever seen it is more often a false alarm than not.
"""

from __future__ import annotations

from linter.judging.outcome import Outcome
from linter.rulebook.types import Rule, Weighed
from linter.signals.opinions import only
from linter.signals.view import CallView


def opined(rule: Rule, view: CallView, outcome: Outcome) -> Outcome:
    """The outcome without the findings in turns that score less than the rule wants.

    A turn that is too short to be scored is left as it is. Where no finding is left, the rule is
    met, and the reason says by how little the likeliest of them failed.
    """
    if rule.weighed is None or not outcome.findings:
        return outcome
    percents = [_percent(rule.weighed, view, found.turn) for found in outcome.findings]
    least = rule.weighed.drop or 0
    kept = tuple(
        found for found, percent in zip(outcome.findings, percents, strict=True) if percent >= least
    )
    if kept:
        return outcome._replace(findings=kept)
    return Outcome("met", f"{only(rule.weighed.of, max(percents))}，不到 {least}%", met=outcome.met)


def _percent(limits: Weighed, view: CallView, turn: int) -> int:
    percent = view.opinions.percent(limits.of, turn)
    return 100 if percent is None else percent
