"""What becomes of a piece of information: asked, given, refused, unanswered, read back.

A slot is the canonical group (电话, 地址 ...), whatever words named it. Evading a question is not
giving, and not refusing in words either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from linter.rulebook.types import SlotKind
from linter.signals.detect import Detector, Seen
from linter.signals.finder import Finder
from linter.text.turns import SpeakingTurn

State = Literal["asked", "given", "refused", "unanswered", "read_back"]

REFUSAL = "拒答或叫停"
"""The customer's signal for refusing in words."""
READ_BACK = "复述核对"
"""The agent's signal for reading a value back instead of asking for it."""


@dataclass(frozen=True, slots=True)
class SlotEvent:
    """One thing that happened to a piece of information."""

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
        found = set(self._asked(turns, seen))
        found |= {event for turn in turns for event in self._volunteered_in(turn)}
        refusals = {hit.speaking: hit for hit in seen.get(REFUSAL, ())}
        for asked in [event for event in found if event.state == "asked"]:
            found |= set(self._answers(asked, turns, refusals))
        return tuple(sorted(found, key=lambda e: (e.turn, e.start, e.state, e.group, e.end)))

    def _asked(
        self, turns: tuple[SpeakingTurn, ...], seen: Mapping[str, tuple[Seen, ...]]
    ) -> Iterator[SlotEvent]:
        """Only agents ask: a customer who names his number is not asking for one."""
        read_back = {hit.speaking for hit in seen.get(READ_BACK, ())}
        for hits in seen.values():
            for hit in hits:
                state: State = "read_back" if hit.speaking in read_back else "asked"
                slots = hit.hit.slots if turns[hit.speaking].role == "agent" else ()
                for _, group in slots:
                    place = (hit.hit.turn, hit.hit.start, hit.hit.end)
                    yield SlotEvent(state, group, *place, hit.speaking)

    def _volunteered_in(self, turn: SpeakingTurn) -> Iterator[SlotEvent]:
        if turn.role == "customer":
            for group, finders in self._volunteered.items():
                yield from self._values(group, finders, turn)

    def _answers(
        self,
        asked: SlotEvent,
        turns: tuple[SpeakingTurn, ...],
        refusals: Mapping[int, Seen],
    ) -> Iterator[SlotEvent]:
        """The customer's next substantive turn after a question: given, refused or neither."""
        answer = next(
            (t for t in turns if t.role == "customer" and t.substantive and t.last > asked.turn),
            None,
        )
        if answer is None:
            return
        given = list(self._values(asked.group, self._answer.get(asked.group, ()), answer))
        if given:
            yield from given
        elif answer.number in refusals:
            hit = refusals[answer.number].hit
            yield SlotEvent("refused", asked.group, hit.turn, hit.start, hit.end, answer.number)
        else:
            turn, start, end = answer.locate(0, len(answer.text))
            yield SlotEvent("unanswered", asked.group, turn, start, end, answer.number)

    def _values(
        self, group: str, finders: tuple[Finder, ...], turn: SpeakingTurn
    ) -> Iterator[SlotEvent]:
        for finder in finders:
            for start, end, _ in finder.find(turn.text, self._detector.context):
                yield SlotEvent("given", group, *turn.locate(start, end), turn.number)
