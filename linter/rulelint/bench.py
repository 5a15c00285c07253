"""A rule book on the bench: what several checks ask about it, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from linter.rulebook import notation
from linter.rulebook.references import references
from linter.rulebook.types import Pattern, Rule, RuleBook, Signal
from linter.rulelint.samples import Sampler
from linter.signals.detect import Detector
from linter.signals.slots import READ_BACK, REFUSAL

PATTERN_KEYS = ("over", "not_if", "not_if_turn", "not_if_only", "near", "near_turn", "none")
"""A signal's lists of patterns besides those that show it."""


class Bench:
    """A rule book, and what can be worked out of it.

    :param book: rules that could be loaded.
    """

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        self.sampler = Sampler(book.classes)

    @cached_property
    def detector(self) -> Detector:
        """Finds the book's signals."""
        return Detector(self.book)

    def with_members(self, names: Iterable[str]) -> frozenset[str]:
        """These signals and all whose hits count as theirs."""
        members = {name: set(spec.members) for name, spec in self.book.signals.items()}
        return closed(set(names) & members.keys(), members)

    def named(self, rule: Rule) -> frozenset[str]:
        """The signals that a rule's answer rests on."""
        refs = references(rule)
        names = {ref.name for ref in refs if not ref.is_state}
        if any(ref.is_state for ref in refs):
            names |= {REFUSAL, READ_BACK, *(n for n in self.book.signals if self.slots(n))}
        return self.with_members(names)

    def ceiling(self, name: str) -> int:
        """The highest level of a signal or of the members whose hits count as its own."""
        own = [pattern.level for spec in self.specs(name) for pattern in spec.patterns]
        return max(own, default=0)

    def sides(self, name: str) -> frozenset[str]:
        """Who can show a signal: ``agent``, ``customer`` or both."""
        shown = [spec.who for spec in self.specs(name) if shows(spec)]
        return frozenset(s for who in shown for s in (BOTH if who == "any" else (who,)))

    def slots(self, name: str) -> frozenset[str]:
        """The slots that hits of a signal may capture."""
        nodes = (pattern.node for spec in self.specs(name) for pattern in spec.patterns)
        return frozenset(ref.slot for ref in self.classes_in(nodes) if ref.slot)

    def specs(self, name: str) -> Iterator[Signal]:
        """A signal, and all its members."""
        for member in sorted(self.with_members([name])):
            yield self.book.signals[member]

    def classes_in(self, nodes: Iterable[notation.Node]) -> Iterator[notation.ClassRef]:
        """The classes that patterns refer to, those inside other classes too, each once."""
        pending, seen = list(nodes), set()
        while pending:
            for ref in notation.classes_in(pending.pop()):
                if (ref.name, ref.slot) not in seen:
                    seen.add((ref.name, ref.slot))
                    yield ref
                    for members in self.book.classes[ref.name].values():
                        pending += members

    def whole(self, nodes: Iterable[notation.Node]) -> Iterator[notation.Node]:
        """All nodes of these patterns, those of the classes they refer to as well."""
        pending = list(nodes)
        for ref in self.classes_in(tuple(pending)):
            pending += [node for group in self.book.classes[ref.name].values() for node in group]
        while pending:
            node = pending.pop()
            yield node
            match node:
                case notation.Either(children) | notation.Sequence(children):
                    pending += children
                case notation.Words(inner) | notation.Not(inner, _):
                    pending.append(inner)

    def contains(self, node: notation.Node, kinds: tuple[type, ...]) -> bool:
        """Whether a node of these kinds is in a pattern or in a class that it refers to."""
        return any(isinstance(inner, kinds) for inner in self.whole([node]))


BOTH = ("agent", "customer")


def shows(spec: Signal) -> bool:
    """Whether a signal has hits of its own, not only those of its members."""
    return bool(spec.patterns or spec.like or spec.none or spec.measure or spec.learned)


def pattern_lists(spec: Signal) -> Iterator[tuple[str, tuple[Pattern, ...]]]:
    """A signal's lists of patterns besides those that show it, by key."""
    for key in PATTERN_KEYS:
        patterns: tuple[Pattern, ...] = getattr(spec, key)
        yield key, patterns


def closed(names: Iterable[str], leads_to: Mapping[str, set[str]]) -> frozenset[str]:
    """The names, and all that they lead to."""
    found = set(names)
    while more := {n for name in found for n in leads_to.get(name, ())} - found:
        found |= more
    return frozenset(found)
