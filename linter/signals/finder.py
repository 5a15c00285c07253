"""Patterns ready to be looked for: compiled once, and looked for only where they can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from linter.rulebook import notation
from linter.signals import matcher
from linter.signals.matcher import Context, Matcher, Slots
from linter.signals.prefilter import firsts, needs, shortest
from linter.text.normal import BOUNDARIES

Classes = Mapping[str, Mapping[str, tuple[notation.Node, ...]]]


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
    def of(cls, compiled: Matcher) -> Finder:
        """A finder for a matcher; rare needs are asked for first."""
        sets = sorted(needs(compiled), key=lambda words: (-shortest(words), len(words)))
        return cls(compiled, tuple(tuple(sorted(words)) for words in sets), firsts(compiled))

    def possible(self, text: str) -> bool:
        """Whether ``text`` can contain a match at all."""
        # Asked millions of times, hence no any() and all().
        for words in self.needs:
            for word in words:
                if word in text:
                    break
            else:
                return False
        return True

    def find(self, text: str, context: Context) -> list[tuple[int, int, Slots]]:
        """All spans of ``text`` that match and contain no other that does; in order.

        No span is empty or begins with a boundary. Both the starts and the ends of the spans
        increase.
        """
        if not self.possible(text):
            return []
        spans: list[tuple[int, int, Slots]] = []
        for start, char in enumerate(text):
            if char in BOUNDARIES or (self.firsts is not None and char not in self.firsts):
                continue
            ends = self.matcher(text, {start: ()}, context)
            end = min((end for end in ends if end > start), default=start)
            if end > start:
                spans.append((start, end, ends[end]))
        kept: list[tuple[int, int, Slots]] = []
        for span in reversed(spans):
            # A span that begins earlier and ends no sooner than a later one contains it.
            if not kept or span[1] < kept[-1][1]:
                kept.append(span)
        return kept[::-1]


class Compiler:
    """Makes finders of pattern trees; one compiler for all patterns that share classes.

    :param classes: class name → group name → its members; all references must exist and none
        lead in a circle.
    """

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._compiled: dict[tuple[str, str], Matcher] = {}

    def finder(self, node: notation.Node) -> Finder:
        """A pattern tree as a finder."""
        return Finder.of(self._node(node))

    def _node(self, node: notation.Node) -> Matcher:
        match node:
            case notation.Literal(text):
                return matcher.Literal(text)
            case notation.Either(options):
                return _simplified([self._node(option) for option in options])
            case notation.Sequence(()):
                return matcher.Literal("")
            case notation.Sequence(items):
                return matcher.Sequence(tuple(self._node(item) for item in items))
            case notation.Gap(size, wide):
                return matcher.Gap(size, wide)
            case notation.Digits(least):
                return matcher.Digits(least)
            case notation.Anchor(kind):
                return matcher.Anchor(kind)
            case notation.Words(inner):
                return matcher.Words(self._node(inner))
            case notation.Not(inner, behind):
                return matcher.Not(self._node(inner), behind)
            case notation.ClassRef(name, slot, _):
                if (name, slot) not in self._compiled:
                    self._compiled[name, slot] = self._members(name, slot)
                return self._compiled[name, slot]

    def _members(self, name: str, slot: str) -> Matcher:
        options: list[Matcher] = []
        for group, nodes in self._classes[name].items():
            captured: Slots = ((slot, group),) if slot else ()
            for node in nodes:
                inner = self._node(node)
                if not captured:
                    options.append(inner)
                elif isinstance(inner, matcher.Literal):
                    options.append(matcher.Wordlist({inner.text: captured}))
                else:
                    options.append(matcher.Sequence((inner, matcher.Capture(captured))))
        return _simplified(options)


def _simplified(options: list[Matcher]) -> Matcher:
    """Put all plain words of a choice into one list."""
    words: dict[str, Slots] = {}
    rest: list[Matcher] = []
    for option in options:
        if isinstance(option, matcher.Literal):
            words.setdefault(option.text, ())
        elif isinstance(option, matcher.Wordlist):
            for word, slots in option.words.items():
                words.setdefault(word, slots)
        else:
            rest.append(option)
    if words:
        rest.insert(0, matcher.Wordlist(words))
    return rest[0] if len(rest) == 1 else matcher.Either(tuple(rest))
