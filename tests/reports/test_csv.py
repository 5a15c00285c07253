from __future__ import annotations

import csv
import io

import pytest

from linter.judged import Report
from linter.model import Turn
from linter.reports import Options
from linter.reports.csv_ import row

from .samples import CLEAN, REPORT, finding, one, rendered


def rows(*reports, **options):
    text = rendered("csv", reports, Options(**options))
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def test_a_finding_a_row():
    first, second = rows(REPORT, CLEAN)
    assert first["规则"] == "missing-apology"
    assert second == {
        "通话": "c7",
        "文件": "calls/甲.jsonl",
        "行": "",
        "列": "",
        "工作表": "",
        "单元格": "",
        "规则": "tone-policing",
        "类别": "纠正语气",
        "方面": "态度",
        "级别": "错误",
        "把握": "确定",
        "轮次": "4",
        "角色": "坐席",
        "原话": "小点声",
        "说明": "客户在说事，坐席在管客户的嗓门。",
        "为什么": "客户正忍着，这样说是火上浇油。",
        "怎么说": "您说的我都记下了，马上办。",
        "指纹": "f1",
    }


def test_english():
    first, _ = rows(REPORT, lang="en")
    assert (first["category"], first["severity"], first["certainty"], first["role"]) == (
        "missing apology",
        "warning",
        "review",
        "agent",
    )
    assert first["aspect"] == "Wording"


def test_places():
    call = one((Turn("agent", "小点声", line=3, column=2),))
    found = finding(call, 0, "小点声", line=3, column=2, sheet="一", cell="B3")
    (only,) = rows(Report(call, (found,), ()))
    assert (only["行"], only["列"], only["工作表"], only["单元格"]) == ("3", "2", "一", "B3")


def test_praise_is_called_praise():
    assert [one_["级别"] for one_ in rows(REPORT, show_praise=True)] == ["警告", "错误", "表扬"]


def test_a_clean_run_has_a_header():
    assert rows(CLEAN) == []
    assert rendered("csv", []).count("\r\n") == 1


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("=1+2", "'=1+2"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ('说"好",=1', '说"好",=1'),
        ("一;=1+2", "一;=1+2"),
        ("1=1", "1=1"),
        ("", ""),
    ],
)
def test_a_cell_is_text(said, cell):
    written = row([said, 1])
    assert list(csv.reader(io.StringIO(written, newline=""), strict=True)) == [[cell, "1"]]
    # In quotes, always: where another separator is the rule, it must not begin a cell.
    assert written.startswith('"')
    assert written.endswith('","1"\r\n')


def test_a_number_is_a_number():
    assert row([-1, None]) == '"-1",""\r\n'
