"""Patterns that cannot match, that are always taken back, and exceptions that never apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.rulebook import notation
from linter.rulebook.types import Pattern
from linter.rulelint.bench import Bench, pattern_lists
from linter.rulelint.notices import At, Notice, exception_at, pattern_at
from linter.rulelint.samples import in_contexts
from linter.rulelint.trial import Trial
from linter.text.normal import normalise

_ANYTHING = (notation.Gap, notation.Digits, notation.PartOfSpeech, notation.Regex)
"""What may match characters that the pattern does not name."""
_TAKING_BACK = ("over: ", "not_if: ", "not_if_turn: ")


def unmatchable_patterns(bench: Bench) -> Iterator[Notice]:
    """Patterns whose words are taken out of every text before it is searched."""
    for at, pattern in _patterns(bench):
        texts = bench.sampler.texts(pattern.node)
        (finder,) = bench.detector.compile((pattern,))
        if texts and not any(
            finder.find(normalise(context).text, bench.detector.context)
            for text in texts
            for context in in_contexts(text)
        ):
            message = f"短语 {pattern.text!r} 永远匹配不上"
            hint = "“呃”“嗯”和结巴在匹配前已去掉，短语里别写；^ $ 和 (前无 …) 也看看"
            yield Notice(at, message, hint)


def dead_patterns(bench: Bench) -> Iterator[Notice]:
    """Patterns that one of the signal's own exceptions takes back wherever they match."""
    for spec in bench.book.signals.values():
        if not (spec.over or spec.not_if or spec.not_if_turn):
            continue
        trial = Trial(bench, spec)
        for pattern in spec.patterns:
            reasons = _always_taken_back(trial, pattern)
            if reasons:
                message = f"短语 {pattern.text!r} 总被自己的例外收回（{reasons[0]}）"
                yield Notice(
                    pattern_at(spec.name, pattern), message, "改窄那个例外，或删掉这个短语"
                )


def _always_taken_back(trial: Trial, pattern: Pattern) -> list[str]:
    """What took each match back; nothing when one was not taken back by an exception."""
    reasons: list[str] = []
    for text in trial.texts(pattern):
        for found in trial.found(pattern, trial.search(text)):
            if not found.taken_back.startswith(_TAKING_BACK):
                return []
            reasons.append(found.taken_back)
    return reasons


def idle_exceptions(bench: Bench) -> Iterator[Notice]:
    """Phrases of ``over`` that have no character in common with anything they could overlap."""
    for name, spec in bench.book.signals.items():
        own = [one for member in bench.specs(name) for one in member.patterns]
        by_text = all(
            not (one.like or one.measure or one.none or one.learned or one.heard is not None)
            for one in bench.specs(name)
        )
        shown = _characters(bench, own) if by_text else None
        for pattern in spec.over if shown is not None else ():
            said = _characters(bench, [pattern])
            if said is not None and shown is not None and not said & shown:
                message = f"over 的短语 {pattern.text!r} 和信号的短语没有一个字相同，永远盖不住"
                hint = "写成包含命中的更长的话；要的是同一句里有就写 not_if"
                yield Notice(("signals", name, "over", pattern.text), message, hint)


def _characters(bench: Bench, patterns: Iterable[Pattern]) -> frozenset[str] | None:
    """All characters that matches can have; ``None`` when that may be any."""
    nodes = [pattern.node for pattern in patterns]
    if any(bench.contains(node, _ANYTHING) for node in nodes):
        return None
    literals = (node for node in bench.whole(nodes) if isinstance(node, notation.Literal))
    return frozenset(char for literal in literals for char in literal.text)


def _patterns(bench: Bench) -> Iterator[tuple[At, Pattern]]:
    book = bench.book
    for name, spec in book.signals.items():
        yield from ((pattern_at(name, pattern), pattern) for pattern in spec.patterns)
        for key, patterns in pattern_lists(spec):
            yield from ((exception_at(name, key, pattern), pattern) for pattern in patterns)
    for name, condition in book.conditions.items():
        for key, patterns in (
            ("before", condition.before),
            ("after", condition.after),
            ("clause", condition.clause),
        ):
            yield from ((("conditions", name, key, one.text), one) for one in patterns)
