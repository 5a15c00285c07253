"""Which profiles make a rule judge otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from linter.describing import signal_names
from linter.rulebook.profiles import in_force
from linter.rulebook.types import Profile, Rule, RuleBook


def changed_by(book: RuleBook) -> Mapping[str, tuple[Profile, ...]]:
    """Rule → the profiles that change it, a signal it rests on, or turn it off.

    :raises RuleErrors: when the changes of a profile do not go together.
    """
    found: dict[str, tuple[Profile, ...]] = {}
    for profile in book.profiles:
        other = in_force(book, (profile.name,))
        others = {rule.id: rule for rule in other.rules}
        for rule in book.rules:
            if not _same(book, rule, other, others.get(rule.id)):
                found[rule.id] = (*found.get(rule.id, ()), profile)
    return found


def _same(book: RuleBook, rule: Rule, other: RuleBook, changed: Rule | None) -> bool:
    return rule == changed and all(
        book.signals[name] == other.signals.get(name) for name in signal_names(book, rule)
    )
