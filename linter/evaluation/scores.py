"""Recall, precision and their like, with how sure one can be of them."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from linter.frozen import dataclass

Z95 = 1.959963984540054
"""The normal distribution's 97.5 % quantile: intervals of 95 %."""


class Interval(NamedTuple):
    """From where to where, both from 0 to 1."""

    low: float
    high: float


def wilson(hits: int, of: int, z: float = Z95) -> Interval | None:
    """The Wilson score interval of a share, without continuity correction.

    E. B. Wilson, JASA 22 (1927) 209-212; method 3 of R. G. Newcombe, Statistics in Medicine 17
    (1998) 857-872. It takes trials as independent; labels of one call are not quite.

    :param hits: of ``of`` trials, those that went well.
    :return: ``None`` when there was no trial.
    """
    if not of:
        return None
    share = hits / of
    middle = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    below = 1 + z * z / of
    # At the ends the formula gives 0 and 1, but for the rounding of floats.
    low = 0.0 if hits == 0 else (middle - spread) / below
    high = 1.0 if hits == of else (middle + spread) / below
    return Interval(low, high)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """From 0 to 1; ``None`` of none."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """Its 95 % interval."""
        return wilson(self.hits, self.of)


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of (call, category), or triples with the turn: labelled and found, or only one of it.

    :ivar true: labelled and found.
    :ivar missed: labelled only.
    :ivar false: found only: false alarms.
    """

    true: int = 0
    missed: int = 0
    false: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.true + other.true, self.missed + other.missed, self.false + other.false)

    @property
    def support(self) -> int:
        """How many are labelled."""
        return self.true + self.missed

    @property
    def recall(self) -> Share:
        """Of those labelled, those found."""
        return Share(self.true, self.support)

    @property
    def precision(self) -> Share:
        """Of those found, those labelled."""
        return Share(self.true, self.true + self.false)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; ``None`` when nothing is labelled and nothing found."""
        every = 2 * self.true + self.missed + self.false
        return 2 * self.true / every if every else None
