"""What the agent has to bear: where the customer abuses the person on the line.

It is counted as a burden. No rule rests on it, it costs nobody points, and it is never held
against the agent or the customer.
"""

from __future__ import annotations

from linter.judging.doubtful import doubtful_turns, roles_doubted
from linter.judging.outcome import hit_evidence
from linter.model import Evidence
from linter.rulebook.types import Ref
from linter.signals.view import CallView

LOAD_SIGNAL = "客户辱骂"
"""The signal by which a pack says what abuse is; without it nothing is."""

AS = "load"
"""The part of such a place in what is said of a call."""


def burden(view: CallView) -> tuple[Evidence, ...]:
    """The places where the customer abuses the agent, as the call goes.

    Nothing where it is not known, or doubtful, who said it, and nothing in a script library.
    """
    call = view.call
    if call.kind == "script" or not view.roles_known or roles_doubted(call):
        return ()
    doubtful = doubtful_turns(call)
    found = (hit_evidence(view, seen, AS) for seen in view.hits(Ref(LOAD_SIGNAL)))
    certain = (one for one in found if one.turn not in doubtful)
    return tuple(sorted(set(certain), key=lambda one: (one.turn, one.start, one.end)))
