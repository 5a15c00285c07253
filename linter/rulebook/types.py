"""Typed rules: what the YAML of the packs means, before it is run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from linter.errors import place_text
from linter.model import Aspect, Certainty, Severity, Status
from linter.rulebook.notation import Node

Who = Literal["agent", "customer", "any"]
Where = Literal["opening", "closing", "anywhere"]

SLOT_STATES = ("asked", "given", "refused", "unanswered", "read_back")
"""What may become of a piece of information in a call; used in steps as ``given(项=X)``."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a rule file (1-based).

    :ivar sheet: the sheet of a workbook; ``line`` and ``column`` are its row and column.
    :ivar cell: the cell of a table (``B3``).
    """

    path: str
    line: int
    column: int
    sheet: str = ""
    cell: str = ""

    @property
    def where(self) -> str:
        """``path:line:column``, or ``path: sheet!cell``."""
        return place_text(self.path, self.line, self.column, self.sheet, self.cell)


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
class Signal:
    """A named fact about one turn.

    :ivar members: names of signals whose hits count as this one's.
    :ivar over: harmless longer phrases that take a hit back when they overlap it.
    :ivar not_if: phrases that take a hit back when they stand in the same sentence.
    :ivar not_if_turn: the same, anywhere in the same speaking turn.
    :ivar near: when not empty, one of these has to stand in the same sentence.
    :ivar not_when: context conditions that take a hit back.
    :ivar only_when: context conditions that have to hold for a hit.
    :ivar near_turn: when not empty, one of these has to stand in the same speaking turn.
    :ivar least: how many different patterns, or members, have to be there within ``scope``.
    :ivar none: when not empty, a turn with none of these is a hit, from end to end.
    :ivar like: example sentences; whatever is at least ``similar`` percent alike is a doubtful hit.
    :ivar heard: the sounds taken for one another (``None``: patterns are not looked for by sound).
    :ivar at: where in the call it counts, when not everywhere.
    :ivar measure: a limit on what is measured of a turn, in place of patterns.
    :ivar note: what it is about, for people.
    :ivar backchannel: a turn that only hums or nods (嗯。好的。) is a hit, in place of patterns.
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
    """An excuse: one of ``signals`` in ``where``, seen from the hit.

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
    :ivar which: which of the triggers count, or of the hits where nothing triggers.
    """

    signals: tuple[Ref, ...]
    when: tuple[Ref, ...] = ()
    within: int = 0
    until: tuple[Ref, ...] = ()
    unless: tuple[Unless, ...] = ()
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


@dataclass(frozen=True, slots=True)
class Repeat:
    """The agent says nearly the same again.

    :ivar similarity: least likeness in percent (:func:`linter.signals.similar.likeness`).
    :ivar least: fewest Chinese characters of a sentence that is compared.
    :ivar when: a customer's signal that has to stand between the two.
    :ivar over: sentences that contain one of these signals are not compared.
    """

    similarity: int
    least: int
    within: int
    when: tuple[Ref, ...]
    over: tuple[Ref, ...]


CallMeasure = Literal["talk_share", "silence_share", "longest_silence", "call_duration"]
"""Measured of a whole call, from its times."""

MeasureKind = Literal["unbroken", "mixed", "duplicate", "count"] | CallMeasure


@dataclass(frozen=True, slots=True)
class Measure:
    """A limit on what can be counted or measured; what is beyond ``limit`` is reported.

    ``of``: ``unbroken`` (code points without a stop), ``mixed`` (both classes of words occur),
    ``duplicate`` (the same line again in the file), ``count`` (turns with ``signals``);
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


@dataclass(frozen=True, slots=True)
class RuleTest:
    """A call that the rule must flag (marked 【…】) or must pass.

    :ivar severity: what the marked words are to be reported as; ``None``: whatever it is.
    :ivar certainty: the same for the certainty.
    :ivar late: whether what was required came late; ``None``: either.
    :ivar yields: whether the report gives way to another rule's; ``None``: either.
    :ivar verdict: what the rule is to say of a call it passes; ``None``: anything.
    """

    flags: bool
    text: str
    kind: Literal["call", "script"]
    place: Place
    severity: Severity | None = None
    certainty: Certainty | None = None
    late: bool | None = None
    yields: bool | None = None
    verdict: Status | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with everything a reviewer, an author and a report need to know."""

    id: str
    pack: str
    category: str
    aspect: Aspect
    severity: Severity
    severity_after: tuple[tuple[Ref, Severity], ...]
    certainty: Certainty
    weight: int
    fatal: bool
    judge: Judge
    message: str
    why: str
    suggestion: str
    source: str
    status: Literal["stable", "experimental", "deprecated"]
    false_positives: tuple[str, ...]
    applies: Mapping[str, tuple[str, ...]]
    yields_to: tuple[str, ...]
    deduct: bool
    praise: bool
    tests: tuple[RuleTest, ...]
    place: Place
    applies_not: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field → values of calls that it does not apply to."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A named set of changes, for what centres do differently.

    :ivar note: what it is for, in the user's words.
    :ivar when: field → values of calls for which it is in force without being asked for.
    :ivar when_not: field → values that such calls must not have.
    """

    name: str
    note: str
    when: Mapping[str, tuple[str, ...]]
    when_not: Mapping[str, tuple[str, ...]]
    place: Place


class Variants(Protocol):
    """Makes the rule book of other profiles."""

    def book(self, profiles: tuple[str, ...]) -> RuleBook:
        """The book with these profiles, which exist, in force; later ones win.

        :raises RuleErrors: when their changes do not go together.
        """
        ...


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All packs, resolved: every name that is used exists.

    :ivar classes: class → group → members.
    :ivar version: hash of the content of all files and of the profiles in force, for reports and
        caches.
    """

    packs: tuple[str, ...]
    classes: Mapping[str, Mapping[str, tuple[Node, ...]]]
    signals: Mapping[str, Signal]
    conditions: Mapping[str, Condition]
    slots: Mapping[str, SlotKind]
    rules: tuple[Rule, ...]
    words: tuple[str, ...]
    """Company words for the tokenizer."""
    version: str
    profiles: tuple[Profile, ...] = ()
    active: tuple[str, ...] = ()
    """The profiles in force."""
    variants: Variants | None = field(default=None, compare=False, repr=False)

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories of the rules, in order, each once."""
        return tuple(dict.fromkeys(rule.category for rule in self.rules))
