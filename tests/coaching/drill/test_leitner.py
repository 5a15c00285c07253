"""The boxes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.coaching.drill.leitner import DAYS, FIRST, LAST, State, is_due, moved

DAY = "2026-01-05"
DAYS_ = st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(date.isoformat)
STATES = st.none() | st.builds(State, st.sampled_from(sorted(DAYS)), DAYS_)


@pytest.mark.parametrize(
    ("state", "passed", "box", "due"),
    [
        (None, True, 2, "2026-01-07"),
        (None, False, 1, "2026-01-06"),
        (State(2, DAY), True, 3, "2026-01-09"),
        (State(3, DAY), True, 4, "2026-01-13"),
        (State(4, DAY), True, 5, "2026-01-21"),
        (State(5, DAY), True, 5, "2026-01-21"),
        (State(5, DAY), False, 1, "2026-01-06"),
    ],
)
def test_where_a_card_goes(state, passed, box, due):
    assert moved(state, passed, DAY) == State(box, due)


def test_each_box_waits_twice_as_long():
    assert list(DAYS) == [1, 2, 3, 4, 5]
    assert list(DAYS.values()) == [1, 2, 4, 8, 16]


@given(STATES, st.booleans(), DAYS_)
def test_a_card_never_comes_again_on_the_same_day_and_never_leaves_the_boxes(state, passed, day):
    after = moved(state, passed, day)
    assert FIRST <= after.box <= LAST
    assert not is_due(after, day)
    assert is_due(after, after.due)


@given(STATES, DAYS_)
def test_who_passes_waits_longer_than_who_does_not(state, day):
    assert moved(state, True, day).due > moved(state, False, day).due


@pytest.mark.parametrize(("day", "due"), [("2026-01-04", False), (DAY, True), ("2027-01-01", True)])
def test_what_was_due_before_is_due(day, due):
    assert is_due(State(1, DAY), day) is due


def test_the_last_days_of_all():
    assert moved(State(5, DAY), True, "9999-12-31") == State(5, "9999-12-31")
