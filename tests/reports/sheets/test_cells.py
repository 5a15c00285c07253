from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import workbooks
from linter.calls.workbook import _plain
from linter.reports.sheets.book import Book
from linter.reports.sheets.cells import LONGEST, cell_text, is_edited_away
from linter.reports.sheets.columns import Column, Layout
from linter.workbooks import Limits

LAYOUT = Layout("甲", (Column("头", "head"),))


def written(texts: list[str]) -> bytes:
    book = Book("zh", "huashu")
    sheet = book.add(LAYOUT)
    for text in texts:
        sheet.row([text])
    return b"".join(book.finish())


def read_back(texts: list[str]) -> list[str]:
    """The cells of a workbook, as our own reader has them; Excel unescapes ``_x0041_``, too."""
    with workbooks.opened(io.BytesIO(written(texts)), Limits(1 << 24)) as book:
        rows = list(book.sheets[0].rows(None))[1:]
    by_row = {number: _plain(cells[1].text) for number, cells, _ in rows if cells}
    assert all(cells[1].kind == "text" for _, cells, _ in rows if cells)
    return [by_row.get(number, "") for number in range(2, len(texts) + 2)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("您好", "您好"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb␍c"),
        ("\0\x07\x1b", "␀␇␛"),
        ("\ud800\ufffe\uffff", "<U+D800><U+FFFE><U+FFFF>"),
        ("\u200b\x85😀", "\u200b\x85😀"),
        ("_x0041_", "_x0041_"),
    ],
)
def test_what_cannot_be_held_is_shown(text, shown):
    assert cell_text(text) == shown


@pytest.mark.parametrize(
    "text", ["字" * LONGEST, "😀" * (LONGEST // 2), "a" * LONGEST, "\n".join("a" * 254)]
)
def test_what_just_fits_stays(text):
    assert cell_text(text) == text


@pytest.mark.parametrize("text", ["字" * (LONGEST + 1), "😀" * LONGEST, "a😀" * 30_000])
def test_what_is_too_long_says_how_much_is_missing(text):
    shown = cell_text(text)
    kept, _, missing = shown.rpartition("…（+")
    assert text.startswith(kept)
    assert len(kept) + int(missing[:-1]) == len(text)
    assert LONGEST - 20 < len(shown.encode("utf-16-le")) // 2 <= LONGEST


def test_too_many_lines_go_on_in_the_last():
    assert cell_text("\n".join("a" * 256)) == "\n".join("a" * 253) + "\na␊a␊a"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "＝1", "'a", "13800001111", "１", "\ta"])
def test_what_typing_would_change(text):
    assert is_edited_away(text)


@pytest.mark.parametrize("text", ["", "您好", "a=1", "_x003D_1", "<r>a</r>"])
def test_what_typing_would_not_change(text):
    assert not is_edited_away(text)


TRICKY = st.sampled_from(
    ["=1+1", "<r>a</r>", "<r><t>", "_x0041_", "_x005F_", " a ", "\n", "&amp;", "\ud800", "\0"]
)
JOINED = st.lists(TRICKY | st.text(), max_size=4).map("".join)
TEXTS = JOINED | JOINED.map("<r>{}</r>".format)


@settings(deadline=None, max_examples=50)
@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_any_text_comes_back_and_never_as_a_formula(texts):
    assert read_back(texts) == [cell_text(text) for text in texts]


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff")
    )
)
def test_text_that_can_be_held_is_not_changed(text):
    assert cell_text(text) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-", "@SUM(A1)", "<r>=1</r>", "00138", "https://x.cn"]
)
def test_another_reader_takes_it_for_the_same_text(text):
    cell = openpyxl.load_workbook(io.BytesIO(written([text]))).active["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix == is_edited_away(text)
