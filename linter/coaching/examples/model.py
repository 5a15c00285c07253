"""An example: one turn of an agent, good or bad, with as much of the call as it takes to see why.

Everything in it is masked, and nothing in it says who spoke or which call it is from: that is
the :class:`Origin`, which is kept apart.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from linter.frozen import dataclass
from linter.model import Aspect, Certainty, Role, Severity

Part = Literal["", "train", "test"]
"""Of which half of a set that is split an example is; empty when it is not split."""

GRADES = (1, 2, 3)
"""Difficulties, the easiest first."""


class Span(NamedTuple):
    """Words of a turn that matter, in code points of its masked text.

    :ivar as_: their part in it: ``focus`` for what is good or bad, ``missing`` for where something
        should have been said, otherwise as in evidence.
    :ivar label: the same in the user's words.
    """

    start: int
    end: int
    as_: str
    label: str


class ExampleTurn(NamedTuple):
    """A turn as it is shown.

    :ivar skipped: how many turns of the call are left out before it.
    """

    role: Role
    text: str
    skipped: int = 0
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """One turn to learn from.

    :ivar id: a hash of what is shown; the same whenever the same is shown.
    :ivar focus: the index in ``turns`` of the agent's turn that it is about.
    :ivar moment: what kind of moment it is, by the signal that makes it one; empty for none.
    :ivar moments: all kinds of moment that it is.
    :ivar grade: one of :data:`GRADES`; ``reasons`` are the codes of what makes it hard.
    :ivar lookalike: why words that look like a breach are none; empty unless that is the point.
    :ivar also: other categories of which something was found in the same turn.
    """

    id: str
    good: bool
    category: str
    rule: str
    aspect: Aspect
    severity: Severity
    certainty: Certainty
    moment: str
    moments: tuple[str, ...]
    grade: int
    reasons: tuple[str, ...]
    turns: tuple[ExampleTurn, ...]
    focus: int
    message: str = ""
    why: str = ""
    suggestion: str = ""
    lookalike: str = ""
    also: tuple[str, ...] = ()
    business: str = ""
    channel: str = ""
    direction: str = ""
    scene: str = ""
    part: Part = ""

    @property
    def said(self) -> str:
        """What the agent says in the turn that it is about."""
        return self.turns[self.focus].text


class Origin(NamedTuple):
    """Where an example is from; goes into the key file and nowhere else.

    :ivar turn: 0-based number of the turn in the call.
    """

    path: str
    call: str
    turn: int


class Candidate(NamedTuple):
    """An example that may be chosen.

    :ivar agent: tells agents apart; of an unknown agent every call is another's.
    :ivar masked: how many characters of it are masked.
    """

    example: Example
    origin: Origin
    agent: str
    masked: int = 0


class Pair(NamedTuple):
    """What a bad turn is held against.

    :ivar good: a real answer to the same kind of moment; ``None`` when there is none, and then
        the rule's own suggestion has to do.
    :ivar same: what the two have in common: ``rule``, ``category`` or ``moment``; empty for none.
    """

    good: Example | None
    same: Literal["rule", "category", "moment", ""] = ""
