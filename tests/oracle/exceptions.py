"""What takes a hit back, asked of every span of every exception."""

from __future__ import annotations

from dataclasses import dataclass

from linter.rulebook.types import Condition, Pattern, RuleBook, Signal
from linter.signals.contexts import CONDITIONS, cue, read_back

from .normal import clause
from .patterns import Patterns, Span
from .turns import SpeakingTurn, is_substantive

NEAR = 24
READ_BACK = "读回对方的话"


@dataclass(frozen=True)
class Place:
    """A hit ``[start, end)`` in a speaking turn.

    :ivar others: what the other side said in its last turns before.
    :ivar percent: how sure the scorer is of it, if it is the scorer's.
    """

    turn: SpeakingTurn
    start: int
    end: int
    others: tuple[str, ...]
    patterns: Patterns
    percent: int | None = None

    def spans(self, pattern: Pattern) -> list[Span]:
        return self.patterns.find(pattern, self.turn.text)


def taking_back(book: RuleBook, spec: Signal, place: Place) -> str:
    """What takes a hit back, in the rule file's words; empty when nothing does."""
    start, end = place.start, place.end
    for pattern in spec.over:
        if any(
            a < end and start < b and (a, b) != (start, end) for a, b, _ in place.spans(pattern)
        ):
            return f"over: {pattern.text}"
    sentence = clause(place.turn.text, start)
    low, high = max(sentence[0], start - NEAR), min(sentence[1], end + NEAR)

    def nearby(pattern: Pattern) -> bool:
        return any(low <= a and b <= high for a, b, _ in place.spans(pattern))

    for pattern in spec.not_if:
        if nearby(pattern):
            return f"not_if: {pattern.text}"
    for pattern in spec.not_if_turn:
        if place.spans(pattern):
            return f"not_if_turn: {pattern.text}"
    if spec.not_if_only:
        said = {
            at
            for pattern in spec.not_if_only
            for a, b, _ in place.spans(pattern)
            for at in range(a, b)
        }
        rest = "".join(" " if at in said else char for at, char in enumerate(place.turn.text))
        if not is_substantive(rest):
            return "not_if_only"
    if spec.near and not any(nearby(pattern) for pattern in spec.near):
        return "near"
    if spec.near_turn and not any(place.spans(pattern) for pattern in spec.near_turn):
        return "near_turn"
    if spec.echo and not _echoes(place.turn.text[start:end], place.others[-1:], spec.echo):
        return f"echo: {spec.echo}"
    for name in spec.not_when:
        if is_sure(spec, place.percent) and not book.conditions[name].quoted:
            continue
        shown = _shown(book.conditions[name], place)
        if shown == READ_BACK:
            return f"not_when: {READ_BACK}"
        if shown:
            return f"not_when: {name}" + (f"（{shown}）" if name in CONDITIONS else "")
    for name in spec.only_when:
        if not _shown(book.conditions[name], place):
            return f"only_when: {name}"
    return ""


def is_sure(spec: Signal, percent: int | None) -> bool:
    """Whether the scorer is so sure that only quotation counts."""
    limit = spec.learned.sure if spec.learned else None
    return percent is not None and limit is not None and percent > limit


FREE = "您你我咱们了的啊呀呢吧嘛吗哦哈就都是也这那个，。！？"
NUMERALS = "0123456789零一二三四五六七八九十百千万两幺半"


def _echoes(words: str, others: tuple[str, ...], least: int) -> bool:
    """Whether some stretch of the words stands in the last of the others' turns, too."""
    own, *said = ["".join(char for char in text if char not in FREE) for text in (words, *others)]
    stretches = [own[a:b] for a in range(len(own)) for b in range(a + 1, len(own) + 1)]
    there = [stretch for stretch in stretches if any(stretch in text for text in said)]
    return any(sum(char not in NUMERALS for char in one) >= least for one in there)


def _shown(spec: Condition, place: Place) -> str:
    """By what a context condition holds; empty when it does not."""
    text, start, end = place.turn.text, place.start, place.end
    if spec.name in CONDITIONS:
        found = cue(spec.name, text, start, end, place.patterns.context)
        if found:
            return found
    least = 1 if place.percent is None else (end - start) / 4
    if spec.quoted and place.turn.quotes(start, end) >= least:
        return "引号"
    if spec.quoted and any(read_back(text, start, end, other) for other in place.others):
        return READ_BACK
    low, high = clause(text, start, soft=True)[0], clause(text, end - 1, soft=True)[1]
    for pattern in spec.before:
        if any(
            low <= a and start - spec.distance <= b <= start for a, b, _ in place.spans(pattern)
        ):
            return pattern.text
    for pattern in spec.after:
        if any(end <= a <= end + spec.distance and b <= high for a, b, _ in place.spans(pattern)):
            return pattern.text
    low, high = clause(text, start)
    for pattern in spec.clause:
        if any(low <= a and b <= high for a, b, _ in place.spans(pattern)):
            return pattern.text
    return ""
