from __future__ import annotations

import pytest

from linter.reports import Options, RulesIdentity, Summary

from ..samples import REPORT
from .making import BY_SCHEME, made, read, table


def notes(reports, options=None, summary=None):
    title = "Notes" if options and options.lang == "en" else "说明"
    book = read(made(reports, options, summary))
    return ["|".join(map(str, row.values())) for row in table(book, title)]


def test_the_run_and_its_rules_come_first():
    rules = Summary(rules=RulesIdentity("huashu", "0.1.0", "5f3c"))
    assert notes([REPORT], summary=rules)[:4] == [
        "这一次|检查了 0 个文件、1 通通话、8 轮（坐席 4 轮）。",
        "这一次|发现 2 个问题：错误 1，警告 1；其中 1 个需复核。",
        "这一次|有规则没有判的通话 1 通。",
        "这一次|规则：huashu 0.1.0 5f3c",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (Options(), "选项|坐席写化名，按出现的先后编号；换一批通话，编号就不同"),
        (Options(agents="hidden"), "选项|不写坐席"),
        (Options(), "选项|没有要表扬：加 --praise"),
        (Options(show_praise=True), "选项|表扬也列出"),
        (Options(lang="en", agents="names"), "Options|agents by name or number"),
    ],
)
def test_options_are_said(options, said):
    assert said in notes([REPORT], options)


def test_the_scheme_is_named():
    said = "评分方案|本店方案。每一分怎么来的，在“算分”表里。"
    assert said in notes([BY_SCHEME])
    assert said not in notes([REPORT])


def test_no_score_pretends_to_be_a_standard():
    assert any("不是哪个行业的标准分" in line for line in notes([REPORT]))
    assert any("no industry's standard" in line for line in notes([REPORT], Options(lang="en")))
