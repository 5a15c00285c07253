from __future__ import annotations

import gc
import os
from decimal import Decimal

import pytest

from linter.reports.sheets.book import Book
from linter.reports.sheets.columns import Column, Layout

from .making import read

LAYOUT = Layout(
    "甲", (Column("词", "word", 8, {"好": "good"}, ("好", "坏")), Column("数", "n", bar=5))
)


def test_a_book_row_by_row():
    book = Book("en", "me")
    late = book.reserve("前")
    sheet = book.add(LAYOUT)
    sheet.row(["好", 1])
    sheet.row([None, Decimal("2.5")])
    book.add(Layout("前", (Column("头", "head"),)), late).row([""])
    done = read(b"".join(book.finish()))
    assert done.sheetnames == ["前", "甲"]
    assert list(done["甲"].values) == [("word", "n"), ("好", 1), (None, 2.5)]
    assert [s.sheet_properties.pageSetUpPr.fitToPage for s in done] == [True, True]
    assert (done.properties.creator, done.properties.created.year) == ("me", 1980)


@pytest.mark.parametrize(("rows", "parts"), [(0, 1), (2, 1), (3, 2), (5, 3)])
def test_a_full_sheet_goes_on_in_another(rows, parts):
    book = Book("zh", "me", most_rows=3)
    sheet = book.add(LAYOUT)
    for number in range(rows):
        sheet.row(["好", number])
    assert book.spilt == (["甲"] if parts > 1 else [])
    done = read(b"".join(book.finish()))
    assert done.sheetnames == ["甲", "甲 (2)", "甲 (3)"][:parts]
    assert [row[1] for s in done for row in list(s.values)[1:]] == list(range(rows))
    for sheet_ in done:
        assert sheet_.auto_filter.ref == f"A1:B{sheet_.max_row}"
        assert len(sheet_.data_validations.dataValidation) == (sheet_.max_row > 1)


@pytest.mark.parametrize("finished", [True, False])
def test_nothing_is_left_behind(tmp_path, monkeypatch, finished):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    book = Book("zh", "me")
    book.add(LAYOUT).row(["好", 1])
    assert os.listdir(tmp_path) != []
    if finished:
        b"".join(book.finish())
    else:
        del book
        gc.collect()
    assert os.listdir(tmp_path) == []
