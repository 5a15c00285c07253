from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from linter.reports.cells import Cell, cells, columns_of, visible, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("您好 ok", "您好 ok"),
        ("\x00\t\n\r\x1b\x1f\x7f", "␀␉␊␍␛␟␡"),
        ("\x85\u2028\ufeff\u00ad\ud800\ue000", "<U+0085><U+2028><U+FEFF><U+00AD><U+D800><U+E000>"),
        ("\u00a0\u2003\u3000", "    "),
        ("\u200d好\u200d", "<U+200D>好<U+200D>"),
        ("❤\ufe0f", "❤"),
        ("👋🏿", "👋"),
        ("1\ufe0f\u20e3", "1\u20e3"),
        ("🇨🇳", "CN"),
        ("न\u093f", "न<U+093F>"),
    ],
)
def test_what_cannot_be_seen_or_has_no_certain_width_is_replaced(text, shown):
    assert visible(text) == shown


def test_cells_carry_their_width_and_their_mark():
    assert cells("a好e\u0301", 1, 3) == [
        Cell("a", 1),
        Cell("好", 2, marked=True),
        Cell("e\u0301", 1, marked=True),
    ]


def test_an_empty_span_marks_nothing():
    assert not any(cell.marked for cell in cells("您好", 1, 1))


@given(st.text(st.characters(codec=None)))
def test_the_widths_of_the_cells_add_up_to_what_a_terminal_takes(text):
    assert width(cells(text)) == wcswidth(visible(text))


def test_that_holds_for_every_code_point_of_the_scripts_that_could_break_it():
    ranges = (range(0x3400), range(0xA000, 0xAC00), range(0xF900, 0x10000), range(0x1F000, 0x1FB00))
    wrong = [
        hex(code)
        for codes in ranges
        for code in codes
        for text in ("好" + chr(code) + "a", "👍" + chr(code))
        if width(cells(text)) != wcswidth(visible(text))
    ]
    assert wrong == []


def test_columns_are_those_of_wcwidth_for_every_character_of_the_basic_plane():
    chars = [chr(code) for code in range(0x10000)]
    assert [char for char in chars if columns_of(char) != wcwidth(char)] == []
