"""Finding signals in a speaking turn.

A hit is a shortest span that matches one of the signal's patterns and that nothing takes back:
no harmless longer phrase over it, no excuse in the same sentence, no context condition.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from linter.model import Hit
from linter.rulebook.types import Condition, Pattern, RuleBook, Signal
from linter.signals.finder import Compiler, Finder
from linter.signals.matcher import Context, Slots
from linter.text.normal import clause
from linter.text.tokens import Tokenizer, default_tokenizer
from linter.text.turns import SpeakingTurn

NEAR = 24
"""How far (code points of the matching form) an excuse or a companion may stand from a hit
inside the same sentence: recognised speech often has one full stop a minute."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A hit with its place in the speaking turn's matching form.

    :ivar taken_back: what took it back, in the rule file's words; empty for a hit that stands.
    """

    hit: Hit
    speaking: int
    start: int
    end: int
    taken_back: str = ""


@dataclass(frozen=True, slots=True)
class _Pattern:
    finder: Finder
    spec: Pattern


@dataclass(frozen=True, slots=True)
class _Condition:
    spec: Condition
    before: tuple[Finder, ...]
    after: tuple[Finder, ...]
    clause: tuple[Finder, ...]


@dataclass(frozen=True, slots=True)
class _Signal:
    spec: Signal
    patterns: tuple[_Pattern, ...]
    over: tuple[Finder, ...]
    not_if: tuple[Finder, ...]
    not_if_turn: tuple[Finder, ...]
    near: tuple[Finder, ...]
    not_when: tuple[_Condition, ...]


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks things up in one speaking turn, each pattern once however many hits ask for it."""

    turn: SpeakingTurn
    context: Context
    _found: dict[int, list[tuple[int, int, Slots]]] = field(default_factory=dict)

    def spans(self, finder: Finder) -> list[tuple[int, int, Slots]]:
        key = id(finder)
        if key not in self._found:
            self._found[key] = finder.find(self.turn.text, self.context)
        return self._found[key]

    def within(self, finder: Finder, low: int, high: int) -> bool:
        """Whether a span lies in ``[low, high]``."""
        # Starts and ends both increase: the first span from ``low`` on is the one that ends first.
        spans = self.spans(finder)
        first = bisect_left(spans, low, key=lambda span: span[0])
        return first < len(spans) and spans[first][1] <= high

    def precedes(self, finder: Finder, low: int, soonest: int, latest: int) -> bool:
        """Whether a span that begins at ``low`` or later ends from ``soonest`` to ``latest``."""
        spans = self.spans(finder)
        first = max(
            bisect_left(spans, low, key=lambda span: span[0]),
            bisect_left(spans, soonest, key=lambda span: span[1]),
        )
        return first < len(spans) and spans[first][1] <= latest

    def overlaps(self, finder: Finder, start: int, end: int) -> bool:
        """Whether a span shares characters with ``[start, end)`` and is not that very span."""
        spans = self.spans(finder)
        first = bisect_left(spans, start + 1, key=lambda span: span[1])
        # Where the very span is among them, there is another one only next to it.
        return any(a < end and (a, b) != (start, end) for a, b, _ in spans[first : first + 2])

    def follows(self, finder: Finder, soonest: int, latest: int, high: int) -> bool:
        """Whether a span that ends by ``high`` begins from ``soonest`` to ``latest``."""
        spans = self.spans(finder)
        first = bisect_left(spans, soonest, key=lambda span: span[0])
        return first < len(spans) and spans[first][0] <= latest and spans[first][1] <= high


class Detector:
    """Finds all signals of a rule book.

    :param book: the rules; patterns are compiled once, here.
    :ivar tokenizer: the one that cuts turns into words; it knows the book's own words.
    :ivar quotable: signals that words of the other side, read back, do not show.
    """

    def __init__(self, book: RuleBook) -> None:
        self.tokenizer = default_tokenizer()
        if book.words:
            self.tokenizer = Tokenizer()
            self.tokenizer.add_words(book.words)
        self.context = Context(edges=self.tokenizer.edges)
        self._compiler = Compiler(book.classes)
        conditions = {name: self._condition(spec) for name, spec in book.conditions.items()}
        self._signals = [self._signal(spec, conditions) for spec in book.signals.values()]
        self._groups = {name: _groups_of(name, book.signals) for name in book.signals}
        self.quotable = frozenset(
            spec.name
            for spec in book.signals.values()
            if any(book.conditions[name].quoted for name in spec.not_when)
        )

    def compile(self, patterns: tuple[Pattern, ...]) -> tuple[Finder, ...]:
        """Patterns of this rule book as finders."""
        return tuple(self._compiler.finder(pattern.node) for pattern in patterns)

    def _condition(self, spec: Condition) -> _Condition:
        return _Condition(
            spec, self.compile(spec.before), self.compile(spec.after), self.compile(spec.clause)
        )

    def _signal(self, spec: Signal, conditions: Mapping[str, _Condition]) -> _Signal:
        return _Signal(
            spec,
            tuple(map(_Pattern, self.compile(spec.patterns), spec.patterns)),
            self.compile(spec.over),
            self.compile(spec.not_if),
            self.compile(spec.not_if_turn),
            self.compile(spec.near),
            tuple(conditions[name] for name in spec.not_when),
        )

    def seen(self, turn: SpeakingTurn) -> Iterator[Seen]:
        """All hits of all signals in one speaking turn, and what was taken back.

        A member's hits are also hits of the signals it is a member of.
        """
        search = _Search(turn, self.context)
        for signal in self._signals:
            if signal.spec.who not in ("any", turn.role):
                continue
            for seen in _hits(signal, search):
                yield seen
                for group in self._groups[signal.spec.name]:
                    yield replace(seen, hit=replace(seen.hit, signal=group))


def _groups_of(name: str, signals: Mapping[str, Signal]) -> list[str]:
    """The signals that ``name`` is a member of, directly or not, each once."""
    found: list[str] = []
    front = [name]
    while front:
        front = [
            spec.name
            for spec in signals.values()
            if spec.name not in found and not set(front).isdisjoint(spec.members)
        ]
        found += front
    return found


def _hits(signal: _Signal, search: _Search) -> list[Seen]:
    candidates = [
        _candidate(signal, pattern.spec, search, span)
        for pattern in signal.patterns
        for span in pattern.finder.find(search.turn.text, search.context)
    ]
    chosen: list[Seen] = []
    for seen in sorted(candidates, key=_preference):
        at = bisect_left(chosen, seen.start, key=lambda other: other.start)
        before, after = chosen[max(at - 1, 0) : at], chosen[at : at + 1]
        if all(o.end <= seen.start for o in before) and all(seen.end <= o.start for o in after):
            chosen.insert(at, seen)
    return chosen


def _candidate(
    signal: _Signal, spec: Pattern, search: _Search, span: tuple[int, int, Slots]
) -> Seen:
    start, end, slots = span
    name = signal.spec.name
    place = search.turn.locate(start, end)
    hit = Hit(name, *place, spec.level, slots, spec.certainty, spec.text)
    return Seen(hit, search.turn.number, start, end, _taken_back(signal, search, start, end))


def _taken_back(signal: _Signal, search: _Search, start: int, end: int) -> str:
    """What takes a hit back, in the rule file's words; empty when nothing does."""
    spec = signal.spec
    for finder, pattern in zip(signal.over, spec.over, strict=True):
        if search.overlaps(finder, start, end):
            return f"over: {pattern.text}"
    sentence = clause(search.turn.text, start)
    low, high = max(sentence[0], start - NEAR), min(sentence[1], end + NEAR)
    for finder, pattern in zip(signal.not_if, spec.not_if, strict=True):
        if search.within(finder, low, high):
            return f"not_if: {pattern.text}"
    for finder, pattern in zip(signal.not_if_turn, spec.not_if_turn, strict=True):
        if search.spans(finder):
            return f"not_if_turn: {pattern.text}"
    if signal.near and not any(search.within(finder, low, high) for finder in signal.near):
        return "near"
    for condition in signal.not_when:
        if _holds(condition, search, start, end):
            return f"not_when: {condition.spec.name}"
    return ""


def _holds(condition: _Condition, search: _Search, start: int, end: int) -> bool:
    """Whether a context condition holds for the hit ``[start, end)``."""
    turn, distance = search.turn, condition.spec.distance
    low = clause(turn.text, start, soft=True)[0]
    high = clause(turn.text, end - 1, soft=True)[1]
    sentence = clause(turn.text, start)
    return (
        any(search.precedes(finder, low, start - distance, start) for finder in condition.before)
        or any(search.follows(finder, end, end + distance, high) for finder in condition.after)
        or any(search.within(finder, *sentence) for finder in condition.clause)
        or (condition.spec.quoted and turn.quotes(start, end))
    )


def _preference(seen: Seen) -> tuple[bool, int, str, int, int]:
    """Which of overlapping hits is kept: standing, high, certain, early, long ones first."""
    return bool(seen.taken_back), -seen.hit.level, seen.hit.certainty, seen.start, -seen.end
