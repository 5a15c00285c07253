from __future__ import annotations

import pytest

from linter.desk.times import day_of, start_of, unit_for


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-01-05T08:00:00+08:00", "2026-01-05"),
        ("2026-01-05 08:00", "2026-01-05"),
        ("2026/1/5 8:00", "2026-01-05"),
        ("2026年1月5日", "2026-01-05"),
        ("20260105080000", ""),
        ("20260105", "2026-01-05"),
        ("20260105T080000", "2026-01-05"),
        ("2026-02-30", ""),
        ("2026-13-01", ""),
        ("0000-01-01", ""),
        ("下午三点", ""),
        ("", ""),
    ],
)
def test_the_day_of_a_call(said: str, day: str) -> None:
    assert day_of(said) == day


@pytest.mark.parametrize(
    ("last", "unit"),
    [
        ("2026-01-01", "day"),
        ("2026-01-31", "day"),
        ("2026-02-01", "week"),
        ("2026-07-08", "week"),
        ("2026-07-09", "month"),
    ],
)
def test_the_unit_grows_with_the_time(last: str, unit: str) -> None:
    assert unit_for({last, "2026-01-01"}) == unit


def test_what_days_are_put_together_to() -> None:
    assert start_of("2026-01-04", "day") == "2026-01-04"
    assert start_of("2026-01-04", "week") == "2025-12-29"
    assert start_of("2026-01-05", "week") == "2026-01-05"
    assert start_of("2026-01-04", "month") == "2026-01"
