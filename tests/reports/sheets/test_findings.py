from __future__ import annotations

from dataclasses import replace

from linter.reports import Options

from ..samples import NO_APOLOGY, REPORT, TONE
from .making import OF_AGENT, made, read, table


def test_a_row_a_finding():
    rows = table(read(made([OF_AGENT])), "发现")
    assert [row["规则"] for row in rows] == ["missing-apology", "tone-policing"]
    assert rows[0] == {
        "通话": "c9",
        "班组": "一组",
        "坐席": "坐席01",
        "级别": "警告",
        "把握": "需复核",
        "原话": "麻烦您报一下号码",
        "说明": "客户已表示不满，接下来两轮没有致歉。",
        "怎么说": "实在抱歉，让您费心了。",
        "规则": "missing-apology",
        "类别": "缺少致歉安抚",
        "方面": "话术",
        "轮次": "#2",
        "时刻": "00:09",
        "角色": "坐席",
        "依据": "找过：#2 #4，都没有\n"
        "#1 00:04 客户 客户不满：“修了两回”\n"
        "#3 01:01 客户 拒答：“你别管”",
        "文件": "坐席01/9.txt",
        "指纹": "f2",
    }


def test_praise_when_asked_for():
    rows = table(read(made([REPORT], Options(show_praise=True))), "发现")
    assert [row["级别"] for row in rows] == ["警告", "错误", "表扬"]


def test_places_in_files():
    found = (replace(TONE, line=12), replace(NO_APOLOGY, sheet="甲", cell="B3", late=True))
    rows = table(read(made([replace(REPORT, findings=found)])), "发现")
    assert [row["位置"] for row in rows] == ["甲!B3", 12]
    assert rows[0]["依据"].startswith("[偏晚]\n")


def test_a_verdict_is_chosen_and_a_remark_written():
    sheet = read(made([REPORT]))["发现"]
    (asked,) = sheet.data_validations.dataValidation
    assert (str(asked.sqref), asked.formula1) == ("Q2:Q3", '"认可,不认可"')
    assert [cell.value for cell in sheet["Q"]] == ["复核", None, None]
    assert sheet["R1"].value == "备注"


def test_colours_of_severities():
    spans = {str(s.sqref): s for s in read(made([REPORT]))["发现"].conditional_formatting}
    said = [rule.formula for rule in spans["D2:D3"].rules]
    assert said == [['"错误"'], ['"警告"'], ['"提示"'], ['"表扬"']]


def test_words_of_a_customer_are_no_formula():
    found = replace(TONE, quote="=HYPERLINK(A1)", message="-1", suggestion="@x")
    cells = list(read(made([replace(REPORT, findings=(found,))]))["发现"][2])
    assert [(cell.value, cell.data_type) for cell in cells[5:8]] == [
        ("=HYPERLINK(A1)", "s"),
        ("-1", "s"),
        ("@x", "s"),
    ]
