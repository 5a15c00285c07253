"""The score sheet in the text report."""

from __future__ import annotations

from dataclasses import replace

from linter.judged import Report
from linter.model import Call
from linter.reports import Options

from .samples import REPORT, rendered
from .scored import SHEET

ZH = """\
  得分（热线）：80.25/100 良
  态度 79/100、解决 未评
  服务态度 39.5/50
   −10.5  禁语：管客户的嗓门 tone-policing #4 01:07 坐席 “小点声”
  流程 不适用，不计（这一维的规则对这通都不适用）
  合计：80.25
      79  服务态度：39.5/50，权重 50/50，满分 100
   +1.25  安抚后办事 praise-empathy-action #6 坐席 “实在抱歉”
  这份评分表不计分的：hold-no-thanks
"""
EN = """\
  Score (热线): 80.25/100 良
  attitude 79/100, resolution not judged
"""


def test_every_step_is_shown() -> None:
    assert ZH in rendered("text", [replace(REPORT, sheet=SHEET)])


def test_in_english() -> None:
    shown = rendered("text", [replace(REPORT, sheet=SHEET)], Options(lang="en"))
    assert EN in shown
    assert "  流程 n/a, left out" in shown


def test_a_call_without_findings_has_its_sheet() -> None:
    call = Call("c8", REPORT.call.turns)
    shown = rendered("text", [Report(call, (), (), scores={"总分": 100}, sheet=SHEET)])
    assert "得分（热线）" in shown


def test_no_score() -> None:
    none = SHEET._replace(total=None, band="", dimensions=SHEET.dimensions[1:], steps=())
    shown = rendered("text", [replace(REPORT, sheet=none)])
    assert "  得分（热线）：没有，能打分的一维也没有\n  流程 不适用，不计" in shown
    assert "合计" not in shown
