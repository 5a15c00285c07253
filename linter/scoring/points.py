"""Points: exact decimals, shown without idle zeros."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

PLACES = 2
"""Decimals that points are written with, and rounded to."""
_UNIT = 10**PLACES


def rounded(exact: Fraction) -> Decimal:
    """A number that is not negative, to :data:`PLACES` decimals, halves up."""
    return plain(Decimal(int(exact * _UNIT + Fraction(1, 2))).scaleb(-PLACES))


def plain(points: Decimal) -> Decimal:
    """The same number in its shortest form, never with an exponent."""
    short = points.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


def pointed(points: Decimal) -> str:
    """A number as people write it: ``2``, ``2.5``."""
    return f"{plain(points):f}"
