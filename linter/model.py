"""The value objects that walk through the house: calls in, findings out.

Everything is frozen. Spans are code points of a turn's ORIGINAL text, end exclusive; turn
numbers are 0-based in the input's own turns; times are milliseconds from the call's start.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:  # imported where there is a scheme to score by
    from decimal import Decimal

Role = Literal["agent", "customer", "bot", "system", "unknown"]
Severity = Literal["error", "warning", "info"]
Certainty = Literal["certain", "review"]
Aspect = Literal["话术", "态度", "职责", "适时结束", "效率", "标杆"]
Status = Literal["violated", "met", "not_applicable", "not_evaluated"]
PartStatus = Literal["做到", "缺失", "不适用", "未评"]

ROLES: tuple[Role, ...] = ("agent", "customer", "bot", "system", "unknown")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
ASPECTS: tuple[Aspect, ...] = ("话术", "态度", "职责", "适时结束", "效率", "标杆")

SEVERITY_RANK: Mapping[str, int] = {"info": 0, "warning": 1, "error": 2}


class Turn(NamedTuple):
    """One line of the transcript as the file has it.

    ``line`` and ``column`` are 1-based and say where ``text`` begins in the file; ``None``
    where the format has no lines. In a workbook ``line`` is the row, and ``cell`` the name of the
    cell in its ``sheet``. ``speaker`` tells two agents of one call apart. ``meta`` is
    only read: turns without any share one empty mapping.

    A named tuple where others are dataclasses, as hits and verdicts are: every call has dozens of
    each, and a tuple is made four times as fast as a frozen dataclass.
    """

    role: Role
    text: str
    speaker: str = ""
    start_ms: int | None = None
    end_ms: int | None = None
    line: int | None = None
    column: int | None = None
    meta: Mapping[str, Any] = {}
    sheet: str = ""
    cell: str = ""


class Notice(NamedTuple):
    """What whoever gave an input should know of how it was read.

    ``code`` groups notices of one kind. ``left_out`` counts the turns that were not taken over;
    ``warns`` is false for what was left out because it is meant to be. A place as far as it is
    known: ``line`` and ``column`` 1-based, ``cell`` of a ``sheet``.
    """

    code: str
    message: str
    hint: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str = ""
    cell: str = ""
    left_out: int = 0
    warns: bool = True


class Ignore(NamedTuple):
    """A comment in a script library that asks not to be told of findings; see
    :mod:`linter.calls.scripts.directives`.

    It holds for what is said from line ``first`` to ``last``, both 1-based and included. ``until``
    is the last day, ``YYYY-MM-DD``; empty for no end. ``wrong`` says why it does not hold at all.
    """

    rules: tuple[str, ...]
    why: str = ""
    by: str = ""
    until: str = ""
    line: int = 0
    column: int = 0
    first: int = 0
    last: int = 0
    wrong: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One conversation, or one scene of a script library seen as one (``kind``).

    ``meta`` keeps every field of the input that nobody asked for. ``notices`` are facts of the
    reading, not of the call; so is ``casting``, there when the roles were not simply given.
    ``elsewhere`` says of a script's lines where else in its library the same is said, ``ignores``
    what comments in its file ask not to be told of.
    """

    id: str
    turns: tuple[Turn, ...]
    path: str = ""
    kind: Literal["call", "script"] = "call"
    agent_id: str = ""
    agent_name: str = ""
    team: str = ""
    channel: str = ""
    direction: str = ""
    scene: str = ""
    business: str = ""
    started_at: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)
    notices: tuple[Notice, ...] = field(default=(), compare=False)
    elsewhere: Mapping[int, str] = field(default_factory=dict, compare=False)
    ignores: tuple[Ignore, ...] = field(default=(), compare=False)
    casting: Casting | None = field(default=None, compare=False)
    agent_key: str = field(default="", compare=False, repr=False)
    team_key: str = field(default="", compare=False, repr=False)
    """What told agents and teams apart before they were masked; never written."""

    @staticmethod
    def content_id(turns: tuple[Turn, ...]) -> str:
        """The id of a call that was given none: a hash of who said what."""
        digest = hashlib.sha256()
        for turn in turns:
            digest.update(f"{turn.role}\x1f{turn.text}\x1e".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence a script library tells the agent to say.

    ``sheet`` and ``cell`` in workbooks; elsewhere ``line`` and ``column`` are enough.
    """

    text: str
    line: int
    column: int
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A headed part of a script library; the heading stands for the customer's side.

    ``titles`` are the headings above it, outermost first.
    """

    title: str
    lines: tuple[Line, ...]
    line: int
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A script library file (话术库).

    ``legend`` holds the slots the file explains, as they are written, and ``closed`` whether it
    says that there are no others; ``left_out`` how many of its lines are nothing an agent should
    say, by the reason; ``ignores`` what its comments ask not to be told of.
    """

    path: str
    scenes: tuple[Scene, ...]
    legend: frozenset[str] = frozenset()
    closed: bool = False
    left_out: tuple[tuple[str, int], ...] = ()
    ignores: tuple[Ignore, ...] = field(default=(), compare=False)


class Hit(NamedTuple):
    """A signal seen in one turn: the shortest words that show it.

    ``start`` and ``end`` count code points of the turn's original text. ``level`` is 0 for a
    signal without levels. ``slots`` maps a slot's name to the canonical group heard
    (``项`` → ``电话``). ``certainty`` is ``review`` when only a weak pattern matched. ``note``
    says what was made of the words when they are not the pattern's own: heard as, like, measured.
    """

    signal: str
    turn: int
    start: int
    end: int
    level: int = 0
    slots: tuple[tuple[str, str], ...] = ()
    certainty: Certainty = "certain"
    pattern: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the call that a finding rests on.

    ``as_`` is its part in the chain (``trigger``, ``step``, ``outcome``, ``window``,
    ``near_miss``, ``yielded`` ...); ``label`` says it in the user's words. ``rule`` is there when
    the place is itself a finding: the rule that found it.
    """

    turn: int
    start: int
    end: int
    quote: str
    as_: str
    label: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Casting:
    """Who is who in a call, told by what is said.

    ``source``: the roles were ``inferred`` or stay ``unknown``; or they were given, and agent and
    customer look ``swapped``, or single turns look as if the other channel had been heard in them
    (``bleeding``). ``confidence`` is that of this statement, 0 to 1. ``roles`` are those of all
    turns; given ones are never changed. ``doubtful`` turns may be another's than their role says.
    ``why`` quotes the words that weighed most.
    """

    source: Literal["inferred", "swapped", "bleeding", "unknown"]
    confidence: float
    roles: tuple[Role, ...] = ()
    doubtful: tuple[int, ...] = ()
    why: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a reviewer should look at, with all that is needed to defend it."""

    call: str
    path: str
    rule: str
    category: str
    aspect: Aspect
    severity: Severity
    certainty: Certainty
    turn: int
    role: Role
    start: int
    end: int
    quote: str
    message: str
    suggestion: str
    why: str = ""
    evidence: tuple[Evidence, ...] = ()
    window: tuple[int, ...] = ()
    """For a missing thing: the turns that were searched for it."""
    act: str = ""
    """Findings of one act share a cause; scoring deducts for it once."""
    fingerprint: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str = ""
    cell: str = ""
    praise: bool = False
    late: bool = False
    deduct: bool = True
    changed: bool | None = None
    """Whether it is on changed lines; ``None`` when nobody asked what changed."""


class Entry(NamedTuple):
    """What takes findings out of a report: one form, whichever of its three sources it is from.

    ``source``: an ``exception`` that somebody reviewed, an ``inline`` comment in a script library,
    or a ``baseline`` of what was there. ``path``, ``line`` and ``column`` (1-based) say where the
    entry itself is written; ``until`` is its last day, ``YYYY-MM-DD``, empty for no end.
    """

    source: Literal["exception", "inline", "baseline"]
    rule: str
    why: str
    by: str
    until: str = ""
    path: str = ""
    line: int | None = None
    column: int | None = None

    @property
    def excuses(self) -> bool:
        """Whether it says that the finding is not justified, so that it costs no points.

        A baseline only says that it was there before.
        """
        return self.source != "baseline"


class Suppressed(NamedTuple):
    """A finding that is not shown, and what took it out."""

    finding: Finding
    entry: Entry


class Verdict(NamedTuple):
    """What a rule says of a call; never a silent pass."""

    rule: str
    status: Status
    reason: str = ""
    turn: int | None = None
    """Where it was met, when it was."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four parts of the diagnosis."""

    name: Aspect
    status: PartStatus
    turn: int | None = None
    quote: str = ""
    reason: str = ""
    suggestion: str = ""
    chain: tuple[Evidence, ...] = ()


class ScoreStep(NamedTuple):
    """One line of a score's arithmetic, in the order in which it is done.

    ``points`` is what it changes: negative for a deduction. In the steps of a whole call
    ``dimension`` is what a dimension brings. ``what`` says it in the user's words and quotes
    nothing; ``rule``, ``turn`` (0-based), ``start`` and ``end`` name the words it rests on, if it
    rests on any.
    """

    kind: Literal["deduction", "bonus", "cap", "fatal", "dimension", "rounding"]
    points: Decimal
    what: str
    rule: str = ""
    turn: int | None = None
    start: int | None = None
    end: int | None = None


class DimensionScore(NamedTuple):
    """What a call gets in one dimension of a scoring scheme.

    ``axis`` is ``attitude``, ``resolution`` or empty for neither. ``points`` of ``full``;
    ``None`` unless ``status`` is ``scored``.
    """

    name: str
    axis: str
    full: Decimal
    points: Decimal | None
    weight: Decimal
    status: Literal["scored", "not_applicable", "not_evaluated"]
    reason: str = ""
    steps: tuple[ScoreStep, ...] = ()


class AxisScore(NamedTuple):
    """What a call gets on one of the two axes: ``points`` of ``full``, ``None`` if unknown.

    ``full`` is that of the whole call, so that the axes can be compared.
    """

    axis: str
    name: str
    full: Decimal
    points: Decimal | None


class ScoreSheet(NamedTuple):
    """A call's score by a company's scheme, with the arithmetic.

    ``total`` of ``full``; ``None`` when nothing could be scored, and then there is no ``band``.
    ``fatal`` names the rules that decide whatever else there is (一票否决). ``steps`` are those
    of the whole call, and add up to its total; the dimensions have their own. ``unscored`` names
    the rules with findings that the scheme leaves out on purpose.
    """

    scheme: str
    full: Decimal
    total: Decimal | None
    band: str
    axes: tuple[AxisScore, ...]
    dimensions: tuple[DimensionScore, ...]
    steps: tuple[ScoreStep, ...] = ()
    fatal: tuple[str, ...] = ()
    unscored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the tool has to say about one call.

    ``findings`` are what a reviewer is shown; ``hidden`` were found and then yielded to
    another finding, or were not selected, and still count as evidence. ``scores`` is empty
    when no rule that was asked for could be judged; ``off`` names the rules nobody asked for.
    ``suppressed`` would be shown, had not an exception, a comment or a baseline taken them out;
    ``traces`` is what :mod:`linter.triage` has to know of the whole run. ``sheet`` is there when
    a scoring scheme was asked for. ``load`` is where the customer abuses the agent: a burden on
    the agent, nothing to be held against anybody.
    """

    call: Call
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    diagnosis: tuple[Part, ...] = ()
    scores: Mapping[str, int] = field(default_factory=dict)
    hidden: tuple[Finding, ...] = ()
    off: frozenset[str] = frozenset()
    suppressed: tuple[Suppressed, ...] = ()
    sheet: ScoreSheet | None = None
    load: tuple[Evidence, ...] = ()
    traces: Any = field(default=None, compare=False, repr=False)

    @property
    def unjudged(self) -> tuple[Verdict, ...]:
        """What the rules say that were asked for and could not be judged."""
        return tuple(
            verdict
            for verdict in self.verdicts
            if verdict.status == "not_evaluated" and verdict.rule not in self.off
        )
