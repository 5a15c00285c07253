"""What becomes of a piece of information: asked, given, refused, unanswered, read back.

A slot is the canonical group (电话, 地址 ...), whatever words named it. Every question has a fate
of its own. Evading a question is not giving, and not refusing in words either; a value that is
brought after an evasion is given all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from linter.rulebook.notation import Node, classes_in
from linter.rulebook.packing import in_parts
from linter.rulebook.types import Place, Signal, SlotKind
from linter.signals.answers import Answer, answer_to
from linter.signals.detect import Detector, Seen
from linter.signals.finder import Classes, Finder
from linter.signals.sieve import Sieve, sieve
from linter.signals.values import DIGITS, is_number, may_hold_number, value
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


@dataclass(frozen=True, slots=True)
class Values:
    """What a tracker knows of a rule book, for others of the same book.

    :ivar answer: group → how its value looks where it was asked for.
    :ivar volunteered: the same where nobody asked.
    :ivar specs: this as signals of the customer.
    :ivar sieve: tells where in a call a value may be that nobody asked for.
    :ivar asking: the signals by which something may be asked.
    """

    answer: Mapping[str, tuple[Finder, ...]]
    volunteered: Mapping[str, tuple[Finder, ...]]
    specs: Mapping[str, Signal]
    sieve: Sieve
    asking: tuple[str, ...]

    @classmethod
    def of(cls, kinds: Mapping[str, SlotKind], detector: Detector) -> Values:
        """What there is to be known of these kinds."""
        volunteered = {g: detector.compile(kind.volunteered) for g, kind in kinds.items()}
        specs = {g: _signal(kind) for g, kind in kinds.items()}
        return cls(
            {g: detector.compile(kind.answer) for g, kind in kinds.items()},
            volunteered,
            specs,
            sieve((spec, volunteered[g], (), ()) for g, spec in specs.items()),
            _asking(detector.signals, detector.classes),
        )

    def packed(self) -> Values:
        """The same; each group's values are unpacked when they are first looked for."""
        return replace(
            self,
            answer=in_parts(self.answer),
            volunteered=in_parts(self.volunteered),
            specs=in_parts(self.specs),
        )


class SlotTracker:
    """Follows the pieces of information a rule book knows.

    :param kinds: how values look, by group.
    :param values: what another tracker of the same kinds knows.
    """

    def __init__(
        self, kinds: Mapping[str, SlotKind], detector: Detector, values: Values | None = None
    ) -> None:
        self._detector = detector
        self.values = values or Values.of(kinds, detector)

    def events(
        self, turns: tuple[SpeakingTurn, ...], seen: Mapping[str, tuple[Seen, ...]]
    ) -> tuple[SlotEvent, ...]:
        """Everything that happened, in order of place."""
        found = set(_asked(turns, seen, self.values.asking))
        questions = sorted((e for e in found if e.state == "asked"), key=_place)
        found.update(self._volunteered_in(turns))
        asking = {event.speaking for event in questions}
        claimed: dict[tuple[int, int], str] = {}
        # Of what is asked twice in one turn there is one answer.
        for asked, group in dict.fromkeys((e.turn, e.group) for e in questions):
            answer = answer_to(asked, turns, asking)
            if answer is not None:
                found |= set(self._fate(group, answer, seen, claimed))
        return tuple(sorted(found, key=_place))

    def _volunteered_in(self, turns: tuple[SpeakingTurn, ...]) -> Iterator[SlotEvent]:
        values = self.values
        spots = values.sieve.spots(turns)
        for group in spots.signals:
            every = values.volunteered[group]
            found = spots.patterns_in_turns(values.specs[group], range(len(turns)))
            for number, patterns in found:
                turn = turns[number]
                if may_hold_number(turn.text) or not is_number(group):
                    finders = ((every[n], near) for n, near in patterns.items())
                    yield from self._values(group, finders, turn, asked=False)

    def _fate(
        self,
        group: str,
        answer: Answer,
        seen: Mapping[str, tuple[Seen, ...]],
        claimed: dict[tuple[int, int], str],
    ) -> Iterator[SlotEvent]:
        """Given, refused or neither by the answer; and given after all by what came later.

        :param claimed: whose value stands where; a number answers only one of two questions.
        """
        finders = [(finder, None) for finder in self.values.answer.get(group, ())]

        def values(turn: SpeakingTurn, everything: bool) -> list[SlotEvent]:
            events = self._values(group, finders, turn, asked=True, everything=everything)
            return [e for e in events if claimed.setdefault((e.turn, e.start), group) == group]

        if given := values(answer.words, True):
            yield from given
            return
        yield _not_given(group, answer.words, seen.get(REFUSAL, ()))
        for turn in answer.later:
            yield from values(turn, False)

    def _values(
        self,
        group: str,
        finders: Iterable[tuple[Finder, Sequence[int] | None]],
        turn: SpeakingTurn,
        *,
        asked: bool,
        everything: bool = True,
    ) -> Iterator[SlotEvent]:
        """The values of a group in a turn.

        :param finders: each with the places of the words that it needs, where they are known.
        :param asked: whether the group was asked for.
        :param everything: without it, only numbers: bare words that might be a name or a place
            are one only right after the question.
        """
        tags = self._detector.tokenizer.tags
        taken = 0
        spans = {
            span
            for finder, near in finders
            for start, end, _ in finder.find(turn.text, self._detector.context, near=near)
            if (span := value(group, turn.text, start, end, tags, asked=asked)) is not None
        }
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start >= taken and (everything or _NUMBER.search(turn.text, start, end)):
                taken = end
                yield SlotEvent("given", group, *turn.locate(start, end), turn.number)


def _signal(kind: SlotKind) -> Signal:
    """What customers say of themselves, as a signal to be looked for."""
    nowhere = Place("", 0, 0)
    return Signal(kind.group, "customer", kind.volunteered, (), (), (), (), (), (), nowhere)


def _asking(signals: Mapping[str, Signal], classes: Classes) -> tuple[str, ...]:
    """The signals whose hits may name a group: by their own patterns, or by their members'.

    A word of a class may itself name one of another class.
    """

    @cache
    def names(name: str, slot: str) -> bool:
        nodes = (node for members in classes[name].values() for node in members)
        return bool(slot) or any(map(captures, nodes))

    def captures(node: Node) -> bool:
        return any(names(ref.name, ref.slot) for ref in classes_in(node))

    naming = {
        name
        for name, spec in signals.items()
        if any(captures(pattern.node) for pattern in spec.patterns)
    }
    more = naming
    while more:
        more = {n for n, spec in signals.items() if more & {*spec.members}} - naming
        naming = naming | more
    return tuple(sorted(naming))


def _asked(
    turns: tuple[SpeakingTurn, ...], seen: Mapping[str, tuple[Seen, ...]], names: Iterable[str]
) -> Iterator[SlotEvent]:
    """Only agents ask: a customer who names his number is not asking for one.

    :param names: the signals by which something may be asked.
    """
    asked = [
        hit
        for name in names
        for hit in seen.get(name, ())
        if hit.hit.slots and turns[hit.speaking].role == "agent"
    ]
    read_back: dict[int, list[Seen]] = {}
    for other in seen.get(READ_BACK, ()) if asked else ():
        read_back.setdefault(other.speaking, []).append(other)
    for hit in asked:
        turn, others = turns[hit.speaking], read_back.get(hit.speaking, ())
        back = any(_is_read_back(hit, other, turn) for other in others)
        for _, group in hit.hit.slots:
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
