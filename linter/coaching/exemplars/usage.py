"""Who uses which n-grams in how many calls of a situation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from linter.coaching.exemplars.grams import Gram, grams
from linter.coaching.exemplars.moments import Moment
from linter.coaching.exemplars.odds import Cell, Counts
from linter.frozen import dataclass

LEAST_AGENTS = 3
"""Agents who have to use it: what one or two say is their habit."""
LEAST_CALLS = 5
LEAST_SHARE = 0.01
"""Calls that have to have it, at least so many and this share of them."""
MOST = 1500
"""N-grams that are compared: the most frequent, whoever uses them."""


@dataclass(frozen=True, slots=True)
class Use:
    """An n-gram and who uses it.

    :ivar same: others that stand in exactly the same calls.
    :ivar calls: numbers of the moments that have it.
    :ivar counts: calls of each agent in each stratum that have it.
    """

    gram: Gram
    same: tuple[Gram, ...]
    calls: frozenset[int]
    counts: Counts

    def of(self, agents: Collection[str]) -> int:
        """Calls of these agents that have it."""
        return sum(count for (agent, _), count in self.counts.items() if agent in agents)

    def users(self, agents: Collection[str]) -> int:
        """How many of these agents use it."""
        return len({agent for agent, _ in self.counts if agent in agents})


def sizes(moments: Sequence[Moment]) -> Counter[Cell]:
    """Calls of each agent in each stratum."""
    return Counter((moment.agent, moment.stratum) for moment in moments)


def uses(moments: Sequence[Moment]) -> list[Use]:
    """The n-grams worth comparing; which they are does not depend on who is an exemplar.

    Of n-grams that stand in the same calls the longest speaks for all: they are one test.
    """
    said = [grams(one.text for one in moment.said) for moment in moments]
    total = Counter(gram for found in said for gram in found)
    least = max(LEAST_CALLS, LEAST_SHARE * len(moments))
    often = {gram for gram, count in total.items() if count >= least}
    calls: defaultdict[Gram, list[int]] = defaultdict(list)
    for number, found in enumerate(said):
        for gram in found & often:
            calls[gram].append(number)
    groups: defaultdict[tuple[int, ...], list[Gram]] = defaultdict(list)
    for gram, numbers in calls.items():
        if len({moments[number].agent for number in numbers}) >= LEAST_AGENTS:
            groups[tuple(numbers)].append(gram)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[0]), min(item[1])))
    return [_use(moments, numbers, same) for numbers, same in ordered[:MOST]]


def _use(moments: Sequence[Moment], numbers: tuple[int, ...], same: list[Gram]) -> Use:
    first, *others = sorted(same, key=lambda gram: (-len(gram), -len("".join(gram)), gram))
    counts = Counter((moments[n].agent, moments[n].stratum) for n in numbers)
    return Use(first, tuple(others), frozenset(numbers), counts)
