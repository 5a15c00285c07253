from __future__ import annotations

import pytest

from linter.desk.intervals import _quantile, difference, mean_interval


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [(1, 12.7062), (10, 2.2281), (11, 2.2010), (12, 2.1788), (30, 2.0423), (120, 1.9799)],
)
def test_quantiles_are_those_of_the_tables(freedom: int, quantile: float) -> None:
    assert _quantile(freedom) == pytest.approx(quantile, abs=2e-4)


def test_the_interval_of_a_mean() -> None:
    # Mean 81, standard deviation 16.7332: 2.7764 standard errors either side.
    assert mean_interval([100, 80, 60, 95, 70]) == pytest.approx((60.223, 101.777), abs=1e-3)


@pytest.mark.parametrize("values", [[], [80]])
def test_one_value_has_no_interval(values: list[float]) -> None:
    assert mean_interval(values) is None


def test_the_interval_of_a_difference_is_that_of_the_paper() -> None:
    # The paper's table II, example (a): 56/70 - 48/80.
    found = difference((56, 70), (48, 80))
    assert found == pytest.approx((0.0524, 0.3339), abs=1e-4)
    # Example (g): 0/10 - 0/10.
    assert difference((0, 10), (0, 10)) == pytest.approx((-0.2775, 0.2775), abs=1e-4)


def test_without_trials_there_is_none() -> None:
    assert difference((0, 0), (1, 2)) is None
    assert difference((1, 2), (0, 0)) is None
