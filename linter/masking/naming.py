"""What takes the place of what is masked: the same for the same, and as long as it was."""

from __future__ import annotations

from collections.abc import Iterable

from linter.masking.mentions import LABELS, Kind, Mention
from linter.masking.ordinals import ordinal


class Naming:
    """Gives names out, one to each thing, in the order in which things are first said."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], tuple[str, int]] = {}
        self._counts: dict[str, int] = {}
        self._families: dict[str, set[str]] = {}

    def note(self, mentions: Iterable[Mention]) -> None:
        """Note the full names there are: a surname is that of the one who has it."""
        for mention in mentions:
            if mention.kind == "name" and not mention.key.startswith("姓") and len(mention.key) > 1:
                self._families.setdefault(mention.key[0], set()).add(mention.key)

    def replacement(self, mention: Mention, before: str = "") -> str:
        """What stands in a mention's place, in as many characters.

        :param before: what is said right before; what is called there needs no second label.
        """
        size = mention.end - mention.start
        label, number = self._number(mention.kind, mention.key)
        name = ordinal(number)
        if label == LABELS["name"]:
            if len(name) > size:
                name = ""
            return label * (size - len(name)) + name
        if size > len(label) + len(name) and name and not before.endswith(label):
            return f"{label}{name}".ljust(size, "*")
        return name.ljust(size, "*") if size > len(name) else "*" * size

    def _number(self, kind: Kind, key: str) -> tuple[str, int]:
        """What it is called and which one of those it is, from 0."""
        if kind == "name" and key.startswith("姓") and len(key) > 1:
            full = self._families.get(key[1], set())
            key = next(iter(full)) if len(full) == 1 else key
        group = "name" if kind == "name" else "address" if kind == "address" else "number"
        known = self._numbers.get((group, key))
        if known is None:
            label = LABELS[kind]
            known = self._numbers[group, key] = label, self._counts.get(label, 0)
            self._counts[label] = known[1] + 1
        return known
