from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.workbooks.shown import moment_shown, number_shown

EPOCH = datetime(1899, 12, 30)
EPOCH_1904 = datetime(1904, 1, 1)


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (123, "00000", "00123"),
        (-123, "00000", "-0123"),
        (0.5, "0%", "50%"),
        (0.125, "0.0%", "12.5%"),
        (3, "0.00;[Red]0.00", "3.00"),
        (13800000000, "General", "13800000000"),
        (1e20, "General", "1e+20"),
        (1.5, "@", "1.5"),
        (7, "0" * 99, "7"),
    ],
)
def test_numbers(value: float, number_format: str, expected: str) -> None:
    assert number_shown(value, number_format) == expected


@pytest.mark.parametrize(
    ("serial", "number_format", "expected"),
    [
        (46053, "yyyy-mm-dd", "2026-01-31"),
        (46053.34377314815, "yyyy/m/d h:mm:ss", "2026-01-31 08:15:02"),
        (46053.34377314815, "h:mm:ss", "08:15:02"),
        (46053, 'yyyy"年"m"月"d"日"', "2026-01-31"),
        (46053, "[$-804]mmm", "2026-01-31"),
        (0.5 / 86400, "mm:ss.0", "00:00:00.5"),
        (62 / 86400, "mm:ss", "00:01:02"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (-1 / 86400, "[h]:mm:ss", "-00:00:01"),
        (0.25, "yyyy-mm-dd hh:mm", "06:00:00"),
        (59, "yyyy-mm-dd", "1900-02-28"),
        (61, "yyyy-mm-dd", "1900-03-01"),
    ],
)
def test_moments(serial: float, number_format: str, expected: str) -> None:
    assert moment_shown(serial, number_format, EPOCH) == expected


def test_the_other_epoch() -> None:
    assert moment_shown(1, "yyyy-mm-dd", EPOCH_1904) == "1904-01-02"


def test_no_day_of_the_calendar() -> None:
    with pytest.raises(OverflowError):
        moment_shown(1e9, "yyyy-mm-dd", EPOCH)


@given(st.floats(0, 2_000_000), st.text('ymdhs0[]-;"\\/ AP', max_size=9))
def test_any_format_shows_something(serial: float, number_format: str) -> None:
    assert moment_shown(serial, number_format, EPOCH)
    assert number_shown(serial, number_format)
