"""What a check has to say, and where in the rule files it is to be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.frozen import dataclass
from linter.rulebook.notation import Regex
from linter.rulebook.source import Errors, Value, read_source
from linter.rulebook.types import Pattern, Place, Ref, Rule


@dataclass(frozen=True, slots=True)
class Anywhere:
    """A key or a scalar however deep below, written as one of these."""

    texts: tuple[str, ...]


Key = str | tuple[str, ...] | Anywhere
"""A key of a mapping, an item of a list, or a rule's id; of several, whichever is there."""
At = tuple[Key, ...]
"""A way into a rule file: ``("signals", "催", "any", "快点")``; the first two have to be there."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something an author should look at in rules that can be loaded.

    :ivar at: the way to what it is about.
    :ivar hint: what to write.
    :ivar again: whether the second of two equal items is meant.
    """

    at: At
    message: str
    hint: str
    again: bool = False


class Places:
    """Finds what a notice is about in rule files.

    :param files: their names and texts.
    """

    def __init__(self, files: Iterable[tuple[str, str]]) -> None:
        self._tops = [top for path, text in files if (top := read_source(text, path, Errors()))]

    def find(self, at: At, *, again: bool = False) -> Place | None:
        """The place in question, there or in a ``change``; else the deepest one on the way to it.

        ``None`` when it is about what stands in another file.
        """
        ways = [list(_walk(top, at, again=again)) for top in self._tops]
        for way in ways:
            if len(way) == len(at):
                return _place(way)
        for top in self._tops if len(at) > 2 else ():
            for change in _changes(top):
                for rest in (at[2:], ("add", *at[2:])):
                    way = list(_walk(change, (*at[:2], *rest), again=again))
                    # Of the rest of what is changed nothing was said here.
                    if len(way) == len(rest) + 2:
                        return _place(way)
        # With the first two, it is known at least what it is about.
        return next((_place(way) for way in ways if len(way) > 1), None)


def _place(way: list[Value]) -> Place:
    return Place(way[-1].path, way[-1].line, way[-1].column)


def _walk(top: Value, at: At, *, again: bool) -> Iterator[Value]:
    """The places on a way, as far as it goes."""
    value = top
    for depth, key in enumerate(at, 1):
        found = list(_within(value, key))
        if not found:
            return
        place, value = found[-1 if again and depth == len(at) else 0]
        yield place


def _changes(top: Value) -> Iterator[Value]:
    """The sections of changes in a file: its own, and those of its profiles."""
    for _, change in _within(top, "change"):
        yield change
    for _, profiles in _within(top, "profiles"):
        for _, profile in profiles.pairs() if profiles.is_mapping else ():
            for _, change in _within(profile, "change"):
                yield change


def _within(value: Value, key: Key) -> Iterator[tuple[Value, Value]]:
    """What stands under a key of a mapping, or an item of a list: its place, and what it holds."""
    if isinstance(key, Anywhere):
        yield from ((found, found) for found in _deep(value) if _written(found) in key.texts)
        return
    names = (key,) if isinstance(key, str) else key
    if value.is_mapping:
        yield from ((name, inner) for name, inner in value.pairs() if name.text() in names)
        return
    for item in value.items():
        if not item.is_mapping:
            if _written(item) in names:
                yield item, item
        elif not (ids := [inner for name, inner in item.pairs() if name.text() == "id"]):
            yield from _within(item, key)
        elif _written(ids[0]) in names:
            yield item, item


def _deep(value: Value) -> Iterator[Value]:
    """All keys and scalars below, in order."""
    if value.is_mapping:
        for name, inner in value.pairs():
            yield name
            yield from _deep(inner)
    elif value.is_list:
        for item in value.items():
            yield from _deep(item)
    else:
        yield value


def _written(value: Value) -> str:
    return "" if value.is_list or value.is_mapping else " ".join(value.text().split())


def pattern_at(signal: str, pattern: Pattern) -> At:
    """The way to one of a signal's own patterns."""
    if pattern.level:
        return ("signals", signal, "levels", str(pattern.level), pattern.text)
    key: Key = "maybe" if pattern.certainty == "review" else ("any", "all")
    return ("signals", signal, "regex" if isinstance(pattern.node, Regex) else key, pattern.text)


def exception_at(signal: str, key: str, pattern: Pattern) -> At:
    """The way to one of the patterns that take hits back, or have to be there."""
    regex = key == "not_if" and isinstance(pattern.node, Regex)
    return ("signals", signal, "not_regex" if regex else key, pattern.text)


def ref_at(rule: Rule, ref: Ref) -> At:
    """The way to where a rule names a signal or a slot state."""
    bare = f"{ref.name} {ref.level}+" if ref.level else ref.name
    text = f"{bare}({ref.slot[0]}={ref.slot[1]})" if ref.slot else bare
    return ("rules", rule.id, Anywhere((text, f"after {text}")))
