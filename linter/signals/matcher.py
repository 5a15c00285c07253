"""Matching a pattern on a matching form by following sets of places, never by backtracking.

``ends`` answers, for one place, every place where a match that begins there may end. Sets of
places stay small and each is followed once, so the cost is bounded by the pattern's size times
the gaps' sizes, whatever the text. This is the definition that faster engines have to equal.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from linter.rulebook import notation
from linter.text.normal import BOUNDARIES, HARD

Slots = tuple[tuple[str, str], ...]
Ends = dict[int, Slots]
Edges = Callable[[str], frozenset[int]]

# Digits as they are spoken, written or masked; a recogniser puts commas between them.
_DIGIT = "0-9零一二三四五六七八九幺两十百千万*x"
_MASK = r"\[(?:数字|电话|手机|号码|订单|身份证|orderid)[^\]]{0,8}\]"


@dataclass(frozen=True, slots=True)
class Context:
    """What a matcher may ask about beyond the text.

    :ivar edges: token edges of a text, asked for only when a pattern has words of their own.
    """

    edges: Edges


class Matcher(ABC):
    """A compiled pattern node."""

    @abstractmethod
    def ends(self, text: str, at: int, context: Context) -> Ends:
        """Where matches beginning at ``at`` may end, with the slots they captured."""

    def needs(self) -> tuple[frozenset[str], ...]:
        """Sets of strings; every match contains at least one string of each set."""
        return ()

    def firsts(self) -> frozenset[str] | None:
        """The characters a match may begin with; ``None`` when it may begin with any or be empty."""
        return None


@dataclass(frozen=True, slots=True)
class _Literal(Matcher):
    text: str

    def ends(self, text: str, at: int, context: Context) -> Ends:
        return {at + len(self.text): ()} if text.startswith(self.text, at) else {}

    def needs(self) -> tuple[frozenset[str], ...]:
        return (frozenset([self.text]),) if self.text else ()

    def firsts(self) -> frozenset[str] | None:
        return frozenset(self.text[:1]) or None


@dataclass(frozen=True, slots=True)
class _Wordlist(Matcher):
    """Many plain words at once: the commonest shape of a class."""

    words: Mapping[str, Slots]
    lengths: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lengths", tuple(sorted({len(word) for word in self.words})))

    def ends(self, text: str, at: int, context: Context) -> Ends:
        found: Ends = {}
        for length in self.lengths:
            slots = self.words.get(text[at : at + length])
            if slots is not None and at + length <= len(text):
                found[at + length] = slots
        return found

    def needs(self) -> tuple[frozenset[str], ...]:
        return (frozenset(self.words),) if all(self.words) else ()

    def firsts(self) -> frozenset[str] | None:
        return frozenset(word[0] for word in self.words) if all(self.words) else None


@dataclass(frozen=True, slots=True)
class _Either(Matcher):
    options: tuple[Matcher, ...]

    def ends(self, text: str, at: int, context: Context) -> Ends:
        found: Ends = {}
        for option in self.options:
            for end, slots in option.ends(text, at, context).items():
                found.setdefault(end, slots)
        return found

    def needs(self) -> tuple[frozenset[str], ...]:
        """One set: what is hardest to meet in each option."""
        union: frozenset[str] = frozenset()
        for option in self.options:
            sets = option.needs()
            if not sets:
                return ()
            union |= max(sets, key=lambda words: (min(map(len, words)), -len(words)))
        return (union,)

    def firsts(self) -> frozenset[str] | None:
        union: frozenset[str] = frozenset()
        for option in self.options:
            some = option.firsts()
            if some is None:
                return None
            union |= some
        return union


@dataclass(frozen=True, slots=True)
class _Sequence(Matcher):
    items: tuple[Matcher, ...]

    def ends(self, text: str, at: int, context: Context) -> Ends:
        places: Ends = {at: ()}
        for item in self.items:
            reached: Ends = {}
            for place, slots in places.items():
                for end, more in item.ends(text, place, context).items():
                    reached.setdefault(end, slots + more)
            if not reached:
                return {}
            places = reached
        return places

    def needs(self) -> tuple[frozenset[str], ...]:
        return tuple(words for item in self.items for words in item.needs())

    def firsts(self) -> frozenset[str] | None:
        return self.items[0].firsts() if self.items else None


@dataclass(frozen=True, slots=True)
class _Gap(Matcher):
    size: int
    wide: bool

    def ends(self, text: str, at: int, context: Context) -> Ends:
        stops = HARD if self.wide else BOUNDARIES
        found: Ends = {at: ()}
        for end in range(at + 1, min(at + self.size, len(text)) + 1):
            if text[end - 1] in stops:
                break
            found[end] = ()
        return found


@dataclass(frozen=True, slots=True)
class _Digits(Matcher):
    least: int
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        run = rf"(?:[{_DIGIT}]，?){{{self.least},40}}(?<!，)"
        object.__setattr__(self, "pattern", re.compile(rf"{_MASK}|{run}"))

    def ends(self, text: str, at: int, context: Context) -> Ends:
        found = self.pattern.match(text, at)
        return {found.end(): ()} if found else {}


@dataclass(frozen=True, slots=True)
class _Anchor(Matcher):
    kind: str

    def ends(self, text: str, at: int, context: Context) -> Ends:
        if self.kind == "^":
            here = at == 0 or text[at - 1] in BOUNDARIES
        elif self.kind == "$":
            here = at == len(text) or text[at] in BOUNDARIES
        elif self.kind == "^^":
            here = at == 0
        else:
            here = not text[at:].strip("".join(BOUNDARIES))
        return {at: ()} if here else {}


@dataclass(frozen=True, slots=True)
class _Words(Matcher):
    inner: Matcher

    def ends(self, text: str, at: int, context: Context) -> Ends:
        found = self.inner.ends(text, at, context)
        if not found:
            return {}
        edges = context.edges(text)
        return {e: slots for e, slots in found.items() if e in edges} if at in edges else {}

    def needs(self) -> tuple[frozenset[str], ...]:
        return self.inner.needs()

    def firsts(self) -> frozenset[str] | None:
        return self.inner.firsts()


@dataclass(frozen=True, slots=True)
class _Not(Matcher):
    inner: Matcher
    behind: bool

    def ends(self, text: str, at: int, context: Context) -> Ends:
        if self.behind:
            forbidden = any(
                at in self.inner.ends(text, start, context)
                for start in range(max(0, at - _LOOK_BEHIND), at)
            )
        else:
            forbidden = bool(self.inner.ends(text, at, context))
        return {} if forbidden else {at: ()}


_LOOK_BEHIND = 12
"""How far before a place (code points) a ``(前无 …)`` may begin."""

Classes = Mapping[str, Mapping[str, tuple[notation.Node, ...]]]


def compile_pattern(node: notation.Node, classes: Classes) -> Matcher:
    """A pattern tree as a matcher.

    :param classes: class name → group name → its members; all references must exist.
    """
    return _Compiler(classes).node(node)


class _Compiler:
    def __init__(self, classes: Classes) -> None:
        self.classes = classes

    def node(self, node: notation.Node) -> Matcher:
        match node:
            case notation.Literal(text):
                return _Literal(text)
            case notation.Either(options):
                return _simplified([self.node(option) for option in options])
            case notation.Sequence(()):
                return _Literal("")
            case notation.Sequence(items):
                return _Sequence(tuple(self.node(item) for item in items))
            case notation.Gap(size, wide):
                return _Gap(size, wide)
            case notation.Digits(least):
                return _Digits(least)
            case notation.Anchor(kind):
                return _Anchor(kind)
            case notation.Words(inner):
                return _Words(self.node(inner))
            case notation.Not(inner, behind):
                return _Not(self.node(inner), behind)
            case notation.ClassRef(name, slot, _):
                return self.members(name, slot)

    def members(self, name: str, slot: str) -> Matcher:
        options: list[Matcher] = []
        for group, nodes in self.classes[name].items():
            captured: Slots = ((slot, group),) if slot else ()
            for node in nodes:
                inner = self.node(node)
                if not captured:
                    options.append(inner)
                elif isinstance(inner, _Literal):
                    options.append(_Wordlist({inner.text: captured}))
                else:
                    options.append(_Sequence((inner, _Capture(captured))))
        return _simplified(options)


@dataclass(frozen=True, slots=True)
class _Capture(Matcher):
    slots: Slots

    def ends(self, text: str, at: int, context: Context) -> Ends:
        return {at: self.slots}


def _simplified(options: list[Matcher]) -> Matcher:
    """Put all plain words of a choice into one list."""
    words: dict[str, Slots] = {}
    rest: list[Matcher] = []
    for option in options:
        if isinstance(option, _Literal):
            words.setdefault(option.text, ())
        elif isinstance(option, _Wordlist):
            for word, slots in option.words.items():
                words.setdefault(word, slots)
        else:
            rest.append(option)
    if words:
        rest.insert(0, _Wordlist(words))
    return rest[0] if len(rest) == 1 else _Either(tuple(rest))


@dataclass(frozen=True, slots=True)
class Finder:
    """A pattern ready to be looked for.

    :ivar needs: sets of strings; a text without one string of each is not worth a closer look.
    :ivar firsts: the characters a match may begin with, or ``None``.
    """

    matcher: Matcher
    needs: tuple[tuple[str, ...], ...]
    firsts: frozenset[str] | None

    @classmethod
    def of(cls, matcher: Matcher) -> Finder:
        """A finder for ``matcher``; rare needs are asked for first."""
        needs = sorted(matcher.needs(), key=lambda words: (-min(map(len, words)), len(words)))
        return cls(matcher, tuple(tuple(sorted(words)) for words in needs), matcher.firsts())

    def possible(self, text: str) -> bool:
        """Whether ``text`` can contain a match at all."""
        return all(any(word in text for word in words) for words in self.needs)

    def find(self, text: str, context: Context) -> list[tuple[int, int, Slots]]:
        """All spans of ``text`` that match and contain no other that does; in order."""
        if not self.possible(text):
            return []
        spans: list[tuple[int, int, Slots]] = []
        for start, char in enumerate(text):
            if char in BOUNDARIES or (self.firsts is not None and char not in self.firsts):
                continue
            ends = self.matcher.ends(text, start, context)
            end = min(ends, default=start)
            if end > start:
                spans.append((start, end, ends[end]))
        shortest: list[tuple[int, int, Slots]] = []
        for span in reversed(spans):
            # A span that begins earlier and ends no sooner than a later one contains it.
            if not shortest or span[1] < shortest[-1][1]:
                shortest.append(span)
        return shortest[::-1]
