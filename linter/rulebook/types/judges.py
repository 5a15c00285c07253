"""How a rule judges signals: what it forbids, requires, counts, and in which order."""

from __future__ import annotations

from typing import Literal

from linter.frozen import dataclass

Where = Literal["opening", "closing", "anywhere"]

SLOT_STATES = ("asked", "given", "refused", "unanswered", "read_back")
"""What may become of a piece of information in a call; used in steps as ``given(项=X)``."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A signal as a rule names it: ``情绪 2+``, ``索要(项=X)``, ``given(项=X)``.

    :ivar slot: slot name and the variable it is joined on, or ``None``.
    """

    name: str
    level: int = 0
    slot: tuple[str, str] | None = None

    @property
    def is_state(self) -> bool:
        """Whether it names a slot state rather than a signal."""
        return self.name in SLOT_STATES


@dataclass(frozen=True, slots=True)
class Unless:
    """An excuse, or what has to be there: one of ``signals`` in ``where``, seen from the hit.

    ``where``: ``same_turn``; ``before`` or ``after`` (that many substantive turns of the
    signal's own side); ``same_or_next`` agent turn.
    """

    signals: tuple[Ref, ...]
    where: Literal["same_turn", "same_or_next", "before", "after", "earlier"]
    turns: int = 1


Which = Literal["each", "first", "last"] | int
"""Which of several hits count: all of them, one of the ends, or the n-th (1-based)."""


@dataclass(frozen=True, slots=True)
class Forbid:
    """These signals must not be there.

    :ivar when: when not empty, only within ``within`` agent turns after one of these, and not
        after one of ``until``.
    :ivar only_if: each of these has to be there, or the hit is none.
    :ivar which: which of the triggers count, or of the hits where nothing triggers.
    """

    signals: tuple[Ref, ...]
    when: tuple[Ref, ...] = ()
    within: int = 0
    until: tuple[Ref, ...] = ()
    unless: tuple[Unless, ...] = ()
    only_if: tuple[Unless, ...] = ()
    which: Which = "each"


@dataclass(frozen=True, slots=True)
class Require:
    """One of these signals has to be there.

    Either at a place of the call (``where``, the first or last ``within`` agent turns) or within
    ``within`` substantive agent turns after a trigger (``when``); ``within`` 0: to the end.

    :ivar credit: agent turns before the trigger in which it counts too.
    :ivar late: agent turns after the window in which it counts as late.
    :ivar settled: signals that make the requirement moot when they follow the trigger.
    :ivar nearly: signals that come near it: said in the window instead, the finding is info and
        to be reviewed.
    :ivar before: with a trigger: it has to be there in the trigger's own turn before it, or in the
        ``before`` substantive agent turns ahead of that, or in what the other side said between;
        nothing after the trigger counts.
    :ivar every: all of ``signals`` have to be there, not only one.
    :ivar which: which of the triggers count.
    """

    signals: tuple[Ref, ...]
    where: Where | None = None
    when: tuple[Ref, ...] = ()
    within: int = 0
    credit: int = 1
    late: int = 0
    settled: tuple[Ref, ...] = ()
    nearly: tuple[Ref, ...] = ()
    report: Literal["first", "last"] = "first"
    before: int | None = None
    every: bool = False
    which: Which = "each"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a sequence: any of ``signals`` in a later turn; ``negative``: none of them."""

    name: str
    signals: tuple[Ref, ...]
    negative: bool = False
    shares_turn: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in order, all within ``span`` substantive turns; the last one is reported."""

    steps: tuple[Step, ...]
    span: int
    unless: tuple[Ref, ...] = ()
    """Signals that excuse it when they stand between the first and the last step."""
    unless_turn: tuple[Ref, ...] = ()
    """Signals that excuse it when they stand in the last step's speaking turn."""
    any_order: bool = False
    """Whether the steps may come in any order; the one that comes last is reported."""


Compared = Literal["sentence", "substance"]
"""What is held against what was said before."""


Points = tuple[tuple[Ref, int], ...]
"""Signals and how many points each of them counts for, once."""


@dataclass(frozen=True, slots=True)
class Card:
    """What speaks for and against a repetition, in points; enough of them are a finding.

    :ivar least: points that are enough.
    :ivar same: for each doubling of the stretches that both turns have; a single one is none.
    :ivar later: for a later turn all of which was said before; for a part of it, that share.
    :ivar earlier: for an earlier turn all of which is said again; for a part of it, that share.
    :ivar far: for each doubling of the agent turns from one to the other.
    :ivar between: for what the customer shows between the two.
    :ivar next: for what the customer shows in the next turn.
    :ivar here: for what the later turn itself has.
    """

    least: int
    same: int = 0
    later: int = 0
    earlier: int = 0
    far: int = 0
    between: Points = ()
    next: Points = ()
    here: Points = ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """The agent says nearly the same again.

    :ivar similarity: least likeness in percent (:func:`linter.signals.similar.likeness`); of
        substance the share of the shorter turn's stretches that the other one has.
    :ivar least: fewest Chinese characters of a sentence that is compared; of substance the fewest
        stretches of two characters that both turns have.
    :ivar when: a customer's signal that has to stand between the two.
    :ivar over: sentences that contain one of these signals are not compared; of substance the
        signals' own words.
    :ivar of: whether sentence is compared with sentence, or what whole turns are made of.
    :ivar then: a signal that has to stand in its side's next turn.
    :ivar card: of substance: points that decide instead of the likeness; a repetition that the
        customer gave no sign of minding has none.
    """

    similarity: int
    least: int
    within: int
    when: tuple[Ref, ...]
    over: tuple[Ref, ...]
    of: Compared = "sentence"
    then: tuple[Ref, ...] = ()
    card: Card | None = None


CallMeasure = Literal["talk_share", "silence_share", "longest_silence", "call_duration"]
"""Measured of a whole call, from its times."""

MeasureKind = Literal["unbroken", "mixed", "duplicate", "slots", "count"] | CallMeasure


@dataclass(frozen=True, slots=True)
class Measure:
    """A limit on what can be counted or measured; what is beyond ``limit`` is reported.

    ``of``: ``unbroken`` (code points without a stop), ``mixed`` (both classes of words occur),
    ``duplicate`` (a line again that says the same), ``slots`` (places to be filled in that nobody
    filled, that are written wrongly or that the file does not explain), ``count`` (turns with
    ``signals``);
    ``talk_share`` (the agent's share of what both sides speak, in percent), ``silence_share`` (of
    the call in which nobody speaks, in percent), ``longest_silence`` and ``call_duration`` (in
    seconds).

    :ivar within: for ``count``: only so many substantive turns in a row are counted together; 0
        for the whole call.
    :ivar hits: for ``count``: hits are counted, not turns.
    """

    of: MeasureKind
    limit: int
    signals: tuple[Ref, ...] = ()
    within: int = 0
    hits: bool = False


@dataclass(frozen=True, slots=True)
class Rise:
    """Second layer: a finding of ``categories``, then the customer's ``signal`` rises."""

    categories: tuple[str, ...]
    signal: str
    within: int
    before: int


Judge = Forbid | Require | Steps | Repeat | Measure | Rise
