"""Exact chances and intervals, and how many discoveries of many tests may be believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import exp, lgamma, log
from typing import NamedTuple

_STEPS = 60
"""Halvings of the range of a quantile: more than a float has bits."""
_TINY = 1e-300


class Interval(NamedTuple):
    """From where to where."""

    low: float
    high: float


class Drawn(NamedTuple):
    """What one agent has of a stratum.

    :ivar calls: of everybody; ``good`` of them went well.
    :ivar own: the agent's calls of these.
    """

    calls: int
    good: int
    own: int


def chance_of_as_many(strata: Iterable[Drawn], good: int) -> float:
    """How likely an agent would have at least as many good calls if all agents were alike.

    Given what there is in each stratum, an agent's share of it is drawn without replacement
    (hypergeometric), and strata are independent: the exact conditional test of Mantel and
    Haenszel's tables (one-sided; J. J. Gart, Biometrika 57 (1970) 471-475). No approximation.

    :param good: the agent's own in all strata.
    """
    low, chances = 0, [1.0]
    for drawn in strata:
        first, more = _hypergeometric(drawn)
        low += first
        chances = _together(chances, more)
    return min(1.0, sum(chances[max(0, good - low) :]))


def _hypergeometric(drawn: Drawn) -> tuple[int, list[float]]:
    calls, good, own = drawn
    low, high = max(0, own - (calls - good)), min(own, good)
    whole = _choose(calls, own)
    chances = [
        exp(_choose(good, k) + _choose(calls - good, own - k) - whole) for k in range(low, high + 1)
    ]
    return low, chances


def _choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def _together(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """The distribution of the sum of two independent counts."""
    found = [0.0] * (len(one) + len(other) - 1)
    for i, chance in enumerate(one):
        if chance > _TINY:
            for j, more in enumerate(other):
                found[i + j] += chance * more
    return found


def exact_interval(good: int, of: int, level: float = 0.95) -> Interval:
    """The interval of a share that covers it at least as often as it says.

    C. J. Clopper, E. S. Pearson, Biometrika 26 (1934) 404-413: quantiles of Beta distributions.

    :param of: how many there are; of none nothing is known.
    """
    tail = (1 - level) / 2
    low = beta_quantile(tail, good, of - good + 1) if good else 0.0
    high = beta_quantile(1 - tail, good + 1, of - good) if good < of else 1.0
    return Interval(low, high)


def beta_quantile(chance: float, a: float, b: float) -> float:
    """Where the Beta distribution has so much to its left."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if beta_cdf(middle, a, b) < chance:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_cdf(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b): DLMF 8.17, https://dlmf.nist.gov/8.17."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_cdf(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    return front * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of DLMF 8.17.22, by Lentz's method."""
    c, d = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, 1000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = 1 / _off_zero(1 + step * d)
            c = _off_zero(1 + step / c)
            found *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return found


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


@lru_cache(maxsize=64)
def t_quantile(chance: float, freedom: int) -> float:
    """Student's quantile, for a chance above one half."""
    x = beta_quantile(2 * (1 - chance), freedom / 2, 0.5)
    return float((freedom * (1 - x) / x) ** 0.5)


def adjusted(chances: Sequence[float]) -> list[float]:
    """For each test the least rate of false discoveries at which it is one.

    Y. Benjamini, Y. Hochberg, J. R. Stat. Soc. B 57 (1995) 289-300.
    """
    order = sorted(range(len(chances)), key=chances.__getitem__, reverse=True)
    found = [1.0] * len(chances)
    least = 1.0
    for place, number in enumerate(order):
        least = min(least, chances[number] * len(chances) / (len(chances) - place))
        found[number] = least
    return found
