"""Texts that a pattern matches: each option of each choice, gaps empty and full.

What a gap is filled with are rare characters, each another one: no pattern of a rule file looks
for them, and nobody takes them for a stutter.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from linter.rulebook import notation
from linter.text.normal import SOFT

FILLER = "囗夊廾彳攵殳癶耒臼艮豸釆隹髟鬯鬲鼐黹黻龠囟囡囝囹圄圉圊圜夔夤氍妁妣妤妗妪妫姒姹婕"
"""As many as the longest gap may have."""
MOST = 300
"""Texts of one pattern; where all combinations are more, still each option comes at least once
as long as no choice has more options than this."""

_DIGITS = "3八"
_PREFIXES = ("", FILLER[-1], FILLER[-1] + SOFT)
_SUFFIXES = ("", FILLER[-2], SOFT + FILLER[-2])

Classes = Mapping[str, Mapping[str, tuple[notation.Node, ...]]]


class Sampler:
    """Makes texts of patterns.

    :param classes: the word classes they refer to, which lead in no circle.
    """

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._known: dict[str, tuple[str, ...] | None] = {}

    def texts(self, node: notation.Node) -> tuple[str, ...]:
        """Matching forms that the pattern should match, each once; none when they cannot be made.

        Nobody can make up what a regular expression or a part of speech matches. What must not
        stand before or after is not looked at.
        """
        return tuple(dict.fromkeys(text for text in self._texts(node) or () if text))

    def _texts(self, node: notation.Node) -> tuple[str, ...] | None:
        match node:
            case notation.Literal(text):
                return (text,)
            case notation.Either(options):
                return _any_of([self._texts(option) for option in options])
            case notation.Sequence(items):
                return _in_a_row([self._texts(item) for item in items])
            case notation.Gap(size, wide):
                # A comma alone: what stands before or after it may have to be an edge.
                return ("", SOFT, _filler(size, wide)) if wide else ("", _filler(size, wide))
            case notation.Digits(least):
                return tuple(digit * least for digit in _DIGITS)
            case notation.Words(inner):
                return self._texts(inner)
            case notation.Anchor() | notation.Not():
                return ("",)
            case notation.ClassRef(name, _, _):
                if name not in self._known:
                    members = [node for nodes in self._classes[name].values() for node in nodes]
                    self._known[name] = _any_of([self._texts(member) for member in members])
                return self._known[name]
        return None


def _filler(size: int, wide: bool) -> str:
    """As many characters as a gap may have; those of a wide one cross a comma."""
    if not wide:
        return FILLER[:size]
    before = (size - 1) // 2
    return FILLER[:before] + SOFT + FILLER[before : size - 1]


def in_contexts(text: str) -> Iterable[str]:
    """A text alone, and with other words or clauses before and after it."""
    for suffix in _SUFFIXES:
        for prefix in _PREFIXES:
            yield prefix + text + suffix


def spread(texts: tuple[str, ...], most: int) -> tuple[str, ...]:
    """At most so many of them, taken evenly."""
    step = max(1, math.ceil(len(texts) / most))
    return texts[::step]


def _any_of(options: list[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """The first of each option, then the second of each, and so on."""
    known = [texts for texts in options if texts is not None]
    if len(known) < len(options):
        return None
    longest = max(map(len, known), default=0)
    rows = (texts[row] for row in range(longest) for texts in known if row < len(texts))
    return tuple(dict.fromkeys(rows))[:MOST]


def _in_a_row(items: list[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """All combinations, or as many as are wanted with each text of each item among them."""
    known = [texts for texts in items if texts is not None]
    if len(known) < len(items):
        return None
    everything = math.prod(map(len, known))
    rows = min(everything, MOST)
    found = []
    for row in range(rows):
        parts, rest = [], row
        for place, texts in enumerate(known):
            size = len(texts)
            # Shifted by another number of steps in each item, so that combinations vary.
            at = rest if everything <= MOST else row + row // size * place
            parts.append(texts[at % size])
            rest //= size
        found.append("".join(parts))
    return tuple(found)
