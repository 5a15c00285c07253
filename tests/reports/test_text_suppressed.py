from __future__ import annotations

from dataclasses import replace

import pytest

from linter.judged import Entry, Report, Suppressed
from linter.reports import Options

from .samples import CALL, TONE, rendered

ENTRY = Entry("exception", TONE.rule, "复核过", "王敏", "2026-12-31", "ex.yml", 2, 5)
OUT = Suppressed(replace(TONE, line=7), ENTRY)
CELL = Suppressed(replace(TONE, line=7, sheet="一", cell="B7"), ENTRY._replace(source="baseline"))


@pytest.mark.parametrize(
    ("lang", "out", "line"),
    [
        ("zh", OUT, "  不列：{rule} #4 01:07 坐席 第 7 行 “{quote}”——例外：复核过（王敏）"),
        ("zh", CELL, "  不列：{rule} #4 01:07 坐席 B7 “{quote}”——基线：复核过（王敏）"),
        (
            "en",
            OUT,
            "  Suppressed: {rule} #4 01:07 agent line 7 “{quote}”: exceptions: {said}",
        ),
    ],
)
def test_one_line_each(lang, out, line):
    report = Report(CALL, (), (), suppressed=(out,))
    shown = rendered("text", [report], Options(lang=lang, show_suppressed=True, width=120))
    assert f"\n{line.format(rule=TONE.rule, quote=TONE.quote, said='复核过 (王敏)')}\n" in shown


def test_only_when_asked_for():
    report = Report(CALL, (), (), suppressed=(OUT,))
    plain = rendered("text", [report])
    assert "不列" not in plain
    assert "没有列出 1 个：例外 1。\n" in plain
