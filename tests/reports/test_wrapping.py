from __future__ import annotations

import pytest

from linter.reports.cells import Cell, cells, width
from linter.reports.wrapping import around, wrap


def wrapped(text: str, columns: int, hang: int = 0, start: int = 0, end: int = 0) -> list[str]:
    lines = wrap(cells(text, start, end), columns, hang)
    return ["".join(cell.shown for cell in line) for line in lines]


def cut(text: str, start: int, end: int, columns: int) -> str:
    return "".join(cell.shown for cell in around(cells(text, start, end), columns))


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, []),
        ("一二三四五", 10, ["一二三四五"]),
        ("一二三四五六", 11, ["一二三四五", "六"]),
        ("please hold on", 11, ["please hold", "on"]),
        ("please hold on", 10, ["please", "hold on"]),
        ("电话13800000000吧", 12, ["电话", "13800000000", "吧"]),
        ("一二三四五，六", 10, ["一二三四", "五，六"]),
        ("一二三四（五六", 10, ["一二三四", "（五六"]),
        ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),
        ("，，，，，，", 10, ["，，，，，", "，"]),
        ("一二三四五   六", 10, ["一二三四五", "六"]),
    ],
)
def test_lines_break_where_chinese_typesetting_lets_them(text, columns, lines):
    assert wrapped(text, columns) == lines


def test_the_other_lines_are_shorter_by_the_hang():
    assert wrapped("一二三四五六七八", 10, hang=4) == ["一二三四五", "六七八"]
    assert wrapped("一二三四五六七八九", 10, hang=4) == ["一二三四五", "六七八", "九"]


def test_a_cell_wider_than_the_line_has_a_line_of_its_own():
    assert wrapped("好\u200b好", 4) == ["好", "<U+200B>", "好"]


def test_marked_blanks_at_the_end_of_a_line_stay():
    assert wrapped("一二三四  五", 10, start=4, end=6) == ["一二三四  ", "五"]


@pytest.mark.parametrize(
    ("text", "start", "end", "columns", "shown"),
    [
        ("前前前小声后后后", 3, 5, 6, "前前前小声后后后"),
        ("前前前前小声后后后后", 4, 6, 6, "…前前小声后后…"),
        ("前前前前小声后后后后", 4, 6, 7, "…前前前小声后后后…"),
        ("小声小声小声小声小", 0, 9, 4, "小声小…声小声小"),
        ("小声小声小声小声", 0, 8, 4, "小声小声小声小声"),
        ("前前前前前", 2, 2, 4, "前前前…"),
    ],
)
def test_a_row_is_cut_around_its_marked_cells(text, start, end, columns, shown):
    assert cut(text, start, end, columns) == shown


def test_the_cut_in_the_middle_of_marked_cells_is_marked_and_the_others_are_not():
    row = around(cells("前前前前" + "小" * 20 + "后后后后", 4, 24), 4)
    dots = [cell for cell in row if cell.shown == "…"]
    assert dots == [Cell("…", 1), Cell("…", 1, marked=True), Cell("…", 1)]
    assert sum(cell.marked for cell in row) == 8


def test_width_counts_columns():
    assert width(cells("好a\u200b")) == 11
