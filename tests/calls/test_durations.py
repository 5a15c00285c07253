from __future__ import annotations

import pytest

from linter.calls.durations import duration_ms
from linter.calls.members import Members
from linter.calls.place import Place
from linter.errors import InputError


def read(value: object) -> int | None:
    return duration_ms(Members({"length": value}, Place("a")), "length")


@pytest.mark.parametrize(
    ("value", "ms"),
    [
        (None, None),
        (1500, 1500),
        ("1500", 1500),
        ("1.5s", 1500),
        ("0s", 0),
        ("120ms", 120),
        ({"milliseconds": 1770}, 1770),
        ({"seconds": "1", "nanos": 500_000_000}, 1500),
        ({"nanos": 2_000_000}, 2),
        ({}, None),
        ("s", None),
    ],
)
def test_lengths_become_milliseconds(value: object, ms: int | None) -> None:
    assert read(value) == ms


@pytest.mark.parametrize("value", ["1h", [], True, {"seconds": "x"}, "9e999s"])
def test_anything_else_is_an_error_at_its_place(value: object) -> None:
    with pytest.raises(InputError, match="length"):
        read(value)
