from __future__ import annotations

import openpyxl
import pytest

from .conftest import Huashu, write

SHOP = ("--rules", "shop.yml")


@pytest.fixture
def sheet(huashu: Huashu, calls, tmp_path):
    """A score sheet whose first finding a reviewer disagrees with."""
    huashu("lint", "bad.txt", *SHOP, "--fail-on", "never", "--format", "xlsx", "-o", "复核.xlsx")
    book = openpyxl.load_workbook("复核.xlsx")
    book["发现"]["Q2"], book["发现"]["R2"] = "不认可", '他说"可以"：no'
    book.save("复核.xlsx")
    return book["发现"]


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
def test_what_a_reviewer_disagrees_with_is_not_reported_again(huashu: Huashu, sheet):
    before = huashu("lint", "bad.txt", *SHOP, "--format", "jsonl").out.splitlines()
    run = huashu("exceptions", "from-sheet", "复核.xlsx", "--by", "王敏", "-o", "例外.yml")
    left = sheet.max_row - 2
    assert (run.code, run.out) == (0, "")
    assert run.err == f"写了 1 条例外；认可的 0 条、没有复核的 {left} 条不写。\n"
    after = huashu("lint", "bad.txt", *SHOP, "--format", "jsonl", "--exceptions", "例外.yml")
    assert after.out.splitlines() == before[1:]


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
def test_exceptions_say_why_by_whom_and_until_when(huashu: Huashu, sheet):
    said = ("--by", "王敏", "--until", "2099-12-31")
    run = huashu("exceptions", "from-sheet", "复核.xlsx", *said)
    assert run.out.splitlines()[-3:] == [
        '    why: "他说\\"可以\\"：no"',
        '    by: "王敏"',
        '    until: "2099-12-31"',
    ]
    sheet["R2"] = None
    sheet.parent.save("复核.xlsx")
    run = huashu("exceptions", "from-sheet", "复核.xlsx", "--by", "王敏")
    assert '    why: "复核：不认可"' in run.out.splitlines()
    sheet["Q2"] = "认可"
    sheet.parent.save("复核.xlsx")
    run = huashu("exceptions", "from-sheet", "复核.xlsx", "--by", "王敏")
    assert run.out == "exceptions: []\n"
    assert run.err.startswith("写了 0 条例外；认可的 1 条")


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
def test_a_score_sheet_is_no_call_and_no_script_library(huashu: Huashu, sheet):
    for verb in ("lint", "convert", "fix"):
        run = huashu(verb, "复核.xlsx")
        assert run.code == 2
        assert "这是 huashu 写的评分表，不是通话或话术库" in run.err
        assert "exceptions from-sheet" in run.err


def test_what_is_no_score_sheet_gives_no_exceptions(huashu: Huashu, tmp_path):
    write(tmp_path / "a.xlsx", "text")
    run = huashu("exceptions", "from-sheet", "a.xlsx", "--by", "王敏", "-o", "例外.yml")
    assert (run.code, run.out) == (2, "")
    assert not (tmp_path / "例外.yml").exists()
    run = huashu("exceptions", "from-sheet", "a.xlsx", "--by", " ")
    assert (run.code, "--by 不能空着" in run.err) == (2, True)
