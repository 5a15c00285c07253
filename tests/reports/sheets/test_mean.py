from __future__ import annotations

import random
from decimal import Decimal

import pytest

from linter.reports.sheets.mean import Mean, t_quantile


def mean(*numbers: int | Decimal) -> Mean:
    of = Mean()
    for number in numbers:
        of.add(number)
    return of


def test_of_nothing_there_is_none():
    assert (mean().count, mean().value, mean().interval(100)) == (0, None, None)


def test_one_number_has_no_interval():
    assert (mean(80).value, mean(80).interval(100)) == (80.0, None)


def test_an_interval_by_hand():
    # 80, 90, 100: deviation 10, t(2) = 4.303, 4.303 * 10 / sqrt(3) = 24.84
    low, high = mean(80, 90, Decimal("100.0")).interval(1000)
    assert (round(low, 2), round(high, 2)) == (65.16, 114.84)


def test_no_score_is_below_nothing_or_above_all():
    assert mean(0, 100).interval(100) == (0.0, 100)


def test_the_order_does_not_matter():
    numbers = [Decimal(n) / 10 for n in range(1000)]
    shuffled = random.Random(1).sample(numbers, len(numbers))
    assert mean(*numbers).interval(100) == mean(*shuffled).interval(100)


@pytest.mark.parametrize(
    ("freedom", "table", "off"),
    [(1, 12.706, 0.001), (2, 4.303, 0.001), (3, 3.182, 0.03), (4, 2.776, 0.01), (5, 2.571, 0.01),
     (10, 2.228, 0.001), (30, 2.042, 0.001), (100_000, 1.960, 0.001)],
)  # fmt: skip
def test_quantiles_of_a_printed_table(freedom, table, off):
    assert t_quantile(freedom) == pytest.approx(table, abs=off)
