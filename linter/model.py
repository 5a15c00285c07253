"""The value objects that walk through the house: calls in, findings out.

Everything is frozen. Spans are code points of a turn's ORIGINAL text, end exclusive; turn
numbers are 0-based in the input's own turns; times are milliseconds from the call's start.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Role = Literal["agent", "customer", "bot", "system", "unknown"]
Severity = Literal["error", "warning", "info"]
Certainty = Literal["certain", "review"]
Aspect = Literal["话术", "态度", "职责", "适时结束", "效率", "标杆"]

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
