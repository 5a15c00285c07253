from __future__ import annotations

from dataclasses import replace

from linter.reports import Options

from ..samples import CLEAN, REPORT
from .making import BY_SCHEME, OF_AGENT, made, read, table


def test_a_row_a_call():
    report = replace(OF_AGENT, scores={"总分": 80, "态度": -20})
    options = Options(show_praise=True, agents="names")
    assert table(read(made([report], options)), "通话") == [
        {
            "通话": "c9",
            "文件": "8012/9.txt",
            "班组": "一组",
            "坐席": "王小明 (8012)",
            "渠道": "电话",
            "得分": 80,
            "扣分·话术": 0,
            "扣分·态度": -20,
            "扣分·职责": 0,
            "扣分·适时结束": 0,
            "扣分·效率": 0,
            "诊断·话术": "缺失",
            "诊断·态度": "缺失",
            "诊断·职责": "做到",
            "诊断·适时结束": "不适用",
            "确定的问题": 1,
            "错误": 1,
            "警告": 0,
            "提示": 0,
            "需复核": 1,
            "表扬": 1,
            "不列的": 0,
            "客户辱骂（处）": 0,
            "没有判的规则": 1,
            "为什么没有判": "没有时间",
        }
    ]


def test_a_call_without_a_score_has_no_zeros():
    (row,) = table(read(made([replace(REPORT, scores={})])), "通话")
    assert [head for head in row if head.startswith(("得分", "扣分"))] == []


def test_columns_of_a_scheme():
    (row,) = table(read(made([BY_SCHEME])), "通话")
    scored = {key: row[key] for key in list(row)[3:9]}
    assert scored == {
        "得分": 87.5,
        "档": "良",
        "态度轴 / 60": 47.5,
        "态度 / 60": 47.5,
        "流程 / 40": "未评",
        "一票否决": "insult",
    }


def test_the_diagnosis_may_be_left_out():
    (row,) = table(read(made([REPORT], Options(diagnosis=False))), "通话")
    assert [head for head in row if head.startswith("诊断")] == []


def test_colours_and_bars():
    sheet = read(made([REPORT, CLEAN]))["通话"]
    rules = {str(span.sqref): [r.type for r in span.rules] for span in sheet.conditional_formatting}
    assert rules["G2:G3"] == ["dataBar"]
    assert rules["N2:N3"] == ["cellIs"] * 3


def test_in_english():
    (row,) = table(read(made([REPORT], Options(lang="en"))), "Calls")
    assert (row["Score"], row["Lost: Attitude"], row["Diagnosis: Wording"]) == (82, 0, "missing")
