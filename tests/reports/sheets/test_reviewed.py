from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from linter.errors import InputError
from linter.reports import Lang, Options
from linter.reports.sheets.reviewed import Verdict, read_verdicts

from ..samples import NO_APOLOGY, REPORT, TONE
from .making import made

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


def reviewed(folder: Path, said: dict[str, str], lang: Lang = "zh") -> str:
    """A score sheet in which a reviewer wrote something, saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(made([REPORT], Options(lang=lang))))
    for cell, text in said.items():
        book["发现" if lang == "zh" else "Findings"][cell] = text
    path = folder / "复核.xlsx"
    book.save(path)
    return str(path)


@pytest.mark.parametrize(
    ("lang", "yes", "no"), [("zh", "认可", "不认可"), ("en", "Agree", "disagree")]
)
def test_verdicts_are_read_back(tmp_path, lang, yes, no):
    said = {"Q2": no, "R2": " 客户让他说的 ", "Q3": yes}
    found = read_verdicts(reviewed(tmp_path, said, lang))
    title = "发现" if lang == "zh" else "Findings"
    assert found[:2] == [
        Verdict("c7", NO_APOLOGY.rule, NO_APOLOGY.fingerprint, False, "客户让他说的", title, 2),
        Verdict("c7", TONE.rule, TONE.fingerprint, True, "", title, 3),
    ]
    assert all(one.agrees is None for one in found[2:])


def test_another_word_is_told_with_its_cell(tmp_path):
    with pytest.raises(InputError) as caught:
        read_verdicts(reviewed(tmp_path, {"Q3": "不对"}))
    assert (caught.value.sheet, caught.value.cell) == ("发现", "Q3")
    assert "不认可" in caught.value.hint


def test_rows_of_the_reviewer_s_own_are_passed_over(tmp_path):
    whole = read_verdicts(reviewed(tmp_path, {}))
    assert read_verdicts(reviewed(tmp_path, {"A90": "合计"})) == whole


def test_a_sheet_without_the_columns_is_none(tmp_path):
    with pytest.raises(InputError, match="没有“复核”一列"):
        read_verdicts(reviewed(tmp_path, {"Q1": "结论"}))
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    for file, why in ((path, "没有叫“发现”的"), (tmp_path / "no.xlsx", "读不了")):
        with pytest.raises(InputError, match=why):
            read_verdicts(str(file))
    path.write_text("text")
    with pytest.raises(InputError):
        read_verdicts(str(path))
