from __future__ import annotations

from itertools import combinations, product
from math import comb

import pytest

from linter.coaching.exemplars.chances import (
    Drawn,
    adjusted,
    beta_cdf,
    chance_of_as_many,
    exact_interval,
    t_quantile,
)


def by_counting(strata, good):
    """All ways in which an agent's calls may be drawn, one by one."""
    ways = [
        [
            sum(number < drawn.good for number in chosen)
            for chosen in combinations(range(drawn.calls), drawn.own)
        ]
        for drawn in strata
    ]
    sums = [sum(one) for one in product(*ways)]
    return sum(one >= good for one in sums) / len(sums)


@pytest.mark.parametrize(
    "strata",
    [
        [Drawn(6, 3, 2)],
        [Drawn(6, 3, 2), Drawn(5, 4, 3)],
        [Drawn(4, 0, 2), Drawn(6, 5, 3)],
        [Drawn(5, 5, 2), Drawn(4, 1, 1), Drawn(3, 2, 1)],
    ],
)
def test_the_chance_is_exact(strata):
    for good in range(sum(drawn.own for drawn in strata) + 2):
        assert chance_of_as_many(strata, good) == pytest.approx(by_counting(strata, good))


def test_many_calls_are_no_trouble():
    assert chance_of_as_many([Drawn(20_000, 10_000, 1000)], 500) == pytest.approx(0.51, abs=0.02)


def binomial(least, n, share):
    return sum(comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(least, n + 1))


@pytest.mark.parametrize(("k", "n", "share"), [(1, 5, 0.2), (4, 9, 0.55), (30, 30, 0.97)])
def test_beta_is_what_the_binomial_distribution_says(k, n, share):
    assert beta_cdf(share, k, n - k + 1) == pytest.approx(binomial(k, n, share))


@pytest.mark.parametrize(("good", "of"), [(0, 10), (3, 10), (9, 10), (10, 10), (47, 60)])
def test_the_interval_ends_where_each_tail_has_its_part(good, of):
    low, high = exact_interval(good, of)
    assert low <= good / of <= high
    assert (low == 0) if good == 0 else binomial(good, of, low) == pytest.approx(0.025)
    assert (high == 1) if good == of else binomial(good + 1, of, high) == pytest.approx(0.975)


def test_of_nothing_nothing_is_known():
    assert exact_interval(0, 0) == (0, 1)


def test_students_quantiles_are_those_of_the_tables():
    assert t_quantile(0.975, 1) == pytest.approx(12.706, abs=1e-3)
    assert t_quantile(0.975, 10) == pytest.approx(2.228, abs=1e-3)
    assert t_quantile(0.95, 4) == pytest.approx(2.132, abs=1e-3)


def test_discoveries_are_those_of_benjamini_and_hochberg():
    # Their own example: 15 tests, of which the first four are told at 0.05.
    chances = [
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
        *(0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
    ]
    rates = adjusted(chances)
    assert [rate <= 0.05 for rate in rates] == [True] * 4 + [False] * 11
    assert rates == sorted(rates)
    assert adjusted(chances[::-1]) == rates[::-1]
    assert adjusted([]) == []
