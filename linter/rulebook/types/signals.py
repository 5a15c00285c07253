"""What may be said in a turn: signals, context conditions, and the values of slots."""

from __future__ import annotations

from typing import Literal

from linter.frozen import dataclass
from linter.model import Certainty
from linter.rulebook.notation import Node
from linter.rulebook.types.places import Place

Who = Literal["agent", "customer", "any"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a signal.

    ``certainty`` is ``review`` for wordings that show the thing only probably.
    """

    text: str
    node: Node
    level: int = 0
    certainty: Certainty = "certain"


@dataclass(frozen=True, slots=True)
class Position:
    """Where in a call a signal counts: the first or last ``count`` of its side's turns.

    :ivar seconds: whether ``count`` is seconds from the call's start (before its end) instead of
        substantive turns.
    """

    edge: Literal["first", "last"]
    count: int
    seconds: bool = False


MeasureOf = Literal["characters", "rate", "duration", "silence", "overlap", "repetition"]


@dataclass(frozen=True, slots=True)
class TurnMeasure:
    """What can be measured of a speaking turn, and the limit beyond which it is a hit.

    ``of``: ``characters`` (Han characters, letters and digits), ``rate`` (of those a minute),
    ``duration``, ``silence`` before it or one of its pieces, ``overlap`` with the other side (all
    in milliseconds), ``repetition`` (likeness to one of the side's own six turns before, in
    percent).

    :ivar over: hits are turns with more than this; ``None``: no such limit.
    :ivar under: hits are turns with less than this.
    """

    of: MeasureOf
    over: int | None = None
    under: int | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """How near each other several patterns or members have to be.

    :ivar unit: the same sentence, the same speaking turn, or ``turns`` substantive turns in a row.
    """

    unit: Literal["sentence", "turn", "turns"] = "turn"
    turns: int = 1


@dataclass(frozen=True, slots=True)
class Learned:
    """What the learned scorer has to be sure of to make a turn a doubtful hit.

    :ivar of: the label that is asked about.
    :ivar over: hits are turns with more than this, in percent.
    :ivar alone: whether no wording category may score higher than ``of``.
    :ivar level: of the hits, as of patterns under ``levels``.
    :ivar sure: hits of more than this, in percent, hold in the contexts of ``not_when``, but for
        those of quotation; ``None``: none do.
    """

    of: str
    over: int
    alone: bool = False
    level: int = 0
    sure: int | None = None

    def is_sure(self, percent: int) -> bool:
        """Whether so much is enough to hold in the contexts of ``not_when``."""
        return self.sure is not None and percent > self.sure


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the learned scorer has to say of the turns in which a pattern was found.

    :ivar of: the label that is asked about.
    :ivar drop: a score under this, in percent, takes the hit back; ``None``: none does.
    :ivar doubt: a score under this makes the hit doubtful.
    """

    of: str = "any"
    drop: int | None = None
    doubt: int | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """A named fact about one turn.

    :ivar members: names of signals whose hits count as this one's.
    :ivar over: harmless longer phrases that take a hit back when they overlap it.
    :ivar not_if: phrases that take a hit back when they stand in the same sentence.
    :ivar not_if_turn: the same, anywhere in the same speaking turn.
    :ivar not_if_only: phrases that take a hit back when the speaking turn says nothing else.
    :ivar near: when not empty, one of these has to stand in the same sentence.
    :ivar not_when: context conditions that take a hit back.
    :ivar only_when: context conditions that have to hold for a hit.
    :ivar near_turn: when not empty, one of these has to stand in the same speaking turn.
    :ivar echo: when not 0, a hit has to have so many characters in a row that the other side said
        in its last turn.
    :ivar least: how many different patterns, or members, have to be there within ``scope``.
    :ivar none: when not empty, a turn with none of these is a hit, from end to end.
    :ivar like: example sentences; whatever is at least ``similar`` percent alike is a doubtful hit.
    :ivar heard: the sounds taken for one another (``None``: patterns are not looked for by sound).
    :ivar at: where in the call it counts, when not everywhere.
    :ivar measure: a limit on what is measured of a turn, in place of patterns.
    :ivar note: what it is about, for people.
    :ivar backchannel: a turn that only hums or nods (嗯。好的。) is a hit, in place of patterns.
    :ivar learned: turns of which the learned scorer is so sure are doubtful hits, too.
    :ivar weighed: what the learned scorer may make of the hits of patterns.
    :ivar unweighed: texts of patterns that it has no say in: another pack added them.
    """

    name: str
    who: Who
    patterns: tuple[Pattern, ...]
    members: tuple[str, ...]
    over: tuple[Pattern, ...]
    not_if: tuple[Pattern, ...]
    not_if_turn: tuple[Pattern, ...]
    near: tuple[Pattern, ...]
    not_when: tuple[str, ...]
    place: Place
    only_when: tuple[str, ...] = ()
    near_turn: tuple[Pattern, ...] = ()
    not_if_only: tuple[Pattern, ...] = ()
    echo: int = 0
    least: int = 1
    scope: Scope = Scope()
    none: tuple[Pattern, ...] = ()
    like: tuple[str, ...] = ()
    similar: int = 75
    heard: frozenset[str] | None = None
    at: Position | None = None
    measure: TurnMeasure | None = None
    backchannel: bool = False
    note: str = ""
    learned: Learned | None = None
    weighed: Weighed | None = None
    unweighed: frozenset[str] = frozenset()


CONTEXTS = ("negated", "hypothetical", "question", "third_party", "past", "quoted")
"""The context conditions that are decided for all rules alike; a pack may only add cues to them."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A context condition: patterns right before, right after or around a hit.

    ``distance`` is the most characters between a ``before`` or ``after`` pattern and the hit.
    """

    name: str
    before: tuple[Pattern, ...]
    after: tuple[Pattern, ...]
    clause: tuple[Pattern, ...]
    distance: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class SlotKind:
    """How the value of a group (电话, 地址 ...) looks when a customer gives it.

    :ivar answer: what counts as given right after it was asked for.
    :ivar volunteered: what counts as given at any time.
    """

    group: str
    answer: tuple[Pattern, ...]
    volunteered: tuple[Pattern, ...]
