"""How much more often one group says something: log-odds ratios with an informative prior.

B. L. Monroe, M. P. Colaresi, K. M. Quinn, "Fightin' Words", Political Analysis 16 (2008) 372-403,
https://doi.org/10.1093/pan/mpn018. There words are counted; here calls: a call has a word or has
it not, so their Dirichlet prior has two categories, and saying a thing ten times in a call counts
once. The prior is what everybody says.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import exp, log, sqrt
from statistics import NormalDist
from typing import NamedTuple

from linter.coaching.exemplars.chances import Interval, t_quantile

PRIOR = 10.0
"""Calls that the prior weighs as much as."""

Cell = tuple[str, tuple[str, ...]]
"""An agent and a stratum."""
Counts = Mapping[Cell, int]

_NORMAL = NormalDist()


class Odds(NamedTuple):
    """A log-odds ratio and its standard error, calls taken as independent."""

    log: float
    error: float

    @property
    def z(self) -> float:
        """In standard errors."""
        return self.log / self.error if self.error else 0.0

    @property
    def chance(self) -> float:
        """How likely so much or more is, if both groups are alike."""
        return 1 - _NORMAL.cdf(self.z)


def log_odds(uses: Counts, calls: Counts, group: Collection[str]) -> Odds:
    """The group's log-odds of use against that of all others, within strata.

    Strata are weighed by the inverse of their variances; one that has no calls of one side says
    nothing.

    :param uses: calls with the words; ``calls``: all calls.
    :param group: agents.
    """
    strata: dict[tuple[str, ...], list[int]] = {}
    for (agent, stratum), of in calls.items():
        cells = strata.setdefault(stratum, [0, 0, 0, 0])
        side = 0 if agent in group else 2
        cells[side] += uses.get((agent, stratum), 0)
        cells[side + 1] += of
    total = weight = 0.0
    for used, of, other_used, other_of in strata.values():
        share = (used + other_used) / (of + other_of)
        if not of or not other_of or not 0 < share < 1:
            continue
        prior, against = PRIOR * share, PRIOR * (1 - share)
        cells_ = (
            used + prior,
            of - used + against,
            other_used + prior,
            other_of - other_used + against,
        )
        ratio = log(cells_[0] / cells_[1]) - log(cells_[2] / cells_[3])
        own = 1 / sum(1 / cell for cell in cells_)
        total += own * ratio
        weight += own
    return Odds(total / weight, 1 / sqrt(weight)) if weight else Odds(0.0, 0.0)


def interval(uses: Counts, calls: Counts, group: Collection[str]) -> Interval:
    """The 95 % interval of the odds ratio, agents taken as the units.

    Calls of one agent are alike, so their number makes nothing certain: the variance is that of
    leaving out each agent in turn (delete-one jackknife; B. Efron, C. Stein, Ann. Stat. 9 (1981)
    586-596), and at least that of independent calls.
    """
    whole = log_odds(uses, calls, group)
    agents = dict.fromkeys(agent for agent, _ in calls)
    found = []
    for left_out in agents:
        rest = {cell: of for cell, of in calls.items() if cell[0] != left_out}
        found.append(log_odds(uses, rest, group).log)
    middle = sum(found) / len(found)
    spread = sum((one - middle) ** 2 for one in found) * (len(found) - 1) / len(found)
    error = max(whole.error, sqrt(spread)) * t_quantile(0.975, max(1, len(found) - 2))
    return Interval(exp(whole.log - error), exp(whole.log + error))
