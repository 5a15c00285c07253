"""Rules where it is doubtful who spoke: what rests on a doubtful turn is not said."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from linter.judging.outcome import Outcome
from linter.model import Call, Finding
from linter.rulebook.types import Require, Rule, Steps

SURE = 0.97
"""From this confidence on inferred roles are as good as given ones."""
_SHOWN = 5


def doubtful_turns(call: Call) -> frozenset[int]:
    """The turns that may be another's than their role says."""
    return frozenset(call.casting.doubtful) if call.casting else frozenset()


def roles_doubted(call: Call) -> str:
    """Why no role of a call can be relied on; empty when they can."""
    swapped = call.casting is not None and call.casting.source == "swapped"
    return "坐席和客户像是标反了" if swapped else ""


def weighed(rule: Rule, call: Call, outcome: Outcome) -> Outcome:
    """The outcome without what rests on doubtful turns, and doubtful where the roles are."""
    if call.casting is None or not outcome.findings:
        return outcome
    kept = surely_spoken(rule, call, outcome.findings)
    if not kept:
        return Outcome("not_evaluated", doubted_turns(call))
    return outcome._replace(findings=kept)


def surely_spoken(rule: Rule, call: Call, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that rest on no doubtful turn; to be reviewed where roles are only likely.

    What is missing may have been said in a doubtful turn between where it was called for and the
    end of where it was looked for.
    """
    doubtful = doubtful_turns(call)
    kept = tuple(found for found in findings if not _rests_on(rule, found, doubtful, call))
    casting = call.casting
    if casting and casting.source == "inferred" and casting.confidence < SURE:
        return tuple(replace(found, certainty="review") for found in kept)
    return kept


def doubted_turns(call: Call) -> str:
    """Which turns of a call are doubtful, as a reason; empty when none is."""
    doubtful = sorted(doubtful_turns(call))
    if not doubtful:
        return ""
    shown = "、".join(f"#{turn}" for turn in doubtful[:_SHOWN])
    return f"{shown}{' 等' if len(doubtful) > _SHOWN else ''} 是谁说的拿不准"


def _rests_on(rule: Rule, found: Finding, doubtful: Collection[int], call: Call) -> bool:
    if not doubtful:
        return False
    turns = {found.turn, *(evidence.turn for evidence in found.evidence), *found.window}
    if not _rests_on_absence(rule):
        return not turns.isdisjoint(doubtful)
    first, last = min(turns), max(turns)
    where = rule.judge.where if isinstance(rule.judge, Require) else None
    if where == "opening":
        first = 0
    elif where == "closing":
        last = len(call.turns) - 1
    elif where == "anywhere":
        first, last = 0, len(call.turns) - 1
    return any(first <= turn <= last for turn in doubtful)


def _rests_on_absence(rule: Rule) -> bool:
    """Whether it counts what was not said between the turns of a finding."""
    if isinstance(rule.judge, Steps):
        return bool(rule.judge.unless) or any(step.negative for step in rule.judge.steps)
    return isinstance(rule.judge, Require)
