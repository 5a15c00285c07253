from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.kept.unsaid import LEAST, said, without

TEXT = "您别挂断，我这就转主管。"


@pytest.mark.parametrize(
    ("words", "unsaid"),
    [
        ("", ""),
        ("跟进承诺", "跟进承诺"),
        ("像：“我这就转主管。”90%", ["像：“", (5, 12), "”90%"]),
        ("您别挂断，我这就挂断，我这", [(0, 8), (2, 7)]),
        ("别挂断", "别挂断"),
        (TEXT, [(0, 12)]),
    ],
)
def test_what_the_turn_says_is_left_out(words: str, unsaid: object) -> None:
    assert without(words, TEXT) == unsaid
    assert said(without(words, TEXT), TEXT) == words


@given(st.text("甲乙丙"), st.text("甲乙丙"))
def test_it_comes_out_as_it_was_with_nothing_of_the_turn(words: str, text: str) -> None:
    unsaid = without(words, text)
    assert said(unsaid, text) == words
    for part in [unsaid] if isinstance(unsaid, str) else unsaid:
        if isinstance(part, str):
            assert not any(part[n : n + LEAST] in text for n in range(len(part) - LEAST + 1))
