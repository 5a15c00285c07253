"""Patterns, looked for by trying every place of a text with the set-of-places matcher."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

from linter.rulebook import notation, regex
from linter.rulebook.types import Pattern
from linter.signals import matcher
from linter.signals.matcher import Context, Matcher, Slots
from linter.text.dialect import variants
from linter.text.sounds import Hearing, hearing

from .normal import STOPS
from .tokens import Tokens

Classes = Mapping[str, Mapping[str, tuple[notation.Node, ...]]]


class Span(NamedTuple):
    """Where a pattern matches a matching form, and what it captured there."""

    start: int
    end: int
    slots: Slots


Key = tuple[int, frozenset[str] | None]
"""Which pattern (hashing whole trees took half of the time), and by which sounds."""


class Patterns:
    """The patterns of books that have the same classes and words.

    What was found is remembered until :meth:`forget`: many hits ask for it, and books.
    """

    def __init__(self, classes: Classes, tokens: Tokens) -> None:
        self.classes = classes
        self.context = Context(edges=tokens.edges, tags=tokens.tags)
        self._compilers: dict[frozenset[str] | None, _Compiler] = {}
        self._matchers: dict[Key, tuple[Matcher, Pattern]] = {}
        self._found: dict[tuple[Key, str], list[Span]] = {}

    def forget(self) -> None:
        self._found.clear()

    def find(self, pattern: Pattern, text: str, heard: frozenset[str] | None = None) -> list[Span]:
        """All spans that contain no other, are not empty and begin with no stop; in order.

        :param heard: the sounds taken for one another, when it is looked for by sound.
        """
        key = (id(pattern), heard)
        if (key, text) not in self._found:
            compiled = self._compiled(key, pattern, heard)
            self._found[key, text] = _find(compiled, text, self.context)
        return self._found[key, text]

    def _compiled(self, key: Key, pattern: Pattern, heard: frozenset[str] | None) -> Matcher:
        if key not in self._matchers:
            if heard not in self._compilers:
                ear = None if heard is None else hearing(heard)
                self._compilers[heard] = _Compiler(self.classes, ear)
            # With the pattern itself, lest another one get its id.
            self._matchers[key] = self._compilers[heard].matcher(pattern.node), pattern
        return self._matchers[key][0]


def _find(compiled: Matcher, text: str, context: Context) -> list[Span]:
    starts = _starts(text)
    if isinstance(compiled, matcher.Regex):
        return _one_after_the_other(compiled, text, starts, context)
    if not compiled(text, dict.fromkeys(starts, ()), context):
        return []
    spans: list[Span] = []
    for start in starts:
        ends = compiled(text, {start: ()}, context)
        end = min((end for end in ends if end > start), default=None)
        if end is not None:
            spans.append(Span(start, end, ends[end]))
    return [
        span
        for span in spans
        if not any(span.start < other.start and other.end <= span.end for other in spans)
    ]


@functools.lru_cache(256)
def _starts(text: str) -> list[int]:
    return [at for at, char in enumerate(text) if char not in STOPS]


def _one_after_the_other(
    compiled: Matcher, text: str, starts: list[int], context: Context
) -> list[Span]:
    """A regular expression says itself how much it takes; none begins inside another."""
    spans: list[Span] = []
    taken = 0
    for start in starts:
        for end in compiled(text, {start: ()}, context) if start >= taken else ():
            if end > start:
                spans.append(Span(start, end, ()))
                taken = end
    return spans


class _Compiler:
    """Pattern trees as matchers."""

    def __init__(self, classes: Classes, ear: Hearing | None) -> None:
        self._classes = classes
        self._ear = ear
        self._members: dict[tuple[str, str], Matcher] = {}

    def matcher(self, node: notation.Node) -> Matcher:
        made = self._of(node)
        return _by_sound(made, self._ear) if self._ear else made

    def _of(self, node: notation.Node) -> Matcher:
        match node:
            case notation.Literal(text):
                return matcher.Wordlist(dict.fromkeys(variants(text), ()))
            case notation.Either(options):
                return _either([self._of(option) for option in options])
            case notation.Sequence(items):
                return matcher.Sequence(tuple(map(self._of, items)))
            case notation.Gap(size, wide):
                return matcher.Gap(size, wide)
            case notation.Digits(least):
                return matcher.Digits(least)
            case notation.PartOfSpeech(tag):
                return matcher.PartOfSpeech(tag)
            case notation.Regex(expression):
                return matcher.Regex(regex.compiled(expression))
            case notation.Anchor(kind):
                return matcher.Anchor(kind)
            case notation.Words(inner):
                return matcher.Words(self._of(inner))
            case notation.Not(inner, behind):
                return matcher.Not(self._of(inner), behind)
            case notation.ClassRef(name, slot, _):
                if (name, slot) not in self._members:
                    self._members[name, slot] = self._class(name, slot)
                return self._members[name, slot]

    def _class(self, name: str, slot: str) -> Matcher:
        options: list[Matcher] = []
        for group, nodes in self._classes[name].items():
            captured: Slots = ((slot, group),) if slot else ()
            for inner in map(self._of, nodes):
                if not captured:
                    options.append(inner)
                elif isinstance(inner, matcher.Wordlist) and _plain(inner):
                    options.append(matcher.Wordlist(dict.fromkeys(inner.words, captured)))
                else:
                    options.append(matcher.Sequence((inner, matcher.Capture(captured))))
        return _either(options)


def _plain(words: matcher.Wordlist) -> bool:
    return all(word and not slots for word, slots in words.words.items())


def _either(options: list[Matcher]) -> Matcher:
    """The plain words of a choice are tried before its other options."""
    words: dict[str, Slots] = {}
    rest: list[Matcher] = []
    for option in options:
        if isinstance(option, matcher.Wordlist):
            for word, slots in option.words.items():
                words.setdefault(word, slots)
        else:
            rest.append(option)
    if words:
        rest.insert(0, matcher.Wordlist(words))
    return rest[0] if len(rest) == 1 else matcher.Either(tuple(rest))


def _by_sound(node: Matcher, ear: Hearing) -> Matcher:
    """All words by sound, but for those that must not be there."""
    match node:
        case matcher.Wordlist(words):
            some = {word: slots for word, slots in words.items() if word}
            options = [matcher.Sounds(some, ear)] if some else []
            if "" in words:
                options.append(matcher.Wordlist({"": words[""]}))
            return options[0] if len(options) == 1 else matcher.Either(tuple(options))
        case matcher.Either(options):
            return matcher.Either(tuple(_by_sound(option, ear) for option in options))
        case matcher.Sequence(items):
            return matcher.Sequence(tuple(_by_sound(item, ear) for item in items))
        case matcher.Words(inner):
            return matcher.Words(_by_sound(inner, ear))
    return node
