"""A card: the turns up to a moment, and what there is to say once somebody has answered.

The answer takes the place of all that the agent says at that moment in one breath.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Literal, NamedTuple

from linter.coaching.examples.model import Example, ExampleTurn
from linter.frozen import dataclass
from linter.model import Aspect

Source = Literal["call", "own", "rule", ""]
"""Where an exemplar's line is from: a good answer in another call; the answer of this very call,
which was good; the rule, which suggests it; nowhere, there is none."""

_RESTS_ON = frozenset(("trigger", "again", "step", "context", "cause", "before"))
"""Parts that a place plays in evidence by which it has to be seen first."""


class Better(NamedTuple):
    """An exemplar's line.

    :ivar lead: what the customer of the other call had said before it; empty when it is from no
        other call.
    """

    line: str = ""
    source: Source = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What is drilled, and what it is drilled for.

    :ivar id: the example's.
    :ivar turns: what is shown before the answer; may be none, at the very beginning of a call.
    :ivar skipped: turns of the call that are left out between these and the answer.
    :ivar better: what an exemplar says here.
    :ivar instead: what was said in the call when it was bad, to be shown after the answer;
        ``message`` says what is wrong with it.
    :ivar place: the 1-based line of the set's file.
    """

    id: str
    good: bool
    category: str
    rule: str
    aspect: Aspect
    moment: str
    grade: int
    turns: tuple[ExampleTurn, ...]
    skipped: int
    better: Better
    instead: str = ""
    message: str = ""
    suggestion: str = ""
    lookalike: str = ""
    business: str = ""
    channel: str = ""
    direction: str = ""
    scene: str = ""
    place: int = field(default=0, compare=False)


def card_of(example: Example, prompt: int, better: Better, place: int) -> Card:
    """The card of an example.

    :param prompt: how many turns come before the agent begins to speak.
    :param better: for a bad example; a good one has a line of its own.
    """
    begin = begin_of(example.turns, prompt, example.focus)
    said = breath(example.turns, begin)
    return Card(
        id=example.id,
        good=example.good,
        category=example.category,
        rule=example.rule,
        aspect=example.aspect,
        moment=example.moment,
        grade=example.grade,
        turns=example.turns[:begin],
        skipped=example.turns[begin].skipped,
        better=Better(said, "own") if example.good else better,
        instead="" if example.good else said,
        message=example.message,
        suggestion=example.suggestion,
        lookalike=example.lookalike,
        business=example.business,
        channel=example.channel,
        direction=example.direction,
        scene=example.scene,
        place=place,
    )


def begin_of(turns: Sequence[ExampleTurn], prompt: int, focus: int) -> int:
    """The first turn whose place the answer takes.

    It is ``prompt``, but what the example rests on stays: who has to thank for waiting must see
    that he asked somebody to wait.
    """
    evidence = [
        number + 1
        for number in range(prompt, focus)
        if any(span.as_ in _RESTS_ON for span in turns[number].spans)
    ]
    return max([prompt, *evidence])


def breath(turns: Sequence[ExampleTurn], begin: int) -> str:
    """What the agent says from a turn on until somebody else speaks or turns are left out."""
    end = begin + 1
    while end < len(turns) and turns[end].role == "agent" and not turns[end].skipped:
        end += 1
    return " ".join(turn.text.strip() for turn in turns[begin:end])
