"""The mean of scores, and how far it can be trusted."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist

_LEVEL = 0.95


class Mean:
    """The mean of numbers as they come, of which none is kept.

    Sums are exact: they do not depend on the order.
    """

    def __init__(self) -> None:
        self.count = 0
        self._sum = Fraction()
        self._squares = Fraction()

    def add(self, number: int | Decimal) -> None:
        """Count one more."""
        exact = Fraction(number)
        self.count += 1
        self._sum += exact
        self._squares += exact * exact

    @property
    def value(self) -> float | None:
        """The mean; ``None`` of nothing."""
        return float(self._sum / self.count) if self.count else None

    def interval(self, full: float) -> tuple[float, float] | None:
        """Where 95 of 100 such intervals hold the true mean (Student's t); ``None`` for less than
        two numbers.

        :param full: the highest there can be; the lowest is 0.
        """
        if self.count < 2:
            return None
        mean = self._sum / self.count
        variance = (self._squares - self._sum * mean) / (self.count - 1)
        reach = t_quantile(self.count - 1) * math.sqrt(variance / self.count)
        return max(0.0, float(mean) - reach), min(full, float(mean) + reach)


def t_quantile(freedom: int) -> float:
    """Student's t that 95 of 100 values stay within, either side.

    Exact for 1 and 2 degrees of freedom; else the expansion of Abramowitz and Stegun 26.7.5, off
    by less than 0.03 for 3 degrees and 0.01 from 4 on.
    """
    tail = (1 + _LEVEL) / 2
    if freedom == 1:
        return math.tan(math.pi * (tail - 0.5))
    if freedom == 2:
        return (2 * tail - 1) * math.sqrt(2 / (4 * tail * (1 - tail)))
    x = NormalDist().inv_cdf(tail)
    terms = (
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return x + sum(term / math.pow(freedom, power) for power, term in enumerate(terms, 1))
