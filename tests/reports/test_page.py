from __future__ import annotations

from linter.reports.page import BOLD, Page

NARROW = Page(20)


def test_paragraphs_are_set_under_the_text_and_blank_ones_dropped():
    assert list(NARROW.prose("一二三四五六七\n\n  八\n", 2, "为何：")) == [
        "  为何：一二三四五六",
        "        七",
        "        八",
    ]


def test_nothing_to_say_says_nothing():
    assert list(NARROW.prose(" \n", 2, "为何：")) == []


def test_a_label_that_leaves_no_room_does_not_indent_the_rest():
    assert list(NARROW.prose("一二三四五", 6, "To say: ")) == [
        "      To say: 一二三",
        "      四五",
    ]
    assert list(NARROW.prose("一二三四五", 2, "To say: ")) == [
        "  To say: 一二三四五",
    ]
    assert list(NARROW.prose("一二三四五六", 2, "To say: ")) == [
        "  To say: 一二三四五",
        "          六",
    ]


def test_only_the_label_is_painted():
    page = Page(20, color=True)
    assert list(page.prose("为何：一二三四五六\n为何：好", 2, "为何：", BOLD)) == [
        "  \x1b[1m为何：\x1b[0m为何：一二三",
        "        四五六",
        "        为何：好",
    ]
    assert list(page.prose("一二三四五六为何：一", 14, "为何：", BOLD)) == [
        "              \x1b[1m为何：\x1b[0m",
        "              一二三",
        "              四五六",
        "              为何：",
        "              一",
    ]


def test_a_heading_is_painted_line_by_line():
    assert list(Page(8, color=True).heading("一二三四五", 2)) == [
        "  \x1b[1m一二三\x1b[0m",
        "  \x1b[1m四五\x1b[0m",
    ]
    assert list(Page(8).heading("一二三四五", 2)) == ["  一二三", "  四五"]
