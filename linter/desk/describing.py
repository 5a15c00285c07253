"""What a report says of the rules and of the scoring scheme that it was made by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.reports.objects import points_object
from linter.reports.rule_info import RuleInfo
from linter.rulebook.types import RuleBook

if TYPE_CHECKING:
    from linter.scoring.scheme import Scheme


def described_rules(book: RuleBook) -> tuple[RuleInfo, ...]:
    """All rules, praise included, in the order of the book."""
    return tuple(
        RuleInfo(
            rule.id,
            rule.pack,
            rule.category,
            rule.aspect,
            rule.severity,
            rule.message,
            rule.why,
            rule.suggestion,
            rule.source,
            rule.false_positives,
        )
        for rule in book.rules
    )


def described_scheme(scheme: Scheme | None) -> dict[str, Any] | None:
    """The scheme's name, full score and bands, best first; ``None`` without a scheme."""
    if scheme is None:
        return None
    return {
        "name": scheme.name,
        "full": points_object(scheme.full),
        "bands": [{"name": one.name, "from": points_object(one.least)} for one in scheme.bands],
    }
