"""How sure figures of few calls are: intervals of 95 %."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from linter.evaluation.scores import Z95, Interval, wilson

__all__ = [
    "Interval",
    "difference",
    "hundred",
    "interval_text",
    "mean_interval",
    "percent",
    "wilson",
]

_T = (12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281)
"""Student's t, the 97.5 % quantile for 1 to 10 degrees of freedom."""


def mean_interval(values: Sequence[float]) -> Interval | None:
    """Student's t interval of a mean, which takes the values as roughly normal.

    :return: ``None`` of fewer than two values: one says nothing of how much they vary.
    """
    count = len(values)
    if count < 2:
        return None
    mean = sum(values) / count
    variance = sum((value - mean) ** 2 for value in values) / (count - 1)
    spread = _quantile(count - 1) * sqrt(variance / count)
    return Interval(mean - spread, mean + spread)


def difference(now: tuple[int, int], before: tuple[int, int]) -> Interval | None:
    """The interval of a difference of two shares, from -1 to 1.

    Method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, from the Wilson
    intervals of both.

    :param now: hits and trials; so ``before``.
    :return: ``None`` when one of them had no trial.
    """
    ours, theirs = wilson(*now), wilson(*before)
    if ours is None or theirs is None:
        return None
    here, there = now[0] / now[1], before[0] / before[1]
    below = sqrt((here - ours.low) ** 2 + (theirs.high - there) ** 2)
    above = sqrt((ours.high - here) ** 2 + (there - theirs.low) ** 2)
    return Interval(here - there - below, here - there + above)


def percent(hits: int, of: int) -> float:
    """How many of 100, to one decimal; 0 of none."""
    return round(100 * hits / of, 1) if of else 0.0


def hundred(interval: Interval | None) -> Interval | None:
    """An interval of shares as one of 100, to one decimal."""
    return interval and Interval(*(round(100 * bound, 1) for bound in interval))


def interval_text(interval: Interval | None, between: str = "–") -> str:
    """An interval as tables have it."""
    return f"{interval.low:g}{between}{interval.high:g}" if interval else "–"


def _quantile(freedom: int) -> float:
    """Student's t, the 97.5 % quantile.

    Beyond the table by the Cornish-Fisher expansion (Abramowitz and Stegun 26.7.5), there exact
    to four digits.
    """
    if freedom <= len(_T):
        return _T[freedom - 1]
    z = Z95
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
