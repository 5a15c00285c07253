"""Whether a group of agents stands out among all groups of as many agents.

Calls of one agent are not independent: agents have habits, and by the count of calls any habit is
certain. What is random is who the exemplars are. So agents are the units: if the label means
nothing for what is said, every group of as many agents could have been the exemplars, and the
words of the real ones must stand out more than any words do in nearly all other groups. That is
Westfall and Young's step-down maxT (Resampling-Based Multiple Testing, 1993): it holds for words
that go together, as n-grams do, and the chance of even one false claim stays below the level.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, combinations
from math import comb, sqrt
from operator import ge
from random import Random

from linter.coaching.exemplars.odds import Counts

MOST = 1999
"""Groups that are drawn where there are more to choose from; all of them otherwise."""

Residuals = dict[str, float]


def residuals(uses: Counts, calls: Counts) -> tuple[Residuals, float]:
    """For each agent how much more of the agent's calls have the words than everybody's in the
    same strata, and the mean variance that these would have by chance alone.
    """
    used: dict[tuple[str, ...], int] = {}
    total: dict[tuple[str, ...], int] = {}
    for (_, stratum), of in calls.items():
        total[stratum] = total.get(stratum, 0) + of
    for (_, stratum), count in uses.items():
        used[stratum] = used.get(stratum, 0) + count
    more: dict[str, float] = {}
    spread: dict[str, float] = {}
    size: dict[str, int] = {}
    for (agent, stratum), of in calls.items():
        share = used.get(stratum, 0) / total[stratum]
        more[agent] = more.get(agent, 0.0) + uses.get((agent, stratum), 0) - of * share
        spread[agent] = spread.get(agent, 0.0) + of * share * (1 - share)
        size[agent] = size.get(agent, 0) + of
    floor = sum(spread[agent] / size[agent] ** 2 for agent in size) / len(size)
    return {agent: more[agent] / size[agent] for agent in size}, floor


class Groups:
    """All groups of agents, or enough of them.

    :param agents: all; ``group`` the real one.
    :param seed: which are drawn where there are too many.
    """

    def __init__(self, agents: Sequence[str], group: Collection[str], seed: int = 0) -> None:
        self._agents = list(agents)
        self._real = tuple(n for n, agent in enumerate(self._agents) if agent in group)
        self._seed = seed

    @property
    def many(self) -> int:
        """How many groups there are."""
        return comb(len(self._agents), len(self._real))

    def chances(self, found: Sequence[tuple[Residuals, float]]) -> list[float]:
        """For each words' residuals how likely any words stand out so much.

        Those of words that stand out less are left alone: theirs is at least that of the next
        that stands out more.
        """
        scales = [_Scale([one[agent] for agent in self._agents], floor) for one, floor in found]
        size = len(self._real)
        observed = [scale.of(sum(scale.values[n] for n in self._real), size) for scale in scales]
        order = sorted(range(len(scales)), key=observed.__getitem__)
        scales = [scales[n] for n in order]
        marks = [observed[n] - 1e-9 for n in order]
        counts = [0] * len(order)
        drawn = 0
        for group in self._drawn():
            drawn += 1
            stood = [scale.of(sum(map(scale.values.__getitem__, group)), size) for scale in scales]
            highest = accumulate(stood, max)
            counts = [
                count + over for count, over in zip(counts, map(ge, highest, marks), strict=True)
            ]
        ranked = [count / drawn for count in counts]
        # A word that stands out less is never more certain than one that stands out more.
        ranked.reverse()
        ranked = list(accumulate(ranked, max))
        ranked.reverse()
        return [chance for _, chance in sorted(zip(order, ranked, strict=True))]

    def _drawn(self) -> Iterator[tuple[int, ...]]:
        """The real one among them: a chance of nothing there is not."""
        everybody = range(len(self._agents))
        if self.many <= MOST + 1:
            yield from combinations(everybody, len(self._real))
            return
        yield self._real
        random = Random(self._seed)
        for _ in range(MOST):
            yield tuple(random.sample(everybody, len(self._real)))


class _Scale:
    """Turns a group's sum of residuals into a t statistic of it against all others.

    The variance is what agents of one side differ by, and never less than chance alone makes
    them differ: of few agents some are alike by chance.
    """

    def __init__(self, values: list[float], floor: float) -> None:
        self.values = values
        self._floor = floor
        self._sum = sum(values)
        self._squares = sum(value * value for value in values)

    def of(self, group: float, size: int) -> float:
        rest, others = self._sum - group, len(self.values) - size
        within = self._squares - group * group / size - rest * rest / others
        spread = max(within / (len(self.values) - 2), self._floor)
        if spread <= 0:
            return 0.0
        return (group / size - rest / others) / sqrt(spread * (1 / size + 1 / others))
