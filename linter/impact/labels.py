"""What the labels of a call say of a finding, where a call carries labels."""

from __future__ import annotations

from collections.abc import Mapping

from linter.evaluation.model import Outcome
from linter.evaluation.outcomes import Place, outcome
from linter.model import Call, Finding

Labels = frozenset[Place]


def labels_of(call: Call) -> Labels | None:
    """The labels, as evaluations read them (``docs/evaluation.md``); ``None`` without any.

    Whether they are right is for ``huashu eval`` to say: a field of this name that holds something
    else is none of ours.
    """
    rows = call.meta.get("labels")
    if not isinstance(rows, list) or not all(map(_is_label, rows)):
        return None
    return frozenset(Place(row["category"], row["turn"]) for row in rows)


def _is_label(row: object) -> bool:
    return (
        isinstance(row, Mapping)
        and isinstance(row.get("category"), str)
        and isinstance(row.get("turn"), int)
        and not isinstance(row["turn"], bool)
    )


def told(finding: Finding, labels: Labels | None) -> Outcome | None:
    """Whether the labels bear out a finding."""
    if labels is None or finding.praise:
        return None
    return outcome(Place(finding.category, finding.turn), labels)
