"""Whether a dimension is scored on a call, and why not.

A dimension that nobody could judge has no full marks: it would seem to have passed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from linter.judged import Verdict
from linter.scoring.scheme import Dimension

Status = Literal["scored", "not_applicable", "not_evaluated"]

_JUDGED = ("violated", "met")
NO_RULES = "这一维的规则一条也没有选"
NONE_APPLIES = "这一维的规则对这通都不适用"


def left_out(
    dimension: Dimension, rules: Sequence[str], verdicts: Mapping[str, Verdict], *, found: bool
) -> tuple[Status, str]:
    """A dimension's status, and what is to be said of what is left out, of it or in it.

    :param rules: those of the dimension that were asked for.
    :param found: whether one of them has a finding that counts.
    """
    if dimension.not_evaluated:
        return "not_evaluated", dimension.not_evaluated
    said = [verdicts[rule] for rule in rules if rule in verdicts]
    unjudged = [verdict for verdict in said if verdict.status == "not_evaluated"]
    why = "、".join(dict.fromkeys(verdict.reason for verdict in unjudged if verdict.reason))
    if found or any(verdict.status in _JUDGED for verdict in said):
        return "scored", f"其中 {len(unjudged)} 条规则没有判：{why}" if unjudged else ""
    if unjudged:
        return "not_evaluated", why
    return "not_applicable", NONE_APPLIES if rules else NO_RULES
