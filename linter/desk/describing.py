"""What a report says of the rules and of the scoring scheme that it was made by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.reports.objects import points_object
from linter.reports.rule_info import RuleInfo, rule_infos
from linter.rulebook.types import RuleBook

if TYPE_CHECKING:
    from linter.scoring.scheme import Scheme


def described_rules(book: RuleBook) -> tuple[RuleInfo, ...]:
    """All rules, praise included, in the order of the book."""
    return rule_infos(book, praise=True)


def described_scheme(scheme: Scheme | None) -> dict[str, Any] | None:
    """The scheme's name, full score and bands, best first; ``None`` without a scheme."""
    if scheme is None:
        return None
    return {
        "name": scheme.name,
        "full": points_object(scheme.full),
        "bands": [{"name": one.name, "from": points_object(one.least)} for one in scheme.bands],
    }
