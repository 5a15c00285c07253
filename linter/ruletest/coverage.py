"""What the tests of rules reach: rules, signals, patterns, their options, exceptions.

=============  ==============================================================================
rules          reported something in one of their own tests
signals        had a hit in a test call of any rule
patterns       matched words of the signal's side in a test call, even where another pattern
               said the same or an exception took it back
options        of the choices ``(a|b)`` in a pattern, an empty one too: the words that the
               pattern matched are matched with this option alone as well
exceptions     phrases and conditions that took back a hit in a test call; those that have to
               be there for a hit (``near``) are not counted
=============  ==============================================================================

A class of words counts as one, whatever its words. Conditions, slots and classes that the
signals use are not counted by themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from linter.frozen import dataclass
from linter.linting import Linter
from linter.rulebook.types import CONTEXTS, Pattern, Place, Rule, Signal
from linter.ruletest.alternatives import Alternative, alternatives
from linter.ruletest.cases import Case
from linter.ruletest.outcomes import run_cases
from linter.ruletest.reach import Reach
from linter.signals.exceptions import READ_BACK
from linter.text.turns import SpeakingTurn

Part = Literal["rules", "signals", "patterns", "options", "exceptions"]
PARTS: tuple[Part, ...] = ("rules", "signals", "patterns", "options", "exceptions")

_EXCEPTIONS = ("over", "not_if", "not_if_turn")

_Found = tuple[SpeakingTurn, set[tuple[int, int]]]
"""A turn and the spans of its matching form that a pattern matched."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that tests may reach.

    :ivar place: where its rule or signal stands in the rule files.
    :ivar owner: the rule or signal.
    :ivar text: what of it; empty for all of it, and for an option that is empty.
    :ivar pattern: the pattern that an option stands in.
    """

    part: Part
    place: Place
    owner: str
    text: str
    reached: bool
    pattern: str = ""


def coverage(
    linter: Linter,
    rules: Iterable[Rule],
    cases: Iterable[Case],
    files: Collection[str] | None = None,
) -> tuple[Item, ...]:
    """Everything in these rules, and in the signals they name, and whether tests reach it.

    :param cases: the tests; most likely those of the same rules.
    :param files: only what stands in these; ``None``: all.
    """
    chosen, tests = tuple(rules), tuple(cases)
    fired = {
        result.case.rule.id
        for result in run_cases(linter, tests)
        if result.stray or len(result.unmet) < len(result.case.marks)
    }
    items = [
        Item("rules", rule.place, rule.id, "", rule.id in fired)
        for rule in chosen
        if files is None or rule.place.path in files
    ]
    names = Reach(linter.book).named(rule.id for rule in chosen)
    reader = _Reader(linter, tests)
    for name, signal in linter.book.signals.items():
        if name in names and (files is None or signal.place.path in files):
            items += reader.items(signal)
    return tuple(items)


def counts(items: Iterable[Item]) -> Mapping[str, Mapping[Part, tuple[int, int]]]:
    """File → part → how many are reached, and how many there are."""
    found: dict[str, dict[Part, tuple[int, int]]] = {}
    for item in items:
        parts = found.setdefault(item.place.path, dict.fromkeys(PARTS, (0, 0)))
        reached, there = parts[item.part]
        parts[item.part] = reached + item.reached, there + 1
    return found


class _Reader:
    """Looks patterns up in the turns of all test calls."""

    def __init__(self, linter: Linter, cases: Iterable[Case]) -> None:
        self._detector = linter.detector
        self._conditions = linter.book.conditions
        views = [linter.view(case.call) for case in cases]
        self._turns = [turn for view in views for turn in view.turns]
        self._hit = {name for view in views for name in view.seen}
        self._causes: dict[str, set[str]] = {}
        for view in views:
            for name, taken_back in view.taken_back.items():
                self._causes.setdefault(name, set()).update(s.taken_back for s in taken_back)

    def items(self, signal: Signal) -> Iterator[Item]:
        name, place = signal.name, signal.place
        yield Item("signals", place, name, "", name in self._hit)
        turns = [turn for turn in self._turns if signal.who in ("any", turn.role)]
        for pattern in signal.patterns:
            found = [(turn, spans) for turn, spans in self._spans(pattern, turns) if spans]
            yield Item("patterns", place, name, pattern.text, bool(found))
            for option in alternatives(pattern.node):
                matched = self._matched(pattern, option, found)
                yield Item("options", place, name, option.written, matched, pattern.text)
        for exception in _exceptions(signal):
            causes = self._causes.get(name, ())
            reached = any(self._names(cause, exception) for cause in causes)
            yield Item("exceptions", place, name, exception, reached)

    def _names(self, cause: str, exception: str) -> bool:
        """Whether what took a hit back is this exception; built-in conditions say more."""
        key, _, name = exception.partition(": ")
        if cause == exception or key != "not_when":
            return cause == exception
        if cause == f"not_when: {READ_BACK}":
            return self._conditions[name].quoted
        return name in CONTEXTS and cause.startswith(f"{exception}（")

    def _spans(self, pattern: Pattern, turns: Iterable[SpeakingTurn]) -> Iterator[_Found]:
        (finder,) = self._detector.compile((pattern,))
        for turn in turns:
            spans = finder.find(turn.text, self._detector.context)
            yield turn, {(start, end) for start, end, _ in spans}

    def _matched(self, pattern: Pattern, option: Alternative, found: list[_Found]) -> bool:
        worth = {
            turn: spans
            for turn, spans in found
            if any(option.literal in turn.text[start:end] for start, end in spans)
        }
        if not worth:
            return False
        narrowed = replace(pattern, node=option.narrowed)
        return any(not worth[turn].isdisjoint(s) for turn, s in self._spans(narrowed, worth))


def _exceptions(signal: Signal) -> Iterator[str]:
    """What may take a hit back, as a hit that was taken back names it."""
    for key in _EXCEPTIONS:
        patterns: tuple[Pattern, ...] = getattr(signal, key)
        yield from (f"{key}: {pattern.text}" for pattern in patterns)
    yield from (f"not_when: {condition}" for condition in signal.not_when)
