from __future__ import annotations

from dataclasses import replace

from linter.judged import Entry, Suppressed
from linter.reports import Options, Summary

from ..samples import CLEAN, REPORT, TONE
from .making import made, read, table

TITLE = "未评和跳过"
UNJUDGED = {
    "哪一种": "没有判",
    "通话或输入": "c7",
    "规则数或句数": 1,
    "为什么": "没有时间",
    "规则": "hold-etiquette",
}


def test_what_was_not_judged_not_read_and_left_out():
    summary = Summary(skipped=(("a.txt", "读不了"),), left_out={"客户的话": 4})
    assert table(read(made([REPORT, CLEAN], summary=summary)), TITLE) == [
        UNJUDGED,
        {"哪一种": "没有读", "通话或输入": "a.txt", "为什么": "读不了"},
        {"哪一种": "没有检查的句子", "规则数或句数": 4, "为什么": "客户的话"},
    ]


def test_what_was_taken_out_is_listed_when_asked_for():
    out = Suppressed(TONE, Entry("exception", "tone-policing", "听过了", "王"))
    report = replace(REPORT, findings=(), suppressed=(out,))
    assert table(read(made([report])), TITLE) == [UNJUDGED]
    assert table(read(made([report], Options(show_suppressed=True))), TITLE)[1] == {
        "哪一种": "不列",
        "通话或输入": "c7",
        "规则数或句数": 1,
        "为什么": "例外：听过了（王）",
        "规则": "tone-policing",
    }
