"""Severities that a user gives rules in place of their own.

They are put into the rules before anything is judged, so that what goes by severity goes by the
new one: which of two findings gives way, what an act costs, what is shown, what makes a run fail.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from linter.model import Severity
from linter.rulebook.types import Rule, RuleBook

OFF = "off"
"""In place of a severity: the rule is ignored."""

Level = str
"""A severity, or :data:`OFF`."""

Levels = tuple[tuple[tuple[str, Level], ...], ...]
"""Layers, later ones stronger, of rule or category → level; a rule is stronger than its category
in the same layer."""


def level_of(levels: Levels, rule: str, category: str) -> Level | None:
    """What a rule is given; ``None`` when that is nothing."""
    for layer in reversed(levels):
        said = dict(layer)
        found = said.get(rule, said.get(category))
        if found is not None:
            return found
    return None


def graded(book: RuleBook, levels: Levels) -> RuleBook:
    """The book with these severities in its rules."""
    if not levels:
        return book
    return replace(book, rules=tuple(_graded(rule, levels) for rule in book.rules))


def _graded(rule: Rule, levels: Levels) -> Rule:
    level = level_of(levels, rule.id, rule.category)
    if level in (None, OFF) or (level == rule.severity and not rule.severity_after):
        return rule
    # What was deducted for the old severity is no measure for the new one.
    weight = rule.weight if level == rule.severity else 0
    return replace(rule, severity=cast(Severity, level), severity_after=(), weight=weight)
