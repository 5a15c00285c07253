"""Reading the sections of a pack file into typed values; references are checked later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from linter.rulebook import notation
from linter.rulebook.judges import Use, read_names
from linter.rulebook.rules import read_rule
from linter.rulebook.source import Errors, Value
from linter.rulebook.types import Condition, Pattern, Place, Rule, Signal, SlotKind, Who
from linter.text.fold import fold

_SIGNAL_KEYS = (
    *("who", "any", "maybe", "levels", "of"),
    *("over", "not_if", "not_if_turn", "near", "not_when", "note"),
)
_CONDITION_KEYS = ("before", "after", "clause", "distance", "quoted", "note")
_NAME = re.compile(r"[^\s()<>|=,+…「」^$]+")


@dataclass
class PackReader:
    """Collects what all files say.

    ``uses`` remembers where a name was used, so that a dangling one is reported there;
    ``places`` where a name of a section was defined.
    """

    errors: Errors
    packs: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    classes: dict[str, dict[str, tuple[notation.Node, ...]]] = field(default_factory=dict)
    conditions: dict[str, Condition] = field(default_factory=dict)
    slots: dict[str, SlotKind] = field(default_factory=dict)
    signals: dict[str, Signal] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    places: dict[tuple[str, str], Value] = field(default_factory=dict)

    def read(self, top: Value, sections: dict[str, Value]) -> None:
        """Read one file."""
        pack = sections["pack"].text("名字") if "pack" in sections else ""
        self.packs.append(pack)
        for item in sections["words"].items() if "words" in sections else ():
            # Like the texts they are to be found in.
            self.words += fold(item.text("词")).text.split()
        for name, value in self._named(sections, "classes"):
            self.classes[name] = self._class(name, value)
        for name, value in self._named(sections, "conditions"):
            self.conditions[name] = self._condition(name, value)
        for name, value in self._named(sections, "slots"):
            self.slots[name] = self._slot(name, value)
        for name, value in self._named(sections, "signals"):
            self.signals[name] = self._signal(name, value)
        for item in sections["rules"].items() if "rules" in sections else ():
            rule = read_rule(item, pack, self.uses)
            if rule and self._is_new("rules", rule.id, item):
                self.rules[rule.id] = rule

    def _named(self, sections: dict[str, Value], section: str) -> Iterator[tuple[str, Value]]:
        if section in sections:
            for key, value in sections[section].pairs(section):
                name = key.text("名字")
                if not _NAME.fullmatch(name):
                    key.complain(f"名字 {name!r} 里不能有空格和 ( ) < > | = , + … 「 」 ^ $")
                elif self._is_new(section, name, key):
                    yield name, value

    def _is_new(self, section: str, name: str, value: Value) -> bool:
        first = self.places.setdefault((section, name), value)
        if first is not value:
            where = f"{first.path}:{first.line}"
            value.complain(f"{name!r} 已在 {where} 定义过", hint="换个名字，或删掉一个")
        return first is value

    def _patterns(
        self, value: Value | None, *, level: int = 0, review: bool = False
    ) -> tuple[Pattern, ...]:
        """A pattern or a list of them."""
        found = []
        for item in value.items() if value else ():
            text = item.text("短语")
            if not text:
                continue
            try:
                node = notation.parse(text)
            except notation.NotationError as error:
                item.complain(f"短语 {text!r}：{error.message}", offset=error.at)
                continue
            self.uses += _classes_in(node, item)
            found.append(Pattern(text, node, level, "review" if review else "certain"))
        return tuple(found)

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
        said = value.mapping(_CONDITION_KEYS, "语境条件")
        return Condition(
            name,
            before=self._patterns(said.get("before")),
            after=self._patterns(said.get("after")),
            clause=self._patterns(said.get("clause")),
            distance=said["distance"].integer(most=40) if "distance" in said else 4,
            quoted="quoted" in said and said["quoted"].flag(),
        )

    def _slot(self, name: str, value: Value) -> SlotKind:
        said = value.mapping(("answer", "volunteered"), "信息项")
        return SlotKind(
            name, self._patterns(said.get("answer")), self._patterns(said.get("volunteered"))
        )

    def _signal(self, name: str, value: Value) -> Signal:
        said = value.mapping(_SIGNAL_KEYS, f"信号 {name} ")
        who = said["who"].choice(("agent", "customer", "any"), "who") if "who" in said else "agent"
        if value.is_mapping and not {"any", "maybe", "levels", "of"} & said.keys():
            value.complain(f"信号 {name} 没有短语", hint="写 any、maybe、levels 或 of")
        patterns = [*self._patterns(said.get("any"))]
        patterns += self._patterns(said.get("maybe"), review=True)
        for key, phrases in said["levels"].pairs("levels") if "levels" in said else ():
            patterns += self._patterns(phrases, level=key.integer(least=1, most=9))
        return Signal(
            name=name,
            who=cast(Who, who),
            patterns=tuple(patterns),
            members=read_names(said.get("of"), "信号", self.uses),
            over=self._patterns(said.get("over")),
            not_if=self._patterns(said.get("not_if")),
            not_if_turn=self._patterns(said.get("not_if_turn")),
            near=self._patterns(said.get("near")),
            not_when=read_names(said.get("not_when"), "语境条件", self.uses),
            place=Place(value.path, value.line, value.column),
        )


def _classes_in(node: notation.Node, item: Value) -> Iterator[Use]:
    for ref in notation.classes_in(node):
        yield Use("分组词类" if ref.slot else "词类", ref.name, item, ref.at)
