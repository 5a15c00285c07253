from __future__ import annotations

import pytest

from linter.reports.sheets.looks import height, look


@pytest.mark.parametrize(
    ("row", "points"),
    [
        ([], 15),
        ([("", 10), (None, 10), (5, 1)], 15),
        ([("字" * 5, 10)], 15),
        ([("字" * 6, 10), ("a" * 10, 10)], 30),
        ([("a\nb\nc", 10)], 45),
        ([("a" * 1000, 10)], 120),
    ],
)
def test_a_row_is_as_high_as_its_longest_cell_up_to_eight_lines(row, points):
    assert height(row) == points


def test_numbers_are_not_wrapped_and_texts_are():
    assert (look("number")["text_wrap"], look("text")["text_wrap"]) == (False, True)


def test_what_must_stay_text():
    assert look("text", quoted=True)["quote_prefix"]
    assert "quote_prefix" not in look("text")


@pytest.mark.parametrize("color", ["bad", "warn", "good", "calm"])
def test_a_colour_is_fill_and_ink(color):
    assert set(look(color)) == {"bg_color", "font_color"}
