from __future__ import annotations

from linter.reports import Options

from ..samples import REPORT
from .making import BY_SCHEME, made, read, table


def test_the_arithmetic_in_its_order():
    rows = table(read(made([BY_SCHEME])), "算分")
    assert {row.pop("通话") for row in rows} == {"c7"}
    assert rows == [
        {
            "维度": "态度",
            "这一步": "扣分",
            "加减": -12.5,
            "说明": "管客户的嗓门",
            "原话": "您小点",
            "规则": "tone-policing",
            "轮次": "#4",
        },
        {"维度": "态度", "这一步": "维度得分", "得分": 47.5, "满分": 60, "权重": 1},
        {"维度": "流程", "这一步": "维度得分", "满分": 40, "权重": 1, "说明": "未评：没有时间"},
        {"维度": "态度轴", "这一步": "轴得分", "得分": 47.5, "满分": 60},
        {"维度": "（整通）", "这一步": "封顶", "加减": -1, "说明": "至多良"},
        {"维度": "（整通）", "这一步": "总分", "得分": 87.5, "满分": 100, "说明": "良、insult"},
        {"维度": "（整通）", "这一步": "不计分的规则", "说明": "script-glossary"},
    ]


def test_without_a_scheme_there_is_none():
    assert "算分" not in read(made([REPORT])).sheetnames


def test_in_english():
    rows = table(read(made([BY_SCHEME], Options(lang="en"))), "Arithmetic")
    assert [row["Step"] for row in rows] == [
        "deduction",
        "dimension",
        "dimension",
        "axis",
        "cap",
        "total",
        "rules not scored",
    ]
