"""The data card of a set: what it was made of and how, what is in it, and what it cannot show.

After T. Gebru and others, Datasheets for Datasets (https://arxiv.org/abs/1803.09010), as far as a
program can answer. Nobody is named in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from linter.coaching.examples.choosing import Limits, Missing
from linter.coaching.examples.collecting import Collected
from linter.frozen import dataclass
from linter.reports.summary import RulesIdentity


class Sources:
    """Counts the calls as they come.

    :ivar agents: what tells agents apart; only how many there are is ever told.
    """

    def __init__(self) -> None:
        self.calls = self.turns = self.agent_turns = self.candidates = 0
        self.agents: set[str] = set()
        self.businesses: Counter[str] = Counter()
        self.channels: Counter[str] = Counter()

    def add(self, collected: Collected) -> None:
        """Count a call."""
        self.calls += 1
        self.turns += collected.turns
        self.agent_turns += collected.agent_turns
        self.candidates += len(collected.candidates)
        self.businesses[collected.business] += 1
        self.channels[collected.channel] += 1
        if collected.agent:
            self.agents.add(collected.agent)


class Asked(NamedTuple):
    """What the user wanted."""

    limits: Limits
    seed: int = 0
    review: bool = False
    split: str = "none"


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the card says, but for what can be counted in the set itself.

    :ivar files: inputs that were read; ``skipped`` how many could not be.
    :ivar agents: how many agents are told apart.
    :ivar passed: candidates that were passed over, by the reason.
    :ivar masked: characters that are masked in the set.
    :ivar absent: categories of the rules of which there was no candidate at all.
    """

    asked: Asked
    rules: RulesIdentity
    files: int
    skipped: int
    calls: int
    turns: int
    agent_turns: int
    agents: int
    candidates: int
    businesses: Mapping[str, int]
    channels: Mapping[str, int]
    passed: Mapping[str, int]
    missing: tuple[Missing, ...]
    absent: tuple[str, ...]
    masked: int
