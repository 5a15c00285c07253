"""What two rule books make of the same rule: which of its keys differ, and which of its signals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property
from typing import Any

from linter.frozen import dataclass
from linter.rulebook.notation import Node, classes_in
from linter.rulebook.types import Pattern, Rule, RuleBook, Signal
from linter.ruletest.reach import Reach

_NO_MATTER = frozenset({"id", "place", "tests"})
"""What may differ without any difference to what a rule finds or says."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How a rule differs between two books.

    :ivar keys: its own fields that are not the same, in their order.
    :ivar signals: the signals it names, by themselves or by a group, that say something else.
    """

    keys: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.keys or self.signals)


class Differences:
    """Compares the rules of two books; where they stand and how they are tested is no matter."""

    def __init__(self, old: RuleBook, new: RuleBook) -> None:
        self._old = old
        self._new = new
        self._reaches = Reach(old), Reach(new)

    def of(self, old: Rule, new: Rule) -> Difference:
        """How one rule of the old book differs from one of the new."""
        reach = self._reaches
        named = reach[0].named([old.id]) | reach[1].named([new.id])
        return Difference(differing(old, new), tuple(sorted(named & self.signals)))

    @cached_property
    def signals(self) -> frozenset[str]:
        """The signals that are not the same in both, or rest on what is not."""
        old, new = self._old.signals, self._new.signals
        return frozenset(
            name
            for name in {*old, *new}
            if name not in old
            or name not in new
            or differing(old[name], new[name])
            or self._rests_on_others(new[name])
        )

    @cached_property
    def classes(self) -> frozenset[str]:
        """The word classes that are not the same in both, or hold some that are not."""
        found = _unlike(self._old.classes, self._new.classes)
        held = {name: set(_held(groups)) for name, groups in self._new.classes.items()}
        while more := {name for name, inner in held.items() if inner & found} - found:
            found |= more
        return frozenset(found)

    @cached_property
    def conditions(self) -> frozenset[str]:
        """The context conditions that are not the same in both."""
        return frozenset(_unlike(self._old.conditions, self._new.conditions))

    def _rests_on_others(self, signal: Signal) -> bool:
        classes = {ref.name for node in _nodes(signal) for ref in classes_in(node)}
        conditions = {*signal.not_when, *signal.only_when}
        return bool(classes & self.classes or conditions & self.conditions)


def differing(old: Any, new: Any) -> tuple[str, ...]:
    """The fields in which two objects of one dataclass differ, but for their place and tests."""
    return tuple(
        field.name
        for field in fields(old)
        if field.name not in _NO_MATTER and getattr(old, field.name) != getattr(new, field.name)
    )


def _unlike(old: Mapping[str, Any], new: Mapping[str, Any]) -> set[str]:
    return {
        name
        for name in {*old, *new}
        if name not in old or name not in new or old[name] != new[name]
    }


def _held(groups: Mapping[str, Iterable[Node]]) -> Iterator[str]:
    """The word classes that a class names."""
    for nodes in groups.values():
        for node in nodes:
            yield from (ref.name for ref in classes_in(node))


def _nodes(signal: Signal) -> Iterator[Node]:
    """All patterns of a signal, whatever key they stand under."""
    for field in fields(signal):
        value = getattr(signal, field.name)
        if isinstance(value, tuple):
            yield from (item.node for item in value if isinstance(item, Pattern))
