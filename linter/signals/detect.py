"""Finding signals in a speaking turn.

A hit is a shortest span that matches one of the signal's patterns and that nothing takes back:
no harmless longer phrase over it, no excuse in the same sentence, no context condition.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from linter.model import Hit
from linter.rulebook.packing import in_parts
from linter.rulebook.types import Pattern, RuleBook, Signal
from linter.signals.exceptions import READ_BACK, ContextCondition, Exceptions
from linter.signals.finder import Compiler, Finder
from linter.signals.matcher import HEARD, Context
from linter.signals.prepared import CompiledSignal, Order, Prepared
from linter.signals.search import Search
from linter.signals.sieve import Patterns, Sieve, sieve
from linter.signals.similar import Example, alike, may_be_alike
from linter.text.normal import clause
from linter.text.sounds import hearing
from linter.text.tokens import Tokenizer, default_tokenizer
from linter.text.turns import SpeakingTurn


class Seen(NamedTuple):
    """A hit with its place in the speaking turn's matching form.

    :ivar taken_back: what took it back, in the rule file's words; empty for a hit that stands.
    :ivar member: the signal of a group whose hit this is; otherwise the hit's own signal.
    """

    hit: Hit
    speaking: int
    start: int
    end: int
    taken_back: str = ""
    member: str = ""


class Detector:
    """Finds the signals of a rule book.

    :param book: the rules; a signal's patterns are compiled when it is first looked for.
    :param prepared: what another detector of the same book has found out.
    :ivar tokenizer: the one that cuts turns into words; it knows the book's own words.
    :ivar signals: the book's signals, by name.
    :ivar classes: the book's word classes, by name.
    """

    def __init__(self, book: RuleBook, prepared: Prepared | None = None) -> None:
        self.tokenizer = default_tokenizer()
        if book.words:
            self.tokenizer = Tokenizer()
            self.tokenizer.add_words(book.words)
        self.context = Context(edges=self.tokenizer.edges, tags=self.tokenizer.tags)
        self._book = book
        self.classes = book.classes
        self._compiler = Compiler(book.classes)
        self._conditions: dict[str, ContextCondition] = {}
        self._signals: dict[str, CompiledSignal] = {}
        self.signals = book.signals
        self._prepared = prepared
        self._order = prepared.order if prepared else Order.of(book.signals)
        self._own = self._order.own

    @cached_property
    def members_first(self) -> tuple[Signal, ...]:
        """The book's signals, each after those it is a group of."""
        return tuple(self.signals[name] for name in self._order.names)

    @cached_property
    def sieve(self) -> Sieve:
        """Tells which signals a call may have."""
        if self._prepared:
            return self._prepared.sieve
        compiled = map(self._signal, self.signals)
        return sieve((s.spec, s.patterns, s.heard, s.like) for s in compiled)

    def prepared(self) -> Prepared:
        """All that there is to be found out about the book."""
        if self._prepared:
            return self._prepared
        parts = {name: self._signal(name).parts for name in self.signals}
        kept = replace(self.sieve, numbers=in_parts(self.sieve.numbers))
        return Prepared(kept, self._order, in_parts(parts))

    def of_its_own(self, name: str) -> frozenset[str]:
        """The signals whose own hits may count as a signal's: itself, its members and theirs.

        :raises KeyError: when there is no such signal.
        """
        return self._own[name]

    def compile(self, patterns: tuple[Pattern, ...]) -> tuple[Finder, ...]:
        """Patterns of this rule book as finders."""
        return tuple(self._compiler.finder(pattern.node) for pattern in patterns)

    def _signal(self, name: str) -> CompiledSignal:
        # Two threads that come here at once make the same thing.
        if name not in self._signals:
            spec = self.signals[name]
            if self._prepared:
                self._signals[name] = CompiledSignal.of(spec, self._prepared.parts[name])
            else:
                self._signals[name] = self._compiled(spec)
        return self._signals[name]

    def _compiled(self, spec: Signal) -> CompiledSignal:
        heard: tuple[Finder, ...] = ()
        if spec.heard is not None:
            listening = Compiler(self._book.classes, hearing(spec.heard))
            heard = tuple(listening.finder(pattern.node) for pattern in spec.patterns)
        for name in (*spec.not_when, *spec.only_when):
            if name not in self._conditions:
                condition = ContextCondition.of(self._book.conditions[name], self.compile)
                self._conditions[name] = condition
        return CompiledSignal(
            spec,
            self.compile(spec.patterns),
            heard,
            self.compile(spec.none),
            tuple(map(Example.of, spec.like)),
            Exceptions.of(spec, self.compile, self._conditions),
        )

    def seen(self, turn: SpeakingTurn, before: Sequence[SpeakingTurn] = ()) -> Iterator[Seen]:
        """What the patterns of all signals find in one speaking turn, and what was taken back.

        :param before: the speaking turns before it.
        """
        search = self.search(turn, before)
        for spec in self.signals.values():
            if spec.who in ("any", turn.role):
                yield from self.hits(spec, search)

    def search(self, turn: SpeakingTurn, before: Sequence[SpeakingTurn] = ()) -> Search:
        """A speaking turn, to be searched once for each pattern."""
        return Search(turn, self.context, before)

    def hits(self, spec: Signal, search: Search, patterns: Patterns | None = None) -> list[Seen]:
        """What a signal's own patterns find in a speaking turn of its side.

        :param patterns: which of them may be there (see :mod:`linter.signals.sieve`); ``None``
            for all.
        """
        return _hits(self._signal(spec.name), search, patterns)

    def of_group(self, spec: Signal, hits: Iterable[Seen], searches: Searches) -> Iterator[Seen]:
        """Its side's hits as hits of ``spec``, unless its own exceptions take them back."""
        exceptions = self._signal(spec.name).exceptions
        for seen in hits:
            search = searches(seen.speaking)
            if spec.who not in ("any", search.turn.role):
                continue
            taken_back = seen.taken_back or exceptions.taking_back(search, seen.start, seen.end)
            hit = seen.hit._replace(signal=spec.name)
            yield seen._replace(hit=hit, taken_back=taken_back, member=seen.hit.signal)


Searches = Callable[[int], Search]
"""The search of a speaking turn, by its number."""


def _hits(signal: CompiledSignal, search: Search, patterns: Patterns | None) -> list[Seen]:
    found = list(_candidates(signal, search, patterns))
    if not found or (len(found) == 1 and signal.spec.least <= 1):
        # As most often: there is nothing to choose from.
        return found
    candidates = _enough(signal.spec, search, _read_back(found))
    chosen: list[Seen] = []
    for seen in sorted(candidates, key=_preference):
        at = bisect_left(chosen, seen.start, key=lambda other: other.start)
        before, after = chosen[max(at - 1, 0) : at], chosen[at : at + 1]
        if all(o.end <= seen.start for o in before) and all(seen.end <= o.start for o in after):
            chosen.insert(at, seen)
    return chosen


def _candidates(
    signal: CompiledSignal, search: Search, patterns: Patterns | None
) -> Iterator[Seen]:
    spec, turn = signal.spec, search.turn
    every = len(signal.patterns)
    by_sound = every + len(signal.heard)
    if patterns is None:
        patterns = dict.fromkeys(range(by_sound + len(signal.like)))
    for number in sorted(patterns) if len(patterns) > 1 else patterns:
        near = patterns[number]
        if number >= by_sound:
            break
        if number >= every:
            yield from _by_sound(signal, search, number - every, near)
            continue
        pattern = spec.patterns[number]
        for start, end, slots in search.find(signal.patterns[number], near):
            hit = Hit(
                spec.name,
                *turn.locate(start, end),
                pattern.level,
                slots,
                pattern.certainty,
                pattern.text,
            )
            yield _judged(signal, search, hit, start, end)
    if signal.like:
        yield from _by_example(signal, search, patterns)
    if signal.none and turn.substantive and not any(map(search.spans, signal.none)):
        hit = Hit(spec.name, *turn.locate(0, len(turn.text)), pattern="none")
        yield _judged(signal, search, hit, 0, len(turn.text))


def _by_sound(
    signal: CompiledSignal, search: Search, number: int, near: Sequence[int] | None
) -> Iterator[Seen]:
    """What only sounds like a pattern: the words as they stand are other ones."""
    spec, turn, pattern = signal.spec, search.turn, signal.spec.patterns[number]
    for start, end, slots in search.find(signal.heard[number], near):
        words = "".join(word for name, word in slots if name == HEARD)
        kept = tuple(slot for slot in slots if slot[0] != HEARD)
        place, note = turn.locate(start, end), f"听作“{words}”"
        hit = Hit(spec.name, *place, pattern.level, kept, "review", pattern.text, note)
        yield _judged(signal, search, hit, start, end)


def _by_example(signal: CompiledSignal, search: Search, patterns: Patterns) -> Iterator[Seen]:
    """What is like one of the examples."""
    spec, turn = signal.spec, search.turn
    first = len(signal.patterns) + len(signal.heard)
    examples = tuple(
        example
        for n, example in enumerate(signal.like, first)
        if n in patterns and may_be_alike(turn.text, example, spec.similar)
    )
    for start, end, like in alike(turn.text, examples, spec.similar) if examples else ():
        place = turn.locate(start, end)
        note = f"像“{like}”"
        hit = Hit(spec.name, *place, certainty="review", pattern=like, note=note)
        yield _judged(signal, search, hit, start, end)


def _judged(signal: CompiledSignal, search: Search, hit: Hit, start: int, end: int) -> Seen:
    taken_back = signal.exceptions.taking_back(search, start, end)
    return Seen(hit, search.turn.number, start, end, taken_back, hit.signal)


_READ_BACK = f"not_when: {READ_BACK}"


def _read_back(candidates: list[Seen]) -> list[Seen]:
    """The candidates; with words that are read back goes whatever lies inside them."""
    back = [seen for seen in candidates if seen.taken_back == _READ_BACK]
    if not back:
        return candidates
    return [
        seen._replace(taken_back=back[0].taken_back)
        if not seen.taken_back and any(b.start <= seen.start and seen.end <= b.end for b in back)
        else seen
        for seen in candidates
    ]


def _enough(spec: Signal, search: Search, candidates: list[Seen]) -> list[Seen]:
    """The candidates; taken back where too few different patterns stand within the scope."""
    if spec.least <= 1 or spec.members:
        return candidates

    whole = spec.scope.unit != "sentence"
    scopes = [(0, 0) if whole else clause(search.turn.text, seen.start) for seen in candidates]
    there: dict[tuple[int, int], set[str]] = {}
    surely: dict[tuple[int, int], set[str]] = {}
    for scope, seen in zip(scopes, candidates, strict=True):
        if not seen.taken_back:
            there.setdefault(scope, set()).add(seen.hit.pattern)
            if seen.hit.certainty == "certain":
                surely.setdefault(scope, set()).add(seen.hit.pattern)
    counted = []
    for scope, seen in zip(scopes, candidates, strict=True):
        if not seen.taken_back and len(there[scope]) < spec.least:
            counted.append(seen._replace(taken_back=f"least: {spec.least}"))
        elif not seen.taken_back and len(surely.get(scope, ())) < spec.least:
            counted.append(seen._replace(hit=seen.hit._replace(certainty="review")))
        else:
            counted.append(seen)
    return counted


def _preference(seen: Seen) -> tuple[bool, int, str, int, int]:
    """Which of overlapping hits is kept: standing, high, certain, early, long ones first."""
    return bool(seen.taken_back), -seen.hit.level, seen.hit.certainty, seen.start, -seen.end
