"""What is found out about a rule book's signals once, and kept from one run to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from graphlib import TopologicalSorter
from typing import Any

from linter.frozen import dataclass
from linter.rulebook.types import Signal
from linter.signals.exceptions import Exceptions
from linter.signals.finder import Finder
from linter.signals.sieve import Sieve
from linter.signals.similar import Example

Finders = tuple[Finder, ...]
Parts = tuple[Finders, Finders, Finders, tuple[Example, ...], tuple[Any, ...]]
"""A compiled signal without the signal itself, which is in the book."""


@dataclass(frozen=True, slots=True)
class CompiledSignal:
    """A signal ready to be looked for.

    :ivar heard: the patterns once more, to be looked for by sound.
    """

    spec: Signal
    patterns: Finders
    heard: Finders
    none: Finders
    like: tuple[Example, ...]
    exceptions: Exceptions

    @property
    def parts(self) -> Parts:
        """Everything but the signal."""
        _, *exceptions = (getattr(self.exceptions, field.name) for field in fields(Exceptions))
        return self.patterns, self.heard, self.none, self.like, tuple(exceptions)

    @classmethod
    def of(cls, spec: Signal, parts: Parts) -> CompiledSignal:
        """The compiled signal of these parts."""
        patterns, heard, none, like, exceptions = parts
        return cls(spec, patterns, heard, none, like, Exceptions(spec, *exceptions))


@dataclass(frozen=True, slots=True)
class Order:
    """How signals stand on one another.

    :ivar names: all signals, each after those it is a group of.
    :ivar own: for each, the signals whose own hits may count as its hits: itself, its members
        and theirs.
    """

    names: tuple[str, ...]
    own: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, signals: Mapping[str, Signal]) -> Order:
        """The order of a book's signals."""
        graph = TopologicalSorter({name: spec.members for name, spec in signals.items()})
        names = tuple(graph.static_order())
        own: dict[str, frozenset[str]] = {}
        for name in names:
            members = (own[member] for member in signals[name].members)
            own[name] = frozenset([name]).union(*members)
        return cls(names, own)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a detector knows of a rule book, for others of the same book.

    :ivar sieve: tells which signals a call may have.
    :ivar parts: of each compiled signal.
    """

    sieve: Sieve
    order: Order
    parts: Mapping[str, Parts]
