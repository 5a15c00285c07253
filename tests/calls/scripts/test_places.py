from __future__ import annotations

import pytest

from linter.calls.scripts.places import rest_of, trimmed
from linter.model import Line


@pytest.mark.parametrize(
    ("text", "begin", "rest"),
    [
        ("您好", 0, Line("您好", 4, 7)),
        ("答：您好", 2, Line("您好", 4, 9)),
        ("答：\n  您好", 3, Line("  您好", 5, 1)),
        ("答：\n  您好", 5, Line("您好", 5, 3)),
        ("a\n\n您好", 3, Line("您好", 6, 1)),
        ("😀您好", 1, Line("您好", 4, 8)),
    ],
)
def test_the_rest_of_a_line(text: str, begin: int, rest: Line) -> None:
    assert rest_of(Line(text, 4, 7), begin) == rest


def test_a_cell_has_one_place() -> None:
    cell = Line("答：\n您好", 4, 0, "话术", "B4")
    assert rest_of(cell, 3) == Line("您好", 4, 0, "话术", "B4")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  您好 ", Line("您好", 4, 9)),
        ("\n \u3000您好\n请讲 \n", Line("您好\n请讲", 5, 3)),
        ("您好", Line("您好", 4, 7)),
        (" \n ", Line("", 4, 7)),
    ],
)
def test_without_white_space(text: str, words: Line) -> None:
    assert trimmed(Line(text, 4, 7)) == words
