"""Patterns ready to be looked for: compiled once, and looked for only where they can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from linter.rulebook import notation, regex
from linter.signals import matcher
from linter.signals.matcher import Context, Matcher, Slots
from linter.signals.prefilter import firsts, longest, needs, shortest, stays_in_clause
from linter.text.dialect import variants
from linter.text.normal import BOUNDARIES
from linter.text.sounds import Hearing

Classes = Mapping[str, Mapping[str, tuple[notation.Node, ...]]]


PlacesOf = Mapping[str, list[int]]
"""Character → its places in a text, in order; boundaries left out."""
Places = Callable[[], PlacesOf]


_STOPS = "".join(sorted(BOUNDARIES))

_FEW = 24
"""So many strings are looked for in a text sooner than a pattern is tried at one place."""


def _by_first(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Words by their first character, shorter ones first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (len(word), word)):
        found.setdefault(word[0], []).append(word)
    return {char: tuple(same) for char, same in found.items()}


def places_of(text: str) -> PlacesOf:
    """Where each character of a text stands."""
    found: dict[str, list[int]] = {}
    for at, char in enumerate(text):
        if char not in BOUNDARIES:
            found.setdefault(char, []).append(at)
    return found


@dataclass(frozen=True, slots=True)
class Finder:
    """A pattern ready to be looked for.

    :ivar needs: sets of strings; a text without one string of each is not worth a closer look.
        Each set goes by the first character of its strings.
    :ivar firsts: the characters a match may begin with, boundaries left out, or ``None``.
    :ivar hearing: by which needs and firsts are coded, when the pattern is looked for by sound.
    :ivar longest: how many characters a match may have at most, or ``None``.
    :ivar in_clause: whether no match has a boundary in it.
    :ivar few: those of the needs that have few strings.
    :ivar plain: whether it is nothing but words, and their beginnings those of its matches.
    """

    matcher: Matcher
    needs: tuple[Mapping[str, tuple[str, ...]], ...]
    firsts: frozenset[str] | None
    hearing: Hearing | None = None
    longest: int | None = None
    in_clause: bool = False
    plain: bool = False
    few: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, compiled: Matcher, hearing: Hearing | None = None) -> Finder:
        """A finder for a matcher; rare needs are asked for first."""
        sets = sorted(needs(compiled), key=lambda words: (-shortest(words), len(words)))
        begins = firsts(compiled)
        if begins is not None:
            begins -= BOUNDARIES
        if hearing and begins is not None:
            # Numbers are looked for as they are written, in a text whose characters are coded.
            begins |= frozenset(hearing.code("".join(begins & matcher.DIGIT_FIRSTS)))
        return cls(
            compiled,
            tuple(map(_by_first, sets)),
            begins,
            hearing,
            longest(compiled),
            stays_in_clause(compiled),
            isinstance(compiled, matcher.Literal | matcher.Wordlist) and stays_in_clause(compiled),
            tuple(tuple(sorted(words)) for words in sets if len(words) <= _FEW),
        )

    def find(
        self,
        text: str,
        context: Context,
        places: Places | None = None,
        near: Sequence[int] | None = None,
    ) -> list[tuple[int, int, Slots]]:
        """All spans of ``text`` that match and contain no other that does; in order.

        No span is empty or begins with a boundary. Both the starts and the ends of the spans
        increase.

        :param places: gives :func:`places_of` the text, when many patterns are looked for in it.
        :param near: in order, where the words begin one of which every match contains
            (:func:`linter.signals.anchors.anchors`), when that is known.
        """
        if type(self.matcher) is matcher.Regex:
            return self._leftmost(text, context)
        if self.plain and near is not None:
            starts: Sequence[int] = near
        else:
            starts = self._worth_trying(text, places, near)
        # Most often nothing matches: all places at once cost little more than one.
        if not starts or (
            len(starts) > 1 and not self.matcher(text, dict.fromkeys(starts, ()), context)
        ):
            return []
        spans: list[tuple[int, int, Slots]] = []
        for start in starts:
            ends = self.matcher(text, {start: ()}, context)
            if not ends:
                continue
            end = min(ends)
            if end <= start:
                end = min((end for end in ends if end > start), default=start)
            if end > start:
                spans.append((start, end, ends[end]))
        if len(spans) < 2:
            return spans
        kept: list[tuple[int, int, Slots]] = []
        for span in reversed(spans):
            # A span that begins earlier and ends no sooner than a later one contains it.
            if not kept or span[1] < kept[-1][1]:
                kept.append(span)
        return kept[::-1]

    def _worth_trying(
        self, text: str, places: Places | None, near: Sequence[int] | None
    ) -> Sequence[int]:
        """Where a match may begin, in order."""
        probe = self.hearing.code(text) if self.hearing else text
        if near is not None:
            return self._around(near, text, probe) if self._may_be_near(probe) else ()
        if self.firsts is not None and self.firsts.isdisjoint(probe):
            return ()
        there = places_of(probe) if self.hearing or places is None else places()
        return self._starts(there) if self._possible(probe, there) else ()

    def _possible(self, text: str, places: PlacesOf) -> bool:
        """Whether ``text`` can contain a match at all."""
        # Asked millions of times, hence no any() and all().
        for words in self.needs:
            for char in words.keys() & places.keys():
                for word in words[char]:
                    if len(word) == 1 or word in text:
                        break
                else:
                    continue
                break
            else:
                return False
        return True

    def _starts(self, places: PlacesOf) -> list[int]:
        """Where a match may begin, in order."""
        if self.firsts is None:
            return sorted(at for found in places.values() for at in found)
        found = [places[char] for char in self.firsts & places.keys()]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))

    def _may_be_near(self, text: str) -> bool:
        """Whether what a match needs besides is there, as far as that is soon told."""
        for words in self.few:
            for word in words:
                if word in text:
                    break
            else:
                return False
        return True

    def _around(self, near: Sequence[int], text: str, probe: str) -> list[int]:
        """Where a match may begin that reaches one of the words."""
        firsts, longest = self.firsts, self.longest
        starts: list[int] = []
        low = 0
        for place in near:
            if longest is not None and place - longest > low:
                low = place - longest
            if self.in_clause:
                for stop in _STOPS:
                    stopped = text.rfind(stop, low, place)
                    if stopped > low:
                        low = stopped
            for at, char in enumerate(probe[low : place + 1], low):
                if char not in BOUNDARIES if firsts is None else char in firsts:
                    starts.append(at)
            low = place + 1
        return starts

    def _leftmost(self, text: str, context: Context) -> list[tuple[int, int, Slots]]:
        """The spans of a regular expression: it says itself how much it takes."""
        spans: list[tuple[int, int, Slots]] = []
        at = 0
        while at < len(text):
            ends = {} if text[at] in BOUNDARIES else self.matcher(text, {at: ()}, context)
            end = min(ends, default=at)
            if end > at:
                spans.append((at, end, ()))
            at = max(end, at + 1)
        return spans


class Compiler:
    """Makes finders of pattern trees; one compiler for all patterns that share classes.

    :param classes: class name → group name → its members; all references must exist and none
        lead in a circle.
    :param hearing: makes finders that go by sound.
    """

    def __init__(self, classes: Classes, hearing: Hearing | None = None) -> None:
        self._classes = classes
        self._hearing = hearing
        self._compiled: dict[tuple[str, str], Matcher] = {}

    def finder(self, node: notation.Node) -> Finder:
        """A pattern tree as a finder."""
        if not self._hearing:
            return Finder.of(self._node(node))
        return Finder.of(_by_sound(self._node(node), self._hearing), self._hearing)

    def _node(self, node: notation.Node) -> Matcher:
        match node:
            case notation.Literal(text):
                first, *more = variants(text)
                if not more:
                    return matcher.Literal(first)
                return matcher.Wordlist(dict.fromkeys((first, *more), ()))
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
            case notation.PartOfSpeech(tag):
                return matcher.PartOfSpeech(tag)
            case notation.Regex(expression):
                return matcher.Regex(regex.compiled(expression))
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
                elif isinstance(inner, matcher.Wordlist) and _plain(inner):
                    options.append(matcher.Wordlist(dict.fromkeys(inner.words, captured)))
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


def _plain(words: matcher.Wordlist) -> bool:
    """Whether these are words of some length that capture nothing themselves."""
    return all(word and not slots for word, slots in words.words.items())


def _by_sound(node: Matcher, hearing: Hearing) -> Matcher:
    """A compiled pattern with all its words looked for by sound, but for what must not be there."""
    match node:
        case matcher.Literal(text) if text:
            return matcher.Sounds({text: ()}, hearing)
        case matcher.Wordlist(words) if all(words):
            return matcher.Sounds(words, hearing)
        case matcher.Wordlist(words):
            kept = {word: slots for word, slots in words.items() if word}
            return matcher.Either(
                (matcher.Sounds(kept, hearing), matcher.Wordlist({"": words[""]}))
            )
        case matcher.Either(options):
            return matcher.Either(tuple(_by_sound(option, hearing) for option in options))
        case matcher.Sequence(items):
            return matcher.Sequence(tuple(_by_sound(item, hearing) for item in items))
        case matcher.Words(inner):
            return matcher.Words(_by_sound(inner, hearing))
    return node
