"""Reading the sections of a pack file into typed values; references are checked later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar, cast

from linter.rulebook import notation
from linter.rulebook.definitions import Definition, Definitions
from linter.rulebook.judges import Use
from linter.rulebook.phrases import read_patterns
from linter.rulebook.rules import read_rule
from linter.rulebook.signal import read_signal
from linter.rulebook.source import Value
from linter.rulebook.types import Condition, Pattern, Rule, Signal, SlotKind
from linter.text.fold import fold

CONDITION_KEYS = ("before", "after", "clause", "distance", "quoted", "note")
SLOT_KEYS = ("answer", "volunteered")

T = TypeVar("T")
Typed = tuple[Any, list[Use]]
"""What a definition means, and the names it uses."""


@dataclass
class PackReader:
    """Types what all files define.

    ``uses`` remembers where a name was used, so that a dangling one is reported there;
    ``places`` where a name of a section was defined; ``off`` are rules that were switched off;
    ``known`` what was typed before, which need not be done again when little has changed.
    """

    packs: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    classes: dict[str, dict[str, tuple[notation.Node, ...]]] = field(default_factory=dict)
    conditions: dict[str, Condition] = field(default_factory=dict)
    slots: dict[str, SlotKind] = field(default_factory=dict)
    signals: dict[str, Signal] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    off: dict[str, Rule] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    places: dict[tuple[str, str], Value] = field(default_factory=dict)
    known: dict[Definition, Typed] = field(default_factory=dict)

    def read(self, found: Definitions) -> None:
        """Type all definitions."""
        self.packs += found.packs
        for item in found.words:
            # Like the texts they are to be found in.
            self.words += fold(item.text("词")).text.split()
        readers: dict[str, tuple[dict[str, Any], Callable[[str, Value], Any]]] = {
            "classes": (self.classes, self._class),
            "conditions": (self.conditions, self._condition),
            "slots": (self.slots, self._slot),
            "signals": (self.signals, lambda name, value: read_signal(name, value, self.uses)),
        }
        for section, (typed, reader) in readers.items():
            for name, definition in found.named[section].items():
                self.places[section, name] = definition.key
                typed[name] = self._typed(definition, partial(reader, name))
        for name, definition in found.named["rules"].items():
            self.places["rules", name] = definition.key
            rule = self._rule(definition)
            if rule:
                (self.off if definition.off else self.rules)[name] = rule
        for definition in found.nameless:
            self._rule(definition)

    def _rule(self, definition: Definition) -> Rule | None:
        return self._typed(definition, lambda value: read_rule(value, definition.pack, self.uses))

    def _typed(self, definition: Definition, reader: Callable[[Value], T]) -> T:
        """What a definition means; its errors, and those of its earlier stages, are noted."""
        if definition.before:
            self._typed(definition.before, reader)
        if definition not in self.known:
            start = len(self.uses)
            typed = reader(definition.value)
            self.known[definition] = typed, self.uses[start:]
            return typed
        typed, uses = self.known[definition]
        self.uses += uses
        return cast(T, typed)

    def _patterns(self, value: Value | None) -> tuple[Pattern, ...]:
        return read_patterns(value, self.uses)

    def _class(self, name: str, value: Value) -> dict[str, tuple[notation.Node, ...]]:
        groups = [("", value)]
        if value.is_mapping:
            groups = [(key.text("组名"), members) for key, members in value.pairs("词类")]
        found = {group: self._patterns(members) for group, members in groups}
        empty = [members for _, members in groups if members.is_list and not members.items()]
        for members in empty or ([] if groups else [value]):
            members.complain(f"词类 {name} 没有词", hint="写上词，或删掉这个词类")
        return {group: tuple(p.node for p in patterns) for group, patterns in found.items()}

    def _condition(self, name: str, value: Value) -> Condition:
        said = value.mapping(CONDITION_KEYS, "语境条件")
        return Condition(
            name,
            before=self._patterns(said.get("before")),
            after=self._patterns(said.get("after")),
            clause=self._patterns(said.get("clause")),
            distance=said["distance"].integer(most=40) if "distance" in said else 4,
            quoted="quoted" in said and said["quoted"].flag(),
        )

    def _slot(self, name: str, value: Value) -> SlotKind:
        said = value.mapping(SLOT_KEYS, "信息项")
        return SlotKind(
            name, self._patterns(said.get("answer")), self._patterns(said.get("volunteered"))
        )
