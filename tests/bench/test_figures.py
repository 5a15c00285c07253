from __future__ import annotations

from typing import Any

import pytest

from tests.bench.results import a_run, some_results
from tools.bench.figures import Bar, bars, pace, spread, tenfold


def reached(results: dict[str, Any]) -> list[bool | None]:
    return [bar.reached for bar in bars(results)]


def test_the_figures_are_those_of_the_median_runs() -> None:
    values = [bar.value for bar in bars(some_results())]
    assert values == pytest.approx([110, 0.4, 12, 1 / 0.55, 50, 0.7 / 0.43])
    assert reached(some_results()) == [True] * 6


@pytest.mark.parametrize(
    ("part", "name", "run", "missed"),
    [
        ("end_to_end", "obvious", a_run(10, 0.5), 0),
        ("end_to_end", "ripgrep", a_run(1000, 0.1), 1),
        ("cold_start", "full", a_run(1, 0.2), 2),
        ("end_to_end", "two", a_run(1000, 0.9), 3),
        ("end_to_end", "two", a_run(1000, 0.5, peak_mb=101), 4),
    ],
)
def test_what_is_too_slow_or_too_large_is_seen(
    part: str, name: str, run: dict[str, Any], missed: int
) -> None:
    results = some_results()
    results[part][name] = run
    assert reached(results) == [at != missed for at in range(6)]


def test_cost_that_grows_with_rules_is_seen() -> None:
    results = some_results()
    results["by_rules"][-1]["ms"] = 2.0
    assert reached(results)[-1] is False


def test_without_ripgrep_its_bar_is_left_open() -> None:
    results = some_results()
    del results["end_to_end"]["ripgrep"]
    assert reached(results)[1] is None


def test_a_bar_is_reached_at_its_limit() -> None:
    assert Bar("x", 2.0, 2, least=True).reached
    assert Bar("x", 2.0, 2, least=False).reached
    assert Bar("x", 1.9, 2, least=True).reached is False
    assert Bar("x", 2.1, 2, least=False).reached is False


def test_pace_spread_and_growth() -> None:
    assert pace(a_run(100, 1.0, 4.0, 2.0)) == 50
    assert spread([1.0, 4.0, 2.0]) == 150
    assert tenfold([{"at": 300, "ms": 2.0}, {"at": 3000, "ms": 3.0}]) == 1.5
