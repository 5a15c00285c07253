"""Who answers best: each agent against the others, like with like."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from linter.coaching.exemplars.chances import (
    Drawn,
    adjusted,
    chance_of_as_many,
    exact_interval,
)
from linter.coaching.exemplars.moments import Moment
from linter.coaching.exemplars.results import Share, Standing

Stratum = tuple[str, ...]


class Tried(NamedTuple):
    """One comparison of an agent with the others, before all comparisons are weighed together."""

    agent: str
    own: Share
    expected: float
    chance: float
    cooled: Share

    @property
    def open(self) -> bool:
        """Whether it could have come out otherwise: not where everybody did it, or nobody."""
        return self.expected not in (0.0, 1.0) or self.own.value != self.expected


class Table:
    """The calls of a situation by stratum and agent.

    :param moments: one a call.
    """

    def __init__(self, moments: Iterable[Moment]) -> None:
        self._calls: defaultdict[Stratum, Counter[str]] = defaultdict(Counter)
        self._good: defaultdict[Stratum, Counter[str]] = defaultdict(Counter)
        self._upset: Counter[str] = Counter()
        self._cooled: Counter[str] = Counter()
        agents: dict[str, None] = {}
        for moment in moments:
            agents[moment.agent] = None
            self._calls[moment.stratum][moment.agent] += 1
            self._good[moment.stratum][moment.agent] += moment.good
            if moment.cooler is not None:
                self._upset[moment.agent] += 1
                self._cooled[moment.agent] += moment.cooler
        self.agents = tuple(agents)

    def tried(self, least: int) -> list[Tried]:
        """Every agent with enough calls that others have the like of.

        :param least: how many calls are enough.
        """
        found = (self._try(agent) for agent in self.agents)
        return [one for one in found if one.own.of >= max(1, least)]

    def _try(self, agent: str) -> Tried:
        strata: list[Drawn] = []
        good, expected = 0, 0.0
        for stratum, calls in self._calls.items():
            own, every = calls[agent], calls.total()
            # What only this agent does says nothing about the agent.
            if not own or own == every:
                continue
            well = self._good[stratum]
            strata.append(Drawn(every, well.total(), own))
            good += well[agent]
            expected += own * (well.total() - well[agent]) / (every - own)
        of = sum(drawn.own for drawn in strata)
        chance = chance_of_as_many(strata, good) if of else 1.0
        cooled = Share(self._cooled[agent], self._upset[agent])
        return Tried(agent, Share(good, of), expected / of if of else 0.0, chance, cooled)


def standings(
    tried: Mapping[str, Sequence[Tried]], level: float
) -> dict[str, tuple[Standing, ...]]:
    """Weigh all comparisons of a run together.

    An agent is an exemplar when the rate of false discoveries allows it (of those that are called
    so, no more than ``level`` are expected to be so by chance) and the interval of the agent's own
    share lies wholly above what the others reach at the same work.

    :param tried: by situation.
    """
    every = [(name, one) for name, found in tried.items() for one in found]
    rates = iter(adjusted([one.chance for _, one in every if one.open]))
    strength = {name: _strength(found) for name, found in tried.items()}
    judged: dict[str, list[Standing]] = {name: [] for name in tried}
    for name, one in every:
        rate = next(rates) if one.open else 1.0
        judged[name].append(_standing(one, rate, strength[name], level))
    return {name: tuple(found) for name, found in judged.items()}


def _standing(one: Tried, rate: float, strength: float, level: float) -> Standing:
    interval = exact_interval(*one.own)
    weight = one.own.of / (one.own.of + strength)
    return Standing(
        agent=one.agent,
        own=one.own,
        interval=interval,
        expected=one.expected,
        chance=one.chance,
        adjusted=rate,
        shrunk=weight * one.own.value + (1 - weight) * one.expected,
        cooled=one.cooled,
        exemplar=rate <= level and interval.low > one.expected,
    )


def _strength(tried: Sequence[Tried]) -> float:
    """How many calls of the others an agent's own have to outweigh: an empirical Bayes prior.

    Beta-binomial, by moments: what the agents differ by beyond what chance makes them differ
    (J. C. Kleinman, J. Am. Stat. Assoc. 68 (1973) 46-54). Infinite if that is nothing.
    """
    beyond = between = 0.0
    for one in tried:
        n, spread = one.own.of, one.expected * (1 - one.expected)
        beyond += (one.own.good - n * one.expected) ** 2 - n * spread
        between += n * (n - 1) * spread
    alike = beyond / between if between > 0 else 0.0
    return 1 / min(alike, 1.0) - 1 if alike > 1e-6 else float("inf")
