"""What linting a call comes to: verdicts, the diagnosis, what is not shown, and the report of all.

Everything is frozen; spans and turns count as in :mod:`linter.model`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from linter.model import Aspect, Call, Evidence, Finding

if TYPE_CHECKING:  # few calls get one
    from linter.scoresheet import ScoreSheet

Status = Literal["violated", "met", "not_applicable", "not_evaluated"]
PartStatus = Literal["做到", "缺失", "不适用", "未评"]

AGAIN = ("again", "同一轮里还有")
"""The part and the label of a further span of a finding."""


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
