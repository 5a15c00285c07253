"""What became of the rules themselves: which are new, gone, renamed, or say something else."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import NamedTuple

from linter.differing import Difference, Differences
from linter.frozen import dataclass
from linter.rulebook.types import Rule, RuleBook


class Renamed(NamedTuple):
    """One rule under two names."""

    old: str
    new: str


class Changed(NamedTuple):
    """A rule of both books that differs.

    :ivar values: for those of its keys that are words: the old and the new one.
    """

    rule: str
    difference: Difference
    values: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class BookChanges:
    """What became of the rules, each list in the order of its book."""

    added: tuple[Rule, ...] = ()
    removed: tuple[Rule, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    changed: tuple[Changed, ...] = ()

    def new_name(self, rule: str) -> str:
        """What an old rule is called now."""
        return next((pair.new for pair in self.renamed if pair.old == rule), rule)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.renamed or self.changed)


_SHOWN = ("severity", "certainty", "category", "aspect", "status", "message", "suggestion")
"""Keys whose values are short enough to be shown."""

_SIGNATURES: tuple[Callable[[Rule], Hashable], ...] = (
    lambda rule: (rule.category, repr(rule.judge), rule.message),
    lambda rule: (rule.category, repr(rule.judge)),
    lambda rule: (rule.category, rule.message),
)
"""What makes a rule the same under another name, the surest first."""


def compare_books(old: RuleBook, new: RuleBook) -> BookChanges:
    """Hold the rules of two books against each other."""
    was = {rule.id: rule for rule in old.rules}
    now = {rule.id: rule for rule in new.rules}
    gone = [rule for rule in old.rules if rule.id not in now]
    come = [rule for rule in new.rules if rule.id not in was]
    renamed = _renamed(gone, come)
    before = {pair.new: pair.old for pair in renamed}
    differences = Differences(old, new)
    changed = (
        _changed(was[before.get(rule.id, rule.id)], rule, differences)
        for rule in new.rules
        if before.get(rule.id, rule.id) in was
    )
    return BookChanges(
        added=tuple(rule for rule in come if rule.id not in before),
        removed=tuple(rule for rule in gone if rule.id not in before.values()),
        renamed=renamed,
        changed=tuple(one for one in changed if one.difference),
    )


def _changed(old: Rule, new: Rule, differences: Differences) -> Changed:
    difference = differences.of(old, new)
    values = {
        key: (str(getattr(old, key)), str(getattr(new, key)))
        for key in _SHOWN
        if key in difference.keys
    }
    return Changed(new.id, difference, values)


def _renamed(gone: Iterable[Rule], come: Iterable[Rule]) -> tuple[Renamed, ...]:
    """Rules that went and came and are alike; where several are, none can be told."""
    old, new = list(gone), list(come)
    pairs: list[Renamed] = []
    for signature in _SIGNATURES:
        for rule in tuple(new):
            alike = [other for other in old if signature(other) == signature(rule)]
            rivals = [other for other in new if signature(other) == signature(rule)]
            if len(alike) == len(rivals) == 1:
                pairs.append(Renamed(alike[0].id, rule.id))
                old.remove(alike[0])
                new.remove(rule)
    return tuple(pairs)
