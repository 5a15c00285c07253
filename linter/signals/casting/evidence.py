"""The words that weighed most for who is who, quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.model import Call, Evidence, Role
from linter.signals.casting.weights import Weights

_QUOTED = 3
"""Turns quoted of a side."""


class Side(NamedTuple):
    """What speaks for a side: in which turns, and what it sounds like."""

    role: Role
    sign: int
    label: str


AGENT = Side("agent", 1, "像坐席说的")
CUSTOMER = Side("customer", -1, "像客户说的")


def why(
    call: Call, weights: Weights, points: Sequence[float], roles: Sequence[Role]
) -> tuple[Evidence, ...]:
    """The few phrases that spoke most for the roles, in order of place.

    :param points: log-odds of each turn's words.
    :param roles: the role each turn was given for them.
    """
    found: list[Evidence] = []
    for side in AGENT, CUSTOMER:
        turns = [n for n, role in enumerate(roles) if role == side.role]
        found += quoted(call, weights, points, turns, side)
    return tuple(sorted(found, key=lambda evidence: (evidence.turn, evidence.start)))


def quoted(
    call: Call, weights: Weights, points: Sequence[float], turns: Iterable[int], side: Side
) -> Iterator[Evidence]:
    """The heaviest phrase of each of the turns that speak most for a side."""
    telling = sorted((-side.sign * points[n], n) for n in turns if side.sign * points[n] > 0)
    for _, number in telling[:_QUOTED]:
        text = call.turns[number].text
        for stretch in weights.stretches(text, side.sign)[:1]:
            quote = text[stretch.start : stretch.end]
            yield Evidence(number, stretch.start, stretch.end, quote, "cast", side.label)
