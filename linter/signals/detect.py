"""Finding signals in a speaking turn.

A hit is a shortest span that matches one of the signal's patterns and that nothing takes back:
no harmless longer phrase over it, no excuse in the same sentence, no context condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from linter.model import Hit
from linter.rulebook.types import Condition, Pattern, RuleBook, Signal
from linter.signals.matcher import Context, Finder, Slots, compile_pattern
from linter.text.normal import clause
from linter.text.tokens import default_tokenizer
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


class Detector:
    """Finds all signals of a rule book.

    :param book: the rules; patterns are compiled once, here.
    """

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        tokenizer = default_tokenizer()
        if book.words:
            tokenizer.add_words(book.words)
        self.context = Context(edges=tokenizer.edges)
        conditions = {name: self._condition(spec) for name, spec in book.conditions.items()}
        self._signals = [self._signal(spec, conditions) for spec in book.signals.values()]
        self._parents: dict[str, list[str]] = {}
        for spec in book.signals.values():
            for member in spec.members:
                self._parents.setdefault(member, []).append(spec.name)

    def compile(self, patterns: tuple[Pattern, ...]) -> tuple[Finder, ...]:
        """Patterns of this rule book as finders."""
        return tuple(
            Finder.of(compile_pattern(pattern.node, self._book.classes)) for pattern in patterns
        )

    def _condition(self, spec: Condition) -> _Condition:
        return _Condition(
            spec, self.compile(spec.before), self.compile(spec.after), self.compile(spec.clause)
        )

    def _signal(self, spec: Signal, conditions: Mapping[str, _Condition]) -> _Signal:
        return _Signal(
            spec,
            tuple(
                _Pattern(finder, pattern)
                for finder, pattern in zip(self.compile(spec.patterns), spec.patterns, strict=True)
            ),
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
        for signal in self._signals:
            if signal.spec.who not in ("any", turn.role):
                continue
            for seen in self._hits(signal, turn):
                yield seen
                yield from self._as_parents(seen)

    def _as_parents(self, seen: Seen) -> Iterator[Seen]:
        for parent in self._parents.get(seen.hit.signal, ()):
            copy = replace(seen, hit=replace(seen.hit, signal=parent))
            yield copy
            yield from self._as_parents(copy)

    def _hits(self, signal: _Signal, turn: SpeakingTurn) -> list[Seen]:
        candidates = [
            self._candidate(signal, pattern.spec, turn, start, end, slots)
            for pattern in signal.patterns
            for start, end, slots in pattern.finder.find(turn.text, self.context)
        ]
        chosen: list[Seen] = []
        for seen in sorted(candidates, key=_preference):
            if not any(seen.start < other.end and other.start < seen.end for other in chosen):
                chosen.append(seen)
        return sorted(chosen, key=lambda seen: seen.start)

    def _candidate(
        self,
        signal: _Signal,
        spec: Pattern,
        turn: SpeakingTurn,
        start: int,
        end: int,
        slots: Slots,
    ) -> Seen:
        number, first, last = turn.locate(start, end)
        name = signal.spec.name
        hit = Hit(name, number, first, last, spec.level, slots, spec.certainty, spec.text)
        taken_back = self._taken_back(signal, turn, start, end) or ""
        return Seen(hit, turn.number, start, end, taken_back)

    def _taken_back(
        self, signal: _Signal, turn: SpeakingTurn, start: int, end: int
    ) -> str | None:
        text = turn.text
        for finder, spec in zip(signal.over, signal.spec.over, strict=True):
            for a, b, _ in finder.find(text, self.context):
                if a < end and start < b and (a, b) != (start, end):
                    return f"over: {spec.text}"
        sentence = clause(text, start)
        low, high = max(sentence[0], start - NEAR), min(sentence[1], end + NEAR)
        for finder, spec in zip(signal.not_if, signal.spec.not_if, strict=True):
            if any(low <= a and b <= high for a, b, _ in finder.find(text, self.context)):
                return f"not_if: {spec.text}"
        for finder, spec in zip(signal.not_if_turn, signal.spec.not_if_turn, strict=True):
            if finder.find(text, self.context):
                return f"not_if_turn: {spec.text}"
        if signal.near and not any(
            low <= a and b <= high
            for finder in signal.near
            for a, b, _ in finder.find(text, self.context)
        ):
            return "near"
        for condition in signal.not_when:
            if self._holds(condition, turn, start, end):
                return f"not_when: {condition.spec.name}"
        return None

    def _holds(self, condition: _Condition, turn: SpeakingTurn, start: int, end: int) -> bool:
        text, distance = turn.text, condition.spec.distance
        low, high = clause(text, start, soft=True)
        high = max(high, clause(text, max(end - 1, 0), soft=True)[1])
        for finder in condition.before:
            for a, b, _ in finder.find(text, self.context):
                if low <= a and start - distance <= b <= start:
                    return True
        for finder in condition.after:
            for a, b, _ in finder.find(text, self.context):
                if end <= a <= end + distance and b <= high:
                    return True
        sentence = clause(text, start)
        for finder in condition.clause:
            for a, b, _ in finder.find(text, self.context):
                if sentence[0] <= a and b <= sentence[1]:
                    return True
        return condition.spec.quoted and any(
            piece.offset + a < end and start < piece.offset + b
            for piece in turn.pieces
            for a, b in piece.normal.quoted
        )


def _preference(seen: Seen) -> tuple[bool, int, str, int, int]:
    """Which of overlapping hits is kept: standing, high, certain, early, long ones first."""
    return bool(seen.taken_back), -seen.hit.level, seen.hit.certainty, seen.start, -seen.end
