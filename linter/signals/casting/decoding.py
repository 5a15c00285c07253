"""Turns whose speakers nobody has told apart: who says which, by words and by taking turns.

A hidden Markov model of two states with the forward-backward algorithm. How likely the other side
goes on is found from the call itself, from an expectation that conversations alternate.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

TRUST = 0.6
"""What words of calls in other voices are worth beside those of the training."""
SWITCHES, STAYS = 6.0, 2.0
"""The expectation, as if that many turns had been seen before. Spoken calls alternate nearly
always; in chats one side writes two lines in a row, or five."""
ROUNDS = 8
"""After so many the rate of switching does not change any more that it matters."""
OVERLAP = 0.95
"""How likely a turn that begins before the one before it ends is another speaker's."""
_LEAST, _GREATEST = 0.05, 0.97


def decode(points: Sequence[float], overlaps: Sequence[bool]) -> list[float]:
    """For each turn how likely it is the agent's.

    :param points: log-odds of each turn's words.
    :param overlaps: for each turn whether it began before the one before it ended.
    """
    seen = [_likely(TRUST * each) for each in points]
    rate = SWITCHES / (SWITCHES + STAYS)
    agent: list[float] = []
    for _ in range(ROUNDS if len(seen) > 1 else 1):
        rates = [OVERLAP if overlap else rate for overlap in overlaps]
        agent, switched = _forward_backward(seen, rates)
        rate = (switched + SWITCHES) / (max(1, len(seen) - 1) + SWITCHES + STAYS)
        rate = max(_LEAST, min(_GREATEST, rate))
    return agent


def _likely(logit: float) -> float:
    return 1 / (1 + exp(-logit))


def _forward_backward(seen: Sequence[float], rates: Sequence[float]) -> tuple[list[float], float]:
    """How likely each turn is the agent's, and how often the speaker is expected to change."""
    forward = [seen[0]]
    for one, rate in zip(seen[1:], rates[1:], strict=True):
        before = forward[-1]
        agent = (before * (1 - rate) + (1 - before) * rate) * one
        customer = (before * rate + (1 - before) * (1 - rate)) * (1 - one)
        forward.append(agent / (agent + customer))
    agents = [forward[-1]]
    switched = 0.0
    for at in range(len(seen) - 2, -1, -1):
        rate, before, after = rates[at + 1], forward[at], agents[-1]
        # What was expected of the next turn before anything after it was looked at.
        ahead = before * (1 - rate) + (1 - before) * rate
        from_agent = before * (1 - rate) / ahead * after
        to_customer = before * rate / (1 - ahead) * (1 - after)
        agents.append(from_agent + to_customer)
        switched += to_customer + after - from_agent
    return agents[::-1], switched
