"""Roles that were given and do not go with what is said: sides swapped, channels bleeding.

Nearly all calls are let go after counting a few characters; only what looks odd then is weighed.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.model import Call, Casting, Role
from linter.signals.casting.evidence import AGENT, quoted, why
from linter.signals.casting.speakers import SLOPE, likely
from linter.signals.casting.stock import is_about_agents, is_agents, marks, words_of
from linter.signals.casting.weights import Weights, default_weights

FEWEST = 8
"""Turns a call needs before it can be called swapped."""
SWAPPED = 8.0
"""How much more the customer must sound like an agent than the agent does, in log-odds."""
AGENT_LIKE = 3.0
"""How much the customer must sound like an agent at least: beside an agent who only grunts, any
polite customer does so more."""
BLED = 1.5
"""How much a customer's turn with an agent's stock line must sound like an agent's."""
BLED_SURELY = 3.5
"""The same of a turn that may be about what agents say."""

_SWAP: dict[Role, Role] = {"agent": "customer", "customer": "agent"}


def check(call: Call, weights: Weights | None = None) -> Casting | None:
    """Look for roles that cannot be right; ``None`` when nothing is suspicious.

    :param weights: by which the words are weighed; those that are shipped when left out.
    :return: ``swapped`` for a whole call, or ``bleeding`` with the turns in ``doubtful``. The
        roles in it are those that were given.
    """
    agents = [n for n, turn in enumerate(call.turns) if turn.role == "agent"]
    customers = [n for n, turn in enumerate(call.turns) if turn.role == "customer"]
    if call.kind == "script" or not agents or not customers:
        return None
    said = [call.turns[n].text for n in customers]
    if not marks(said):
        return None
    swap = marks(said) >= marks([call.turns[n].text for n in agents])
    if swap and (found := _swapped(call, agents, customers, weights)):
        return found
    return _bleeding(call, customers, weights)


def _swapped(
    call: Call, agents: Sequence[int], customers: Sequence[int], weights: Weights | None
) -> Casting | None:
    if len(agents) + len(customers) < FEWEST:
        return None
    weights = weights or default_weights()
    points = [weights.points(turn.text) for turn in call.turns]
    like_agent = sum(points[n] for n in customers)
    beyond = like_agent - sum(points[n] for n in agents)
    if beyond < SWAPPED or like_agent < AGENT_LIKE:
        return None
    given = tuple(turn.role for turn in call.turns)
    turned = [_SWAP.get(role, role) for role in given]
    evidence = why(call, weights, points, turned)
    return Casting("swapped", round(likely(SLOPE * beyond), 3), given, why=evidence)


def _bleeding(call: Call, customers: Sequence[int], weights: Weights | None) -> Casting | None:
    marked = [n for n in customers if marks([call.turns[n].text])]
    suspects = [n for n in marked if is_agents(words_of(call.turns[n].text))]
    if not suspects:
        return None
    weights = weights or default_weights()
    points = [0.0] * len(call.turns)
    for number in suspects:
        points[number] = weights.points(call.turns[number].text)
    bled = tuple(n for n in suspects if points[n] >= _least(call.turns[n].text))
    if not bled:
        return None
    given = tuple(turn.role for turn in call.turns)
    confidence = round(likely(SLOPE * min(points[n] for n in bled) + 2), 3)
    evidence = tuple(quoted(call, weights, points, bled, AGENT))
    return Casting("bleeding", confidence, given, bled, evidence)


def _least(text: str) -> float:
    return BLED_SURELY if is_about_agents(words_of(text)) else BLED
