"""The rule book: all packs together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Protocol

from linter.frozen import dataclass
from linter.rulebook.notation import Node
from linter.rulebook.types.rules import Profile, Rule
from linter.rulebook.types.signals import Condition, Signal, SlotKind


class Variants(Protocol):
    """Makes the rule book of other profiles."""

    def book(self, profiles: tuple[str, ...]) -> RuleBook:
        """The book with these profiles, which exist, in force; later ones win.

        :raises RuleErrors: when their changes do not go together.
        """
        ...


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All packs, resolved: every name that is used exists.

    :ivar classes: class → group → members.
    :ivar version: hash of the content of all files and of the profiles in force, for reports and
        caches.
    """

    packs: tuple[str, ...]
    classes: Mapping[str, Mapping[str, tuple[Node, ...]]]
    signals: Mapping[str, Signal]
    conditions: Mapping[str, Condition]
    slots: Mapping[str, SlotKind]
    rules: tuple[Rule, ...]
    words: tuple[str, ...]
    """Company words for the tokenizer."""
    version: str
    profiles: tuple[Profile, ...] = ()
    active: tuple[str, ...] = ()
    """The profiles in force."""
    variants: Variants | None = field(default=None, compare=False, repr=False)

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories of the rules, in order, each once."""
        return tuple(dict.fromkeys(rule.category for rule in self.rules))
