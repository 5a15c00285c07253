"""The value objects of a comparison of two rule books on the same calls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from linter.evaluation.model import Outcome, Said
from linter.frozen import dataclass
from linter.judged import Status
from linter.model import Finding

Kind = Literal["gained", "lost", "changed"]
KINDS: tuple[Kind, ...] = ("gained", "lost", "changed")

VerdictOr = Status | Literal["off"]
"""What a rule says of a call; ``off`` when a profile that the call asks for switched it off."""


class Counterpart(NamedTuple):
    """What the other book has to say in place of a finding.

    :ivar status: of the same rule; ``None`` when the book has no such rule.
    :ivar reason: why it could not be judged, or does not apply.
    :ivar yielded_to: the rules whose findings took this one's place.
    """

    status: VerdictOr | None = None
    reason: str = ""
    yielded_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A finding that one book has and the other has not, or has otherwise.

    :ivar rule: its rule, by its new name where it has been renamed.
    :ivar keys: what differs between ``old`` and ``new`` when both are there.
    :ivar label: what the call's labels say of the finding: ``found`` at its turn, ``elsewhere``
        at another one, ``missed``: nothing. ``None`` for calls without labels, and for praise.
    :ivar around: the dialogue around the finding.
    """

    kind: Kind
    rule: str
    old: Finding | None
    new: Finding | None
    keys: tuple[str, ...] = ()
    label: Outcome | None = None
    around: tuple[Said, ...] = ()
    counterpart: Counterpart = Counterpart()

    @property
    def finding(self) -> Finding:
        """The newer finding there is."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class CallImpact:
    """What two books make of one call.

    :ivar same: (rule, category) → findings that are the same in both.
    :ivar changes: the others, in the order of the call.
    :ivar verdicts: (rule, old, new) of the rules of both books that say something else.
    :ivar labelled: whether the call has labels.
    :ivar is_scene: whether it is no call, but a scene of a script library.
    """

    agent_turns: int
    same: Mapping[tuple[str, str], int]
    changes: tuple[Change, ...]
    verdicts: tuple[tuple[str, VerdictOr, VerdictOr], ...] = ()
    labelled: bool = False
    is_scene: bool = False


class Side(NamedTuple):
    """One of the two books.

    :ivar name: what the user called it.
    :ivar hash: identity of what its files say.
    :ivar rules: how many there are.
    """

    name: str
    hash: str
    rules: int
