"""What a rule's answer rests on: signals, and other rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import Any

from linter.rulebook.notation import classes_in
from linter.rulebook.types import Ref, Require, Rise, Rule, RuleBook
from linter.signals.slots import READ_BACK, REFUSAL
from linter.signals.view import ENDINGS


class Reach:
    """Which rules a change of a signal or a rule can be felt in."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book

    @cached_property
    def _rules(self) -> dict[str, frozenset[str]]:
        """Rule → itself and the rules whose findings it looks at or gives way to."""
        direct = {rule.id: self._looks_at(rule) for rule in self._book.rules}
        return {rule.id: _closed([rule.id], direct) for rule in self._book.rules}

    @cached_property
    def _signals(self) -> dict[str, frozenset[str]]:
        """Rule → the signals it names itself, and their members."""
        members = {name: set(spec.members) for name, spec in self._book.signals.items()}
        return {rule.id: _closed(self._named(rule), members) for rule in self._book.rules}

    @cached_property
    def _slot_signals(self) -> frozenset[str]:
        """Everything that decides what became of a piece of information."""
        asking = (
            name
            for name, spec in self._book.signals.items()
            if any(ref.slot for p in spec.patterns for ref in classes_in(p.node))
        )
        return frozenset([REFUSAL, READ_BACK, *asking])

    def signals(self, rules: Iterable[str]) -> frozenset[str]:
        """The signals that the answers of these rules rest on."""
        names = self.named(self.looked_at(rules))
        # Any rule may ask whether the call was cut off.
        return names | (ENDINGS & self._book.signals.keys())

    def named(self, rules: Iterable[str]) -> frozenset[str]:
        """The signals that these rules name themselves, and their members."""
        return frozenset().union(*(self._signals[rule] for rule in rules))

    def looked_at(self, rules: Iterable[str]) -> frozenset[str]:
        """These rules, and those that their answers rest on."""
        return frozenset().union(*(self._rules[rule] for rule in rules))

    def rules(self, *, signal: str = "", rule: str = "") -> tuple[str, ...]:
        """The rules whose answers rest on this signal, or on this rule."""
        return tuple(
            other.id
            for other in self._book.rules
            if (rule in self._rules[other.id] if rule else signal in self.signals([other.id]))
        )

    def _looks_at(self, rule: Rule) -> set[str]:
        found = set(rule.yields_to)
        if isinstance(rule.judge, Rise):
            categories = rule.judge.categories
            found |= {other.id for other in self._book.rules if other.category in categories}
        return found

    def _named(self, rule: Rule) -> set[str]:
        refs = set(_refs((rule.judge, rule.severity_after)))
        names = {ref.name for ref in refs if not ref.is_state}
        if isinstance(rule.judge, Require):
            names |= ENDINGS
        if any(ref.is_state for ref in refs):
            names |= self._slot_signals
        return names & self._book.signals.keys()


def _refs(value: Any) -> Iterator[Ref]:
    """What a judge refers to, however deep; a field ``signal`` holds a bare name."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _refs(item)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            yield from [Ref(inner)] if field.name == "signal" else _refs(inner)


def _closed(names: Iterable[str], leads_to: dict[str, set[str]]) -> frozenset[str]:
    """The names, and all that they lead to."""
    found = set(names)
    while more := {n for name in found for n in leads_to.get(name, ())} - found:
        found |= more
    return frozenset(found)
