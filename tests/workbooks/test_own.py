from __future__ import annotations

import zipfile

import openpyxl

from linter.workbooks.own import is_own
from tests.reports.samples import REPORT
from tests.reports.sheets.making import made, read


def test_a_score_sheet(tmp_path):
    path = tmp_path / "s.xlsx"
    path.write_bytes(made([REPORT]))
    assert is_own(str(path))


def test_a_score_sheet_that_was_saved_by_another_program(tmp_path):
    path = tmp_path / "s.xlsx"
    read(made([REPORT])).save(path)
    assert is_own(str(path))


def test_somebodys_workbook(tmp_path):
    path = tmp_path / "s.xlsx"
    openpyxl.Workbook().save(path)
    assert not is_own(str(path))


def test_no_workbook_at_all(tmp_path):
    path = tmp_path / "s.xlsx"
    assert not is_own(str(path))
    path.write_text("text")
    assert not is_own(str(path))
    with zipfile.ZipFile(path, "w"):
        pass
    assert not is_own(str(path))
