"""What formats that describe the rules say of each."""

from __future__ import annotations

from typing import NamedTuple

from linter.model import Severity
from linter.rulebook.types import RuleBook


class RuleInfo(NamedTuple):
    """One rule as its readers should know it; plain text, cheap to send to another process."""

    id: str
    pack: str
    category: str
    aspect: str
    severity: Severity
    message: str
    why: str = ""
    suggestion: str = ""
    source: str = ""
    false_positives: tuple[str, ...] = ()


def rule_infos(book: RuleBook, *, praise: bool = False) -> tuple[RuleInfo, ...]:
    """The rules that find problems, in the order of the book.

    :param praise: whether those that find what was done well are among them.
    """
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
        if praise or not rule.praise
    )
