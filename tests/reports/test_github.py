from __future__ import annotations

from dataclasses import replace

import pytest

from linter.errors import InputError
from linter.judged import Report
from linter.model import Turn
from linter.reports import Options, Summary
from linter.reports.github import command

from .samples import CLEAN, REPORT, finding, one, rendered


def flagged(turn: Turn, quote: str, **changes: object) -> Report:
    call = one((turn,), path="a,b.md")
    return Report(call, (finding(call, 0, quote, **changes),), ())


PLAIN = {"message": "错。", "suggestion": ""}


def test_a_line_a_finding():
    assert rendered("github", [REPORT, CLEAN]) == (
        "::notice file=calls/甲.jsonl,title=missing-apology 缺少致歉安抚"
        "::[需复核] #2 00:09 坐席 “麻烦您报一下号码”：客户已表示不满，接下来两轮没有致歉。"
        "%0A怎么说：实在抱歉，让您费心了。\n"
        "::error file=calls/甲.jsonl,title=tone-policing 纠正语气"
        "::#4 01:07 坐席 “小点声”：客户在说事，坐席在管客户的嗓门。"
        "%0A为什么：客户正忍着，这样说是火上浇油。%0A怎么说：您说的我都记下了，马上办。\n"
    )


def test_columns_of_one_line():
    report = flagged(Turn("agent", "您小点声", line=7, column=3), "小点声", **PLAIN)
    assert rendered("github", [report]) == (
        "::error file=a%2Cb.md,line=7,endLine=7,col=4,endColumn=7,"
        "title=tone-policing 纠正语气::#0 坐席 “小点声”：错。\n"
    )


@pytest.mark.parametrize(
    ("turn", "quote", "place"),
    [
        (Turn("agent", "您小\n点声", line=7, column=3), "小\n点声", "line=7,endLine=8"),
        (Turn("agent", "您小点声", line=7), "小点声", "line=7"),
    ],
)
def test_no_columns_where_there_are_none_for_sure(turn, quote, place):
    line = rendered("github", [flagged(turn, quote)])
    assert line.startswith(f"::error file=a%2Cb.md,{place},title=")


def test_a_cell_is_named_in_the_title():
    turn = Turn("agent", "您小点声", line=3, column=2, sheet="话术", cell="B3")
    report = flagged(turn, "小点声", sheet="话术", cell="B3", line=3)
    assert rendered("github", [report], Options(lang="en")).startswith(
        "::error file=a%2Cb.md,title=tone-policing tone policing 话术!B3::"
    )


@pytest.mark.parametrize(
    ("severity", "name"), [("error", "error"), ("warning", "warning"), ("info", "notice")]
)
def test_severities(severity, name):
    report = flagged(Turn("agent", "小点声"), "小点声", severity=severity)
    assert rendered("github", [report]).startswith(f"::{name} ")


def test_praise_is_no_problem():
    praise = replace(REPORT, findings=tuple(f for f in REPORT.findings if f.praise))
    assert rendered("github", [praise], Options(show_praise=True)) == ""


def test_what_could_not_be_read():
    failures = (
        InputError("坏了", path="甲.jsonl", line=3, column=5, hint="补上"),
        InputError("坏了", path="乙.xlsx", line=3, sheet="一", cell="B3"),
        InputError("没有标准输入"),
    )
    assert rendered("github", [], summary=Summary(failures=failures)) == (
        "::error file=甲.jsonl,line=3,col=5,title=huashu::甲.jsonl:3:5: 坏了; 补上\n"
        "::error file=乙.xlsx,title=huashu::乙.xlsx: 一!B3: 坏了\n"
        "::error title=huashu::没有标准输入\n"
    )


def test_nothing_ends_a_command_early():
    assert command("error", {"file": "a,b:c%\r\n.md"}, "百分之 5%\r\n,::完") == (
        "::error file=a%2Cb%3Ac%25%0D%0A.md::百分之 5%25%0D%0A,::完\n"
    )
