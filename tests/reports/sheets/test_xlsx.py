from __future__ import annotations

import os
import pickle
import time
from dataclasses import replace

import pytest

from linter.reports import FORMATS, Options, RulesIdentity, Summary
from linter.reports.sheets.xlsx import XlsxReporter

from ..samples import CLEAN, REPORT
from .making import BY_SCHEME, OF_AGENT, made, read, table

SHEETS = ["汇总", "通话", "发现", "未评和跳过", "说明"]


def test_the_sheets():
    assert read(made([REPORT])).sheetnames == SHEETS
    assert read(made([BY_SCHEME])).sheetnames == [*SHEETS[:3], "算分", *SHEETS[3:]]
    english = read(made([BY_SCHEME], Options(lang="en"))).sheetnames
    assert english == ["Summary", "Calls", "Findings", "Arithmetic", "Not judged", "Notes"]


def test_a_run_without_calls_says_what_was_not_read():
    book = read(made([], summary=Summary(skipped=(("a.txt", "没有这个文件"),))))
    assert table(book, "未评和跳过") == [
        {"哪一种": "没有读", "通话或输入": "a.txt", "为什么": "没有这个文件"}
    ]
    assert book.sheetnames == SHEETS


def test_heads_stay_and_every_column_can_be_filtered():
    for sheet in read(made([REPORT, CLEAN])):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions


def test_the_same_calls_make_the_same_file(monkeypatch):
    rules = Summary(rules=RulesIdentity("huashu", "1", "5f3c"))
    first = made([REPORT, BY_SCHEME], summary=rules)
    old = time.time() - 10_000_000
    monkeypatch.setattr(time, "time", lambda: old)
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    umask = os.umask(0o027)
    try:
        assert made([REPORT, BY_SCHEME], summary=rules) == first
    finally:
        os.umask(umask)
        monkeypatch.undo()
        time.tzset()


def test_pieces_go_from_process_to_process():
    there, here = XlsxReporter(Options()), XlsxReporter(Options())
    for report in (OF_AGENT, BY_SCHEME):
        assert list(here.add(pickle.loads(pickle.dumps(there.render(report))))) == []
    assert b"".join(here.end(Summary(calls=2))) == made_with_summary([OF_AGENT, BY_SCHEME])


def made_with_summary(reports):
    reporter = FORMATS["xlsx"](Options())
    for report in reports:
        list(reporter.call(report))
    return b"".join(reporter.end(Summary(calls=2)))


@pytest.mark.parametrize(
    ("agents", "first", "second", "path"),
    [
        ("pseudonyms", "坐席01", "坐席02", "坐席01/9.txt"),
        ("names", "王小明 (8012)", "8013", "8012/9.txt"),
        ("hidden", None, None, "*/9.txt"),
    ],
)
def test_agents(agents, first, second, path):
    other = replace(REPORT, call=replace(REPORT.call, agent_id="8013"))
    rows = table(read(made([OF_AGENT, other, OF_AGENT], Options(agents=agents))), "通话")
    assert [row.get("坐席") for row in rows] == [first, second, first]
    assert rows[0]["文件"] == path


def test_nothing_tells_a_pseudonymous_agent():
    said = repr([row for sheet in read(made([OF_AGENT])) for row in sheet.values])
    assert "坐席01" in said
    assert "8012" not in said
    assert "小明" not in said


def test_what_does_not_fit_goes_on_and_is_said(monkeypatch):
    monkeypatch.setattr(XlsxReporter, "most_rows", 20)
    book = read(made([REPORT] * 12))
    assert book.sheetnames == [*SHEETS[:4], "发现 (2)", SHEETS[4]]
    assert [len(table(book, title)) for title in ("通话", "发现", "发现 (2)")] == [12, 19, 5]
    assert book["发现 (2)"]["A1"].value == "通话"
    assert book["发现 (2)"].auto_filter.ref == "A1:U6"
    (said,) = [row["内容"] for row in table(book, "说明") if row["项目"] == "放不下"]
    assert "发现 (2)" in said


def test_a_score_by_another_scheme_is_not_lost():
    rows = table(read(made([REPORT, BY_SCHEME])), "通话")
    assert rows[1]["得分"] == 87.5
    assert "态度 / 60: 47.5" in rows[1]["其他"]
