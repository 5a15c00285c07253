"""What becomes of a piece of information: asked, given, refused, unanswered, read back.

A slot is the canonical group (电话, 地址 ...), whatever words named it. Every question has a fate
of its own. Evading a question is not giving, and not refusing in words either; a value that is
brought after an evasion is given all the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from linter.rulebook.types import SlotKind
from linter.signals.answers import answer_to
from linter.signals.detect import Detector, Seen
from linter.signals.finder import Finder
from linter.signals.values import DIGITS, value
from linter.text.normal import clause
from linter.text.turns import SpeakingTurn

State = Literal["asked", "given", "refused", "unanswered", "read_back"]

REFUSAL = "拒答或叫停"
"""The customer's signal for refusing in words."""
READ_BACK = "复述核对"
"""The agent's signal for reading a value back instead of asking for it."""

_NEAR = 24
"""How far (code points of the matching form) a read-back may stand from the words that name what
is read back: recognised speech often has one full stop a minute."""
_QUESTION_ENDS = "吗吧么嘛"
_NUMBER = re.compile(rf"[{DIGITS}\[]")


@dataclass(frozen=True, slots=True)
class SlotEvent:
    """One thing that happened to a piece of information.

    A value that was given in pieces is placed at its first piece.
    """

    state: State
    group: str
    turn: int
    start: int
    end: int
    speaking: int


class SlotTracker:
    """Follows the pieces of information a rule book knows.

    :param kinds: how values look, by group.
    """

    def __init__(self, kinds: Mapping[str, SlotKind], detector: Detector) -> None:
        self._detector = detector
        self._answer = {g: detector.compile(kind.answer) for g, kind in kinds.items()}
        self._volunteered = {g: detector.compile(kind.volunteered) for g, kind in kinds.items()}

    def events(
        self, turns: tuple[SpeakingTurn, ...], seen: Mapping[str, tuple[Seen, ...]]
    ) -> tuple[SlotEvent, ...]:
        """Everything that happened, in order of place."""
        found = set(_asked(turns, seen))
        questions = sorted((e for e in found if e.state == "asked"), key=_place)
        found |= {event for turn in turns for event in self._volunteered_in(turn)}
        asking = {event.speaking for event in questions}
        claimed: dict[tuple[int, int], str] = {}
        for question in questions:
            found |= set(self._fate(question, turns, asking, seen.get(REFUSAL, ()), claimed))
        return tuple(sorted(found, key=_place))

    def _volunteered_in(self, turn: SpeakingTurn) -> Iterator[SlotEvent]:
        if turn.role == "customer":
            for group, finders in self._volunteered.items():
                yield from self._values(group, finders, turn, asked=False)

    def _fate(
        self,
        question: SlotEvent,
        turns: tuple[SpeakingTurn, ...],
        asking: Collection[int],
        refusals: Iterable[Seen],
        claimed: dict[tuple[int, int], str],
    ) -> Iterator[SlotEvent]:
        """Given, refused or neither by the answer; and given after all by what came later.

        :param claimed: whose value stands where; a number answers only one of two questions.
        """
        answer = answer_to(question.turn, turns, asking)
        if answer is None:
            return
        group, finders = question.group, self._answer.get(question.group, ())

        def values(turn: SpeakingTurn, everything: bool) -> list[SlotEvent]:
            events = self._values(group, finders, turn, asked=True, everything=everything)
            return [e for e in events if claimed.setdefault((e.turn, e.start), group) == group]

        if given := values(answer.words, True):
            yield from given
            return
        yield _not_given(group, answer.words, refusals)
        for turn in answer.later:
            yield from values(turn, False)

    def _values(
        self,
        group: str,
        finders: tuple[Finder, ...],
        turn: SpeakingTurn,
        *,
        asked: bool,
        everything: bool = True,
    ) -> Iterator[SlotEvent]:
        """The values of a group in a turn.

        :param asked: whether the group was asked for.
        :param everything: without it, only numbers: bare words that might be a name or a place
            are one only right after the question.
        """
        tags = self._detector.tokenizer.tags
        taken = 0
        spans = {
            span
            for finder in finders
            for start, end, _ in finder.find(turn.text, self._detector.context)
            if (span := value(group, turn.text, start, end, tags, asked=asked)) is not None
        }
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start >= taken and (everything or _NUMBER.search(turn.text, start, end)):
                taken = end
                yield SlotEvent("given", group, *turn.locate(start, end), turn.number)


def _asked(
    turns: tuple[SpeakingTurn, ...], seen: Mapping[str, tuple[Seen, ...]]
) -> Iterator[SlotEvent]:
    """Only agents ask: a customer who names his number is not asking for one."""
    read_back = seen.get(READ_BACK, ())
    for hits in seen.values():
        for hit in hits:
            turn = turns[hit.speaking]
            back = any(_is_read_back(hit, other, turn) for other in read_back)
            for _, group in hit.hit.slots if turn.role == "agent" else ():
                place = (hit.hit.turn, hit.hit.start, hit.hit.end)
                yield SlotEvent("read_back" if back else "asked", group, *place, hit.speaking)


def _is_read_back(hit: Seen, other: Seen, turn: SpeakingTurn) -> bool:
    """Whether a hit of the read-back signal is about what another hit names.

    They stand near each other between the same two full stops, and it is not the end of the
    sentence before, read back without one.
    """
    before = other.end <= hit.start and turn.text[other.end - 1] in _QUESTION_ENDS
    return not before and (
        hit.speaking == other.speaking
        and clause(turn.text, hit.start) == clause(turn.text, other.start)
        and max(hit.start - other.end, other.start - hit.end) <= _NEAR
    )


def _not_given(group: str, words: SpeakingTurn, refusals: Iterable[Seen]) -> SlotEvent:
    said = {piece.turn for piece in words.pieces}
    hit = next((seen.hit for seen in refusals if seen.hit.turn in said), None)
    if hit is not None:
        return SlotEvent("refused", group, hit.turn, hit.start, hit.end, words.number)
    return SlotEvent("unanswered", group, *words.locate(0, len(words.text)), words.number)


def _place(event: SlotEvent) -> tuple[int, int, str, str, int]:
    """A total order: two events at one start must not change places from run to run."""
    return event.turn, event.start, event.state, event.group, event.end
