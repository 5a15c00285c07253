"""What packs define, by name, before it is typed: so that other packs can change it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from linter.rulebook.source import Errors, Value

SECTIONS = {
    "classes": "词类",
    "conditions": "语境条件",
    "slots": "信息项",
    "signals": "信号",
    "rules": "规则",
}
"""The sections of a pack that define named things, and what these are called."""

NAME = re.compile(r"[^\s()<>|=,+…「」^$]+")


@dataclass(frozen=True, eq=False)
class Definition:
    """One named thing as a file has it, or as changes left it.

    :ivar key: where errors of the whole thing belong: its name, or that in the last change.
    :ivar before: what it was before the last change.
    :ivar caused: what is wrong with the parts that are older than the last change.
    :ivar off: for a rule: switched off.
    """

    key: Value
    value: Value
    pack: str
    before: Definition | None = None
    caused: Errors | None = None
    off: bool = False

    @property
    def history(self) -> Iterator[Definition]:
        """This one, what it was before its last change, and so on."""
        at: Definition | None = self
        while at is not None:
            yield at
            at = at.before


Named = dict[str, Definition]


def _sections() -> dict[str, Named]:
    return {section: {} for section in SECTIONS}


@dataclass
class Definitions:
    """Everything that the packs define.

    :ivar named: section → name → definition.
    :ivar nameless: rules that no other name can mean, with their packs: their errors are wanted.
    :ivar stands_on: the text of a file → the texts of all that it extends: who extends a file has
        to mind its names, not the other way round.
    """

    packs: list[str] = field(default_factory=list)
    words: list[Value] = field(default_factory=list)
    named: dict[str, Named] = field(default_factory=_sections)
    nameless: list[Definition] = field(default_factory=list)
    stands_on: Mapping[str, Collection[str]] = field(default_factory=dict)

    def add(self, sections: dict[str, Value]) -> None:
        """Take in what one file defines."""
        pack = sections["pack"].text("名字") if "pack" in sections else ""
        self.packs.append(pack)
        self.words += sections["words"].items() if "words" in sections else []
        for section in SECTIONS:
            if section == "rules" or section not in sections:
                continue
            for key, value in sections[section].pairs(section):
                name = key.text("名字")
                if not NAME.fullmatch(name):
                    key.complain(f"名字 {name!r} 里不能有空格和 ( ) < > | = , + … 「 」 ^ $")
                else:
                    self._define(section, name, Definition(key, value, pack))
        for item in sections["rules"].items() if "rules" in sections else ():
            rule = Definition(item, item, pack)
            name = _id_of(item)
            refused = self._define("rules", name, rule) if name else rule
            if refused:
                self.nameless.append(refused)

    def copy(self) -> Definitions:
        """The same definitions, to be changed on their own."""
        return replace(self, named={section: {**named} for section, named in self.named.items()})

    def _define(self, section: str, name: str, new: Definition) -> Definition | None:
        """Give a name a meaning; of two, the one that is refused, which has been noted."""
        kept = self.named[section].setdefault(name, new)
        if kept is new:
            return None
        refused = new
        if self._extends(kept, new):
            self.named[section][name], kept, refused = new, new, kept
        where = f"{kept.key.path}:{kept.key.line}"
        changeable = self._extends(refused, kept)
        hint = "换个名字，或写在 change 里改它" if changeable else "换个名字，或删掉一个"
        refused.key.complain(f"{name!r} 已在 {where} 定义过", hint=hint)
        return refused

    def _extends(self, one: Definition, other: Definition) -> bool:
        return other.key.source.text in self.stands_on.get(one.key.source.text, ())


def _id_of(rule: Value) -> str:
    """The id of a rule, if it has one; whether it is a good one is said when the rule is read."""
    if not rule.is_mapping:
        return ""
    quiet = replace(rule, errors=Errors())
    return next((value.text() for key, value in quiet.pairs() if key.text() == "id"), "")
