"""Typed rules: what the YAML of the packs means, before it is run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from linter.model import Aspect, Certainty, Severity
from linter.rulebook.notation import Node

Who = Literal["agent", "customer", "any"]
Where = Literal["opening", "closing", "anywhere"]

SLOT_STATES = ("asked", "given", "refused", "unanswered", "read_back")
"""What may become of a piece of information in a call; used in steps as ``given(项=X)``."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a rule file (1-based)."""

    path: str
    line: int
    column: int


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
class Signal:
    """A named fact about one turn.

    :ivar members: names of signals whose hits count as this one's.
    :ivar over: harmless longer phrases that take a hit back when they overlap it.
    :ivar not_if: phrases that take a hit back when they stand in the same sentence.
    :ivar not_if_turn: the same, anywhere in the same speaking turn.
    :ivar near: when not empty, one of these has to stand in the same sentence.
    :ivar not_when: context conditions that take a hit back.
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


@dataclass(frozen=True, slots=True)
class Forbid:
    """These signals must not be there.

    :ivar when: when not empty, only within ``within`` agent turns after one of these, and not
        after one of ``until``.
    """

    signals: tuple[Ref, ...]
    when: tuple[Ref, ...] = ()
    within: int = 0
    until: tuple[Ref, ...] = ()
    unless: tuple[Unless, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Repeat:
    """The agent says nearly the same again.

    :ivar similarity: least share of equal characters (2-grams, Dice) in percent.
    :ivar least: fewest Chinese characters of a sentence that is compared.
    :ivar when: a customer's signal that has to stand between the two.
    :ivar over: sentences that contain one of these signals are not compared.
    """

    similarity: int
    least: int
    within: int
    when: tuple[Ref, ...]
    over: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A limit on what can be counted in an agent's turn or script line.

    ``of``: ``unbroken`` (code points without a stop), ``mixed`` (both classes of words occur),
    ``duplicate`` (the same line again in the file), ``count`` (hits of ``signals`` in the call).
    """

    of: Literal["unbroken", "mixed", "duplicate", "count"]
    limit: int
    signals: tuple[Ref, ...] = ()


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
    """A call that the rule must flag (marked 【…】) or must pass."""

    flags: bool
    text: str
    kind: Literal["call", "script"]
    place: Place


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


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All packs, resolved: every name that is used exists.

    :ivar classes: class → group → members.
    :ivar version: hash of the content of all files, for reports and caches.
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

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories of the rules, in order, each once."""
        return tuple(dict.fromkeys(rule.category for rule in self.rules))
