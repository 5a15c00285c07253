"""Clauses of a matching form, and punctuation that no phrase can have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text.normal import BOUNDARIES, HARD, clause, misplaced


@pytest.mark.parametrize(
    ("position", "soft", "expected"),
    [
        (0, False, "甲，乙"),
        (2, False, "甲，乙"),
        (2, True, "乙"),
        (1, True, "甲"),
        (3, False, "甲，乙"),
        (4, False, "丙，丁"),
        (4, True, "丙"),
        (6, True, "丁"),
        (7, True, "丁"),
    ],
)
def test_clause(position: int, soft: bool, expected: str) -> None:
    text = "甲，乙。丙，丁"
    start, end = clause(text, position, soft=soft)
    assert text[start:end] == expected


@given(st.text("甲乙，。！？", max_size=12), st.data(), st.booleans())
def test_clause_goes_to_the_nearest_stops(text: str, data: st.DataObject, soft: bool) -> None:
    position = data.draw(st.integers(0, len(text)))
    stops = BOUNDARIES if soft else HARD
    start, end = clause(text, position, soft=soft)
    assert start <= position <= end
    assert not set(text[start:end]) & stops
    assert start == 0 or text[start - 1] in stops
    assert end == len(text) or text[end] in stops


@pytest.mark.parametrize(
    ("phrase", "at"),
    [
        ("您好", None),
        ("您 好", None),
        ("12:30", None),
        (":30", None),
        ("3.5", None),
        (".", None),
        ("a.b", None),
        ("您好:", 2),
        ("您:好", 1),
        ("您...好", 1),
        ("您好.", 2),
        ("“您", 0),
        ("您·好", 1),
        ("您～好", 1),
        ("㎏：好", 1),
        ("a/b", 1),
    ],
)
def test_misplaced_punctuation_of_a_phrase(phrase: str, at: int | None) -> None:
    assert misplaced(phrase) == at
