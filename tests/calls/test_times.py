from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls.times import Timeline


@pytest.mark.parametrize(
    ("stamp", "ms"),
    [
        ("01:02", 62_000),
        ("1:02", 62_000),
        ("101:02", 6_062_000),
        ("00:01:02", 62_000),
        ("01：02：03", 3_723_000),
        (" 00:00:01.5 ", 1_500),
        ("00:00:01,250", 1_250),
        ("00:00:00.0015", 1),
    ],
)
def test_clocks(stamp: str, ms: int) -> None:
    timeline = Timeline()
    assert timeline.ms(stamp) == ms
    assert timeline.started_at == ""


@pytest.mark.parametrize("stamp", ["", "12", "1:2", "abc", "2026-13-01 00:00:00", "00:01:02x"])
def test_what_is_no_time(stamp: str) -> None:
    assert Timeline().ms(stamp) is None


def test_dated_stamps_count_from_the_first() -> None:
    timeline = Timeline()
    stamps = ["2026-01-01 23:59:58.500", "2026/1/2 0:00:01", "2026年1月2日 00:00:02.25"]
    assert [timeline.ms(stamp) for stamp in stamps] == [0, 2_500, 3_750]
    assert timeline.started_at == "2026-01-01 23:59:58.500"


def test_hours_and_minutes_after_a_date() -> None:
    timeline = Timeline()
    assert [timeline.ms("2026-01-01 08:15"), timeline.ms("2026-01-01T08:16")] == [0, 60_000]


@given(st.integers(0, 359_999_999))
def test_every_clock_comes_back(ms: int) -> None:
    seconds, millis = divmod(ms, 1000)
    minutes, second = divmod(seconds, 60)
    stamp = f"{minutes // 60:02}:{minutes % 60:02}:{second:02}.{millis:03}"
    assert Timeline().ms(stamp) == ms
