"""Matching a pattern on a matching form by following sets of places, never by backtracking.

A matcher answers, for a set of places, every place where a match that begins at one of them may
end. A place that is reached twice is followed once, so the cost is bounded by the pattern's size
times the text's length, whatever the text and however the pattern's brackets are nested. This is
the definition that faster engines have to equal.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from linter import lazy
from linter.rulebook.notation import MAX_DIGITS
from linter.text.normal import BOUNDARIES, HARD, SOFT
from linter.text.sounds import Hearing

Slots = tuple[tuple[str, str], ...]
Places = dict[int, Slots]
"""Places in a text, and the slots captured on the way there."""
Edges = Callable[[str], frozenset[int]]
Tags = Callable[[str], Mapping[int, tuple[int, str]]]

# Digits as they are spoken, written or masked; a recogniser puts commas between them.
_DIGIT = "0-9零一二三四五六七八九幺两十百千万*x"
_UNITS = "十百千万"
_MASK = r"\[(?:数字|电话|手机|号码|订单|身份证|orderid)[^\]]{0,8}\]"

DIGIT_FIRSTS = frozenset("0123456789零一二三四五六七八九幺两十百千万*x[")
"""The characters a number may begin with, the bracket of a masked one included."""

_LONGEST_MASK = 17
LONGEST_NUMBER = max(2 * MAX_DIGITS, _LONGEST_MASK)
"""How many characters a number may have at most: a comma may follow each digit."""

HEARD = "听作"
"""The slot that :class:`Sounds` captures what was meant in."""

LOOK_BEHIND = 12
"""How far before a place (code points) a ``(前无 …)`` may begin."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a matcher may ask about beyond the text.

    :ivar edges: token edges of a text, asked for only when a pattern has words of their own.
    :ivar tags: for each place where a token begins, where it ends and its part of speech; asked
        for only when a pattern has parts of speech.
    """

    edges: Edges
    tags: Tags = field(default=lambda text: {})


class Matcher(ABC):
    """A compiled pattern node."""

    @abstractmethod
    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Where matches that begin at ``places`` may end, each with the slots of one way there.

        ``places`` itself is left as it is.
        """


@dataclass(frozen=True, slots=True)
class Literal(Matcher):
    """These characters."""

    text: str

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Behind the characters."""
        own = self.text
        size = len(own)
        return {at + size: slots for at, slots in places.items() if text.startswith(own, at)}


@dataclass(frozen=True, slots=True)
class Wordlist(Matcher):
    """Many plain words at once, with what each captures: the commonest shape of a class."""

    words: Mapping[str, Slots]
    lengths: Mapping[str, tuple[int, ...]] = field(init=False)
    """First character → how long the words are that begin with it; with ``""`` if it is one."""

    all_lengths: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        lengths: dict[str, set[int]] = {}
        for word in self.words:
            lengths.setdefault(word[:1], set()).add(len(word))
        empty = lengths.get("", set())
        ordered = {char: tuple(sorted(known | empty)) for char, known in lengths.items()}
        object.__setattr__(self, "lengths", ordered)
        object.__setattr__(self, "all_lengths", tuple(sorted({len(word) for word in self.words})))

    def ends_at(self, text: str, at: int, most: int) -> bool:
        """Whether a word of at most ``most`` characters ends at a place."""
        for length in self.all_lengths:
            if length > at or length > most:
                return False
            if text[at - length : at] in self.words:
                return True
        return False

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Behind each word that stands there."""
        found: Places = {}
        words, lengths = self.words, self.lengths
        nothing = lengths.get("", ())
        for at, slots in places.items():
            for length in lengths.get(text[at : at + 1], nothing):
                end = at + length
                captured = words.get(text[at:end])
                if captured is not None and end <= len(text) and end not in found:
                    found[end] = slots + captured if captured else slots
        return found


@dataclass(frozen=True, slots=True)
class Sounds(Matcher):
    """Words, and whatever sounds like one of them; what was meant is captured as ``HEARD``.

    A single character is only taken as written: every second one sounds like another.
    """

    words: Mapping[str, Slots]
    hearing: Hearing
    codes: Mapping[str, tuple[str, Slots]] = field(init=False)
    lengths: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        codes: dict[str, tuple[str, Slots]] = {}
        for word, slots in self.words.items():
            codes.setdefault(self.hearing.code(word), (word, slots))
        object.__setattr__(self, "codes", codes)
        object.__setattr__(self, "lengths", tuple(sorted({len(word) for word in self.words})))

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Behind each word that is heard there."""
        coded = self.hearing.code(text)
        found: Places = {}
        for at, slots in places.items():
            for length in self.lengths:
                end = at + length
                written = text[at:end]
                if end > len(text):
                    continue
                if written in self.words:
                    found.setdefault(end, slots + self.words[written])
                elif length > 1 and (meant := self.codes.get(coded[at:end])):
                    found.setdefault(end, (*slots, (HEARD, meant[0]), *meant[1]))
        return found


@dataclass(frozen=True, slots=True)
class Either(Matcher):
    """One of the options; of those that end at the same place, the first one's slots."""

    options: tuple[Matcher, ...]

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Wherever an option ends."""
        found: Places = {}
        for option in self.options:
            for end, slots in option(text, places, context).items():
                found.setdefault(end, slots)
        return found


@dataclass(frozen=True, slots=True)
class Sequence(Matcher):
    """One after the other."""

    items: tuple[Matcher, ...]

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Where the last item ends."""
        for item in self.items:
            places = item(text, places, context)
            if not places:
                break
        return places


@dataclass(frozen=True, slots=True)
class Gap(Matcher):
    """Up to ``size`` characters; only ``wide`` ones cross soft boundaries, none a hard one."""

    size: int
    wide: bool

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Everywhere up to the size or the next stop."""
        stops = HARD if self.wide else BOUNDARIES
        found: Places = {}
        reached = -1
        for at in sorted(places):
            slots = places[at]
            # Everything from here to ``reached`` has been found, with no stop in between.
            for end in range(max(at, reached + 1), min(at + self.size, len(text)) + 1):
                if end > at and text[end - 1] in stops:
                    break
                found[end] = slots
                reached = end
        return found


@dataclass(frozen=True, slots=True)
class Digits(Matcher):
    """A number: it begins where no number is under way, and goes on as long as it can.

    Units at its end (三万) may also be left to what comes after it.
    """

    least: int
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        fresh = rf"(?<![{_DIGIT}])(?<![{_DIGIT}]{SOFT})"
        run = rf"{fresh}(?:[{_DIGIT}]{SOFT}?){{{self.least},{MAX_DIGITS}}}(?<!{SOFT})"
        object.__setattr__(self, "pattern", lazy.pattern(rf"{_MASK}|{run}"))

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Behind the number."""
        found: Places = {}
        for at, slots in places.items():
            number = self.pattern.match(text, at)
            if not number:
                continue
            end = number.end()
            found.setdefault(end, slots)
            left = sum(char != SOFT for char in number[0])
            while text[end - 1] in _UNITS and text[end - 2] != SOFT and left > self.least:
                end, left = end - 1, left - 1
                found.setdefault(end, slots)
        return found


@dataclass(frozen=True, slots=True)
class PartOfSpeech(Matcher):
    """A token whose part of speech begins with ``tag``."""

    tag: str

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Behind each such token."""
        tags = context.tags(text)
        found: Places = {}
        for at, slots in places.items():
            end, tag = tags.get(at, (at, ""))
            if end > at and tag.startswith(self.tag):
                found.setdefault(end, slots)
        return found


@dataclass(frozen=True, slots=True)
class Regex(Matcher):
    """A regular expression, whose own repetitions say how much it takes."""

    compiled: Any

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Behind the one match that begins at each place."""
        matches = ((slots, self.compiled.match(text, at)) for at, slots in places.items())
        return {found.end(): slots for slots, found in matches if found}


@dataclass(frozen=True, slots=True)
class Anchor(Matcher):
    """The edge of a clause (``^``, ``$``) or of the speaking turn (``^^``, ``$$``)."""

    kind: str

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """The same places, where they are at the edge."""
        return {at: slots for at, slots in places.items() if self._holds(text, at)}

    def _holds(self, text: str, at: int) -> bool:
        if self.kind == "^":
            return at == 0 or text[at - 1] in BOUNDARIES
        if self.kind == "$":
            return at == len(text) or text[at] in BOUNDARIES
        if self.kind == "^^":
            return at == 0
        while at < len(text) and text[at] in BOUNDARIES:
            at += 1
        return at == len(text)


@dataclass(frozen=True, slots=True)
class Words(Matcher):
    """The inner pattern, from one edge of jieba's tokens to another."""

    inner: Matcher

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """Where the inner pattern ends, if it begins and ends on an edge."""
        # Tokens are dear: not before the characters are there.
        if not self.inner(text, places, context):
            return {}
        edges = context.edges(text)
        begin = {at: slots for at, slots in places.items() if at in edges}
        found = self.inner(text, begin, context)
        return {end: slots for end, slots in found.items() if end in edges}


@dataclass(frozen=True, slots=True)
class Not(Matcher):
    """A place right after which (``behind``: right before which) ``inner`` does not match."""

    inner: Matcher
    behind: bool

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """The same places, where ``inner`` is not."""
        return {at: slots for at, slots in places.items() if not self._there(text, at, context)}

    def _there(self, text: str, at: int, context: Context) -> bool:
        if not self.behind:
            return bool(self.inner(text, {at: ()}, context))
        # Asked at every place, and to ask an abstract class takes long.
        if type(self.inner) is Literal:
            return len(self.inner.text) <= LOOK_BEHIND and text.endswith(self.inner.text, 0, at)
        if type(self.inner) is Wordlist:
            return self.inner.ends_at(text, at, LOOK_BEHIND)
        before: Places = dict.fromkeys(range(max(0, at - LOOK_BEHIND), at + 1), ())
        return at in self.inner(text, before, context)


@dataclass(frozen=True, slots=True)
class Capture(Matcher):
    """Remembers slots and moves nowhere."""

    slots: Slots

    def __call__(self, text: str, places: Places, context: Context) -> Places:
        """The same places, with the slots."""
        return {at: slots + self.slots for at, slots in places.items()}
