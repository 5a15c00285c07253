"""Rules, with everything that people want to know of them, and profiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from linter.frozen import dataclass
from linter.judged import Status
from linter.model import Aspect, Certainty, Severity
from linter.rulebook.types.judges import Judge, Ref
from linter.rulebook.types.places import Place
from linter.rulebook.types.signals import Weighed
from linter.text.fold import folded


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
    fix: tuple[tuple[str, str], ...] = ()
    """Words that are reported → what may be written in their place in a script, longest first."""
    weighed: Weighed | None = None
    """What the learned scorer has to think of the turn where a finding stands."""

    def better(self, quote: str) -> str | None:
        """What to write in place of reported words; ``None`` where the rule does not know."""
        said = folded(quote)
        return next((new for old, new in self.fix if folded(old) == said), None)


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
