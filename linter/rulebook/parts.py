"""Reading the sections of a pack file into typed values; references are checked later."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from linter.rulebook import notation
from linter.rulebook.rules import read_rule
from linter.rulebook.source import Errors, Value
from linter.rulebook.types import Condition, Pattern, Place, Rule, Signal, SlotKind

_SIGNAL_KEYS = (
    ["who", "any", "maybe", "levels", "of", "over", "not_if", "not_if_turn", "near"]
    + ["not_when", "note"]
)
_CONDITION_KEYS = ("before", "after", "clause", "distance", "quoted", "note")
_NAME = re.compile(r"[^\s()<>|=,+…「」^$]+")


@dataclass
class PackReader:
    """Collects what all files say.

    ``uses`` remembers where a name was used, so that a dangling one is reported there.
    """

    errors: Errors
    packs: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    classes: dict[str, dict[str, tuple[notation.Node, ...]]] = field(default_factory=dict)
    conditions: dict[str, Condition] = field(default_factory=dict)
    slots: dict[str, SlotKind] = field(default_factory=dict)
    signals: dict[str, Signal] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    uses: list[tuple[str, str, Value]] = field(default_factory=list)

    def read(self, top: Value, sections: dict[str, Value]) -> None:
        """Read one file."""
        pack = sections["pack"].text("名字") if "pack" in sections else ""
        self.packs.append(pack)
        if "words" in sections:
            self.words.extend(item.text("词") for item in sections["words"].items())
        for name, value in self._named(sections, "classes", self.classes):
            self.classes[name] = self._class(value)
        for name, value in self._named(sections, "conditions", self.conditions):
            self.conditions[name] = self._condition(name, value)
        for name, value in self._named(sections, "slots", self.slots):
            self.slots[name] = self._slot(name, value)
        for name, value in self._named(sections, "signals", self.signals):
            self.signals[name] = self._signal(name, value)
        if "rules" in sections:
            for item in sections["rules"].items():
                self._rule(item, pack)

    def _named(
        self, sections: dict[str, Value], section: str, known: dict[str, object] | dict[str, Signal]
    ) -> list[tuple[str, Value]]:
        found = []
        if section in sections:
            for key, value in sections[section].pairs(section):
                name = key.text("名字")
                if not _NAME.fullmatch(name):
                    key.complain(f"名字 {name!r} 里不能有空格和 ( ) < > | = , +")
                elif name in known:
                    key.complain(f"{name!r} 已经定义过", hint="换个名字，或删掉一个")
                else:
                    found.append((name, value))
        return found

    def patterns(
        self, value: Value | None, *, level: int = 0, review: bool = False
    ) -> tuple[Pattern, ...]:
        """A pattern or a list of them."""
        if value is None:
            return ()
        found = []
        for item in value.items():
            text = item.text("短语")
            try:
                node = notation.parse(text)
            except notation.NotationError as error:
                item.complain(f"短语 {text!r}：{error.message}", offset=error.at)
                continue
            self._note_classes(node, item)
            found.append(Pattern(text, node, level, "review" if review else "certain"))
        return tuple(found)

    def _note_classes(self, node: notation.Node, item: Value) -> None:
        match node:
            case notation.ClassRef(name, _, _):
                self.uses.append(("词类", name, item))
            case notation.Either(inner) | notation.Sequence(inner):
                for child in inner:
                    self._note_classes(child, item)
            case notation.Words(child) | notation.Not(child, _):
                self._note_classes(child, item)

    def _class(self, value: Value) -> dict[str, tuple[notation.Node, ...]]:
        if value.is_mapping:
            return {
                key.text("组名"): tuple(p.node for p in self.patterns(members))
                for key, members in value.pairs("词类")
            }
        return {"": tuple(pattern.node for pattern in self.patterns(value))}

    def _condition(self, name: str, value: Value) -> Condition:
        said = value.mapping(_CONDITION_KEYS, "语境条件")
        return Condition(
            name,
            before=self.patterns(said.get("before")),
            after=self.patterns(said.get("after")),
            clause=self.patterns(said.get("clause")),
            distance=said["distance"].integer(most=40) if "distance" in said else 4,
            quoted="quoted" in said and said["quoted"].flag(),
        )

    def _slot(self, name: str, value: Value) -> SlotKind:
        said = value.mapping(("answer", "volunteered"), "信息项")
        return SlotKind(
            name, self.patterns(said.get("answer")), self.patterns(said.get("volunteered"))
        )

    def _signal(self, name: str, value: Value) -> Signal:
        said = value.mapping(_SIGNAL_KEYS, f"信号 {name} ")
        who = said["who"].choice(("agent", "customer", "any"), "who") if "who" in said else "agent"
        patterns = [*self.patterns(said.get("any"))]
        patterns += self.patterns(said.get("maybe"), review=True)
        if "levels" in said:
            for key, members in said["levels"].pairs("levels"):
                patterns += self.patterns(members, level=key.integer(least=1, most=9))
        members = [item.text("信号名") for item in said["of"].items()] if "of" in said else []
        for member in members:
            self.uses.append(("信号", member, said["of"]))
        conditions = said["not_when"].items() if "not_when" in said else []
        for condition in conditions:
            self.uses.append(("语境条件", condition.text("名字"), condition))
        if not patterns and not members:
            value.complain(f"信号 {name} 没有短语", hint="写 any、maybe、levels 或 of")
        return Signal(
            name=name,
            who=who,  # type: ignore[arg-type]  # choice() returns one of the three
            patterns=tuple(patterns),
            members=tuple(members),
            over=self.patterns(said.get("over")),
            not_if=self.patterns(said.get("not_if")),
            not_if_turn=self.patterns(said.get("not_if_turn")),
            near=self.patterns(said.get("near")),
            not_when=tuple(condition.text("名字") for condition in conditions),
            place=Place(value.path, value.line, value.column),
        )

    def _rule(self, item: Value, pack: str) -> None:
        rule = read_rule(item, pack, self.uses)
        if rule is None:
            return
        if rule.id in self.rules:
            first = self.rules[rule.id].place
            item.complain(f"规则 {rule.id} 重复，已在 {first.path}:{first.line} 定义")
        else:
            self.rules[rule.id] = rule
