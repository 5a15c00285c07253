"""Values put together of several files: each part keeps the place where it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import yaml

from linter.rulebook.source import Errors, Value

Pairs = tuple[tuple[Value, Value], ...]


@dataclass(frozen=True)
class MergedMapping(Value):
    """A mapping whose keys come from several files.

    ``node`` is the mapping that was changed: it says where the whole stands.
    """

    parts: Pairs = ()

    @property
    def is_mapping(self) -> bool:
        """It is one, whatever was changed into it."""
        return True

    def pairs(self, what: str = "映射") -> Iterator[tuple[Value, Value]]:
        """Keys and values, in order; each key was checked where it was written."""
        return iter(self.parts)


@dataclass(frozen=True)
class MergedList(Value):
    """A list whose items come from several files."""

    parts: tuple[Value, ...] = ()

    def items(self) -> list[Value]:
        """The items, in order."""
        return list(self.parts)


def merged_mapping(place: Value, parts: Pairs) -> MergedMapping:
    """A mapping that stands where ``place`` does."""
    return MergedMapping(place.node, place.source, place.errors, parts)


def merged_list(place: Value, parts: tuple[Value, ...]) -> MergedList:
    """A list that stands where ``place`` does, which may be a single value."""
    node = yaml.SequenceNode("", [], place.node.start_mark, place.node.end_mark)
    return MergedList(node, place.source, place.errors, parts)


def rehomed(value: Value, errors: Errors) -> Value:
    """The same value, whose errors are noted elsewhere."""
    match value:
        case MergedMapping():
            pairs = tuple((rehomed(k, errors), rehomed(v, errors)) for k, v in value.parts)
            return replace(value, errors=errors, parts=pairs)
        case MergedList():
            items = tuple(rehomed(item, errors) for item in value.parts)
            return replace(value, errors=errors, parts=items)
    return replace(value, errors=errors)


def keyed(value: Value, allowed: Iterable[str] | None, what: str) -> dict[str, tuple[Value, Value]]:
    """A mapping's keys and values by name; unknown keys have been noted.

    :param allowed: ``None`` for any.
    """
    pairs = {key.text(): (key, inner) for key, inner in value.pairs(what)}
    if allowed is None:
        return pairs
    known = value.mapping(allowed, what)
    return {name: pair for name, pair in pairs.items() if name in known}
