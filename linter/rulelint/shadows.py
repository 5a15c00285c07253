"""Patterns that can never add a hit: others see whatever they see."""

from __future__ import annotations

from collections.abc import Iterator

from linter.rulebook import notation
from linter.rulebook.types import Pattern
from linter.rulelint.bench import Bench, pattern_lists
from linter.rulelint.notices import At, Notice, exception_at, pattern_at
from linter.rulelint.trial import Trial

_OF_CONTEXT = (notation.Words, notation.Not, notation.PartOfSpeech, notation.Regex)
"""What asks for more of the words around than a few sample texts can show."""


def duplicate_patterns(bench: Bench) -> Iterator[Notice]:
    """Patterns that stand in one list twice."""
    for ways in _lists(bench):
        seen: dict[notation.Node, Pattern] = {}
        for at, pattern in ways:
            first = seen.setdefault(pattern.node, pattern)
            if first is not pattern:
                message = f"短语 {pattern.text!r} 已经写过"
                if first.text != pattern.text:
                    message = f"短语 {pattern.text!r} 和 {first.text!r} 是一样的"
                yield Notice(at, message, "删掉一个", again=first.text == pattern.text)


def shadowed_patterns(bench: Bench) -> Iterator[Notice]:
    """Patterns in whose every match another one of the signal, as strong or stronger, matches."""
    for spec in bench.book.signals.values():
        # With several wanted at once, or by sound, each pattern counts for itself.
        if spec.least > 1 or spec.heard is not None:
            continue
        trial = Trial(bench, spec)
        for pattern in spec.patterns:
            other = _shadow(bench, trial, pattern)
            if other is not None:
                message = f"短语 {pattern.text!r} 多余：有它就有 {other.text!r}，{_strength(other)}"
                hint = "删掉它，或把短的那个改窄"
                yield Notice(pattern_at(spec.name, pattern), message, hint)


def _shadow(bench: Bench, trial: Trial, pattern: Pattern) -> Pattern | None:
    """The first pattern that makes this one needless."""
    first = next(trial.texts(pattern), None)
    if first is None:
        return None
    search = trial.search(first)
    for other in trial.spec.patterns:
        if (
            other.node != pattern.node
            and other.level >= pattern.level
            and (other.certainty, pattern.certainty) != ("review", "certain")
            and trial.spans(other, search)
            and not bench.contains(other.node, _OF_CONTEXT)
            and _always_within(bench, trial, other, pattern)
        ):
            return other
    return None


def _always_within(bench: Bench, trial: Trial, other: Pattern, pattern: Pattern) -> bool:
    # What stands in a gap may take back the one hit and not the other.
    conditional = trial.spec.not_when or trial.spec.only_when or trial.spec.near
    exact = bool(conditional) and bench.contains(pattern.node, (notation.Gap,))
    matched = False
    for text in trial.texts(pattern):
        search = trial.search(text)
        inner = trial.found(other, search)
        for found in trial.found(pattern, search):
            matched = True
            if not any(
                (one.start, one.end) == (found.start, found.end)
                or (not exact and found.start <= one.start and one.end <= found.end)
                for one in inner
                if (found.taken_back or not one.taken_back) and set(found.slots) <= set(one.slots)
            ):
                return False
    return matched


def _strength(pattern: Pattern) -> str:
    if pattern.level:
        return f"已算第 {pattern.level} 级"
    return "已算待复核" if pattern.certainty == "review" else "已经算了"


def _lists(bench: Bench) -> Iterator[list[tuple[At, Pattern]]]:
    """Lists of patterns as they are written, each pattern with the way to it."""
    book = bench.book
    for name, spec in book.signals.items():
        groups: dict[At, list[tuple[At, Pattern]]] = {}
        for pattern in spec.patterns:
            at = pattern_at(name, pattern)
            groups.setdefault(at[:-1], []).append((at, pattern))
        yield from groups.values()
        for key, patterns in pattern_lists(spec):
            yield [(exception_at(name, key, pattern), pattern) for pattern in patterns]
    for name, condition in book.conditions.items():
        for key in ("before", "after", "clause"):
            yield [(("conditions", name, key, p.text), p) for p in getattr(condition, key)]
    for name, slot in book.slots.items():
        for key in ("answer", "volunteered"):
            yield [(("slots", name, key, p.text), p) for p in getattr(slot, key)]
