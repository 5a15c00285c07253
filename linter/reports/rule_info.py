"""What formats that describe the rules say of each."""

from __future__ import annotations

from collections.abc import Iterable
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


def rule_infos(book: RuleBook) -> tuple[RuleInfo, ...]:
    """The rules that find problems, in the order of the book."""
    return tuple(_infos(book))


def _infos(book: RuleBook) -> Iterable[RuleInfo]:
    for rule in book.rules:
        if not rule.praise:
            yield RuleInfo(
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
