from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.changes.lines import NOWHERE, WHOLE, Touched

SOME = Touched(((3, 3), (7, 9)), (0, 5, 12))


@pytest.mark.parametrize(
    ("first", "last", "touched"),
    [
        (1, 2, False),
        (1, 3, True),
        (3, 3, True),
        (4, 6, False),
        (8, 8, True),
        (9, 20, True),
        (10, 20, False),
    ],
)
def test_lines_written_anew(first: int, last: int, touched: bool) -> None:
    assert SOME.lines(first, last) is touched


@pytest.mark.parametrize(
    ("first", "last", "touched"),
    [
        (1, 2, True),
        (2, 2, False),
        (4, 4, False),
        (5, 5, True),
        (6, 6, True),
        (10, 11, False),
        (10, 12, True),
        (13, 13, True),
        (14, 99, False),
    ],
)
def test_what_was_taken_out_touches_a_stretch(first: int, last: int, touched: bool) -> None:
    assert SOME.stretch(first, last) is touched


def test_a_whole_file_and_one_that_only_moved() -> None:
    assert WHOLE.lines(5, 5)
    assert WHOLE.stretch(5, 5)
    assert not NOWHERE.stretch(1, 10**6)


@given(st.sets(st.integers(1, 30)), st.integers(1, 30), st.integers(0, 9))
def test_as_looking_at_every_line(changed: set[int], first: int, more: int) -> None:
    touched = Touched(tuple((line, line) for line in sorted(changed)))
    assert touched.lines(first, first + more) == any(first <= n <= first + more for n in changed)
