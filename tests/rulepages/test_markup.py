from __future__ import annotations

import pytest

from linter.rulepages.markup import escaped, link, page_name, row, strong


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("快点说。", "快点说。"),
        ("a*b_c", "a&#42;b&#95;c"),
        ("<b>&|`[x]", "&#60;b&#62;&#38;&#124;&#96;&#91;x&#93;"),
        ("一\n  二", "一 二"),
    ],
)
def test_nothing_in_a_text_is_markup(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_what_stands_out_is_escaped_too() -> None:
    assert strong("<快>") == "<strong>&#60;快&#62;</strong>"


def test_a_rule_called_index_does_not_take_the_place_of_the_index() -> None:
    assert (page_name("rude"), page_name("index")) == ("rude.md", "index-.md")
    assert link("rude") == "[rude](rude.md)"


def test_rows() -> None:
    assert row("a", "b") == "| a | b |"
