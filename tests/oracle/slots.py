"""What becomes of each piece of information that is asked for or given."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from linter.rulebook.types import Pattern, RuleBook
from linter.signals.values import DIGITS, value

from .answers import answer_to
from .normal import clause
from .patterns import Patterns
from .seen import Seen, SlotEvent
from .turns import SpeakingTurn

_NEAR = 24
_QUESTION_ENDS = ("吗", "吧", "么", "嘛")
_NUMBER = re.compile(rf"[{DIGITS}\[]")

Turns = tuple[SpeakingTurn, ...]
Claims = dict[tuple[int, int], str]
"""Whose value stands where: a number answers only one of two questions."""


def slot_events(
    book: RuleBook, patterns: Patterns, turns: Turns, seen: Mapping[str, tuple[Seen, ...]]
) -> tuple[SlotEvent, ...]:
    """Everything that happened, in order of place."""
    found = set(_asked(turns, seen))
    questions = sorted((event for event in found if event.state == "asked"), key=_place)
    asking = {question.speaking for question in questions}
    for turn in turns:
        for group, kind in book.slots.items() if turn.role == "customer" else ():
            found |= set(_values(patterns, group, kind.volunteered, turn, asked=False))
    claimed: Claims = {}
    for question in questions:
        found |= set(_fate(book, patterns, question, turns, asking, seen, claimed))
    return tuple(sorted(found, key=_place))


def _asked(turns: Turns, seen: Mapping[str, tuple[Seen, ...]]) -> Iterator[SlotEvent]:
    for hits in seen.values():
        for one in hits:
            turn, hit = turns[one.speaking], one.hit
            back = any(_is_read_back(one, other, turn) for other in seen.get("复述核对", ()))
            for _, group in hit.slots if turn.role == "agent" else ():
                state = "read_back" if back else "asked"
                yield SlotEvent(state, group, hit.turn, hit.start, hit.end, one.speaking)


def _is_read_back(hit: Seen, other: Seen, turn: SpeakingTurn) -> bool:
    if hit.speaking != other.speaking:
        return False
    if clause(turn.text, hit.start) != clause(turn.text, other.start):
        return False
    question_before = other.end <= hit.start and turn.text[: other.end].endswith(_QUESTION_ENDS)
    return not question_before and max(hit.start - other.end, other.start - hit.end) <= _NEAR


def _fate(
    book: RuleBook,
    patterns: Patterns,
    question: SlotEvent,
    turns: Turns,
    asking: Collection[int],
    seen: Mapping[str, tuple[Seen, ...]],
    claimed: Claims,
) -> Iterator[SlotEvent]:
    """Given, refused or neither by the answer; and given after all by what came later."""
    answer = answer_to(question.turn, turns, asking)
    if answer is None:
        return
    group = question.group
    kinds = book.slots[group].answer if group in book.slots else ()

    def values(turn: SpeakingTurn, everything: bool) -> list[SlotEvent]:
        found = _values(patterns, group, kinds, turn, asked=True, everything=everything)
        return [e for e in found if claimed.setdefault((e.turn, e.start), group) == group]

    words = answer.words
    if given := values(words, True):
        yield from given
        return
    said = {piece.turn for piece in words.pieces}
    refusals = [one.hit for one in seen.get("拒答或叫停", ()) if one.hit.turn in said]
    if refusals:
        hit = refusals[0]
        yield SlotEvent("refused", group, hit.turn, hit.start, hit.end, words.number)
    else:
        yield SlotEvent("unanswered", group, *words.locate(0, len(words.text)), words.number)
    for turn in answer.later:
        yield from values(turn, False)


def _values(
    patterns: Patterns,
    group: str,
    kinds: tuple[Pattern, ...],
    turn: SpeakingTurn,
    *,
    asked: bool,
    everything: bool = True,
) -> Iterator[SlotEvent]:
    """The values of a group in a turn; without ``everything`` only numbers."""
    tags = patterns.context.tags
    spans = [
        value(group, turn.text, start, end, tags, asked=asked)
        for pattern in kinds
        for start, end, _ in patterns.find(pattern, turn.text)
    ]
    taken = 0
    for start, end in sorted(filter(None, spans), key=lambda span: (span[0], -span[1])):
        if start >= taken and (everything or _NUMBER.search(turn.text, start, end)):
            taken = end
            yield SlotEvent("given", group, *turn.locate(start, end), turn.number)


def _place(event: SlotEvent) -> tuple[int, int, str, str, int]:
    return event.turn, event.start, event.state, event.group, event.end
