"""The fourth sheet, where calls are scored by a scheme: how each score came about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from linter.judged import Report
from linter.model import Call
from linter.reports.options import Lang
from linter.reports.sheets.columns import Column, Layout
from linter.reports.sheets.piece import Row
from linter.reports.words import words
from linter.scoresheet import DimensionScore, ScoreStep

_TITLES = ("算分", "Arithmetic")
_COLUMNS = (
    Column("通话", "Call", 18),
    Column("坐席", "Agent", 10),
    Column("维度", "Dimension", 16),
    Column("这一步", "Step", 12),
    Column("加减", "Change", 9),
    Column("得分", "Points", 9),
    Column("满分", "Full", 9),
    Column("权重", "Weight", 9),
    Column("说明", "What", 44),
    Column("原话", "Quote", 30),
    Column("规则", "Rule", 20),
    Column("轮次", "Turn", 8),
)
_KINDS: Mapping[str, tuple[str, str]] = {
    "deduction": ("扣分", "deduction"),
    "bonus": ("加分", "bonus"),
    "cap": ("封顶", "cap"),
    "fatal": ("一票否决", "fatal"),
    "dimension": ("计入", "counted"),
    "rounding": ("取整", "rounding"),
}
_RESULT = ("维度得分", "dimension")
_AXIS = ("轴得分", "axis")
_TOTAL = ("总分", "total")
_UNSCORED = ("不计分的规则", "rules not scored")
_ALL = ("（整通）", "(call)")


def layout(lang: Lang) -> Layout:
    """The sheet."""
    return Layout(_TITLES[lang == "en"], _COLUMNS)


def step_rows(report: Report, lang: Lang) -> Iterator[Row]:
    """The arithmetic of a call in the order in which it is done; nothing without a scheme."""
    sheet = report.sheet
    if sheet is None:
        return
    who = report.call.id, report.call.agent_name or report.call.agent_id
    english = lang == "en"
    for one in sheet.dimensions:
        for row in _steps(one.steps, one.name, report.call, english):
            yield (*who, *row)
        yield (*who, *_result(one, lang))
    for axis in sheet.axes:
        yield (*who, axis.name, _AXIS[english], None, axis.points, axis.full)
    for row in _steps(sheet.steps, _ALL[english], report.call, english):
        yield (*who, *row)
    said = "、".join([*filter(None, [sheet.band]), *sheet.fatal])
    yield (*who, _ALL[english], _TOTAL[english], None, sheet.total, sheet.full, None, said)
    if sheet.unscored:
        out = "、".join(sheet.unscored)
        yield (*who, _ALL[english], _UNSCORED[english], None, None, None, None, out)


def _steps(steps: Iterable[ScoreStep], name: str, call: Call, english: bool) -> Iterator[Row]:
    for step in steps:
        turn = "" if step.turn is None else f"#{step.turn}"
        kind = _KINDS[step.kind][english]
        rest = step.what, _quote(step, call), step.rule, turn
        yield (name, kind, step.points, None, None, None, *rest)


def _quote(step: ScoreStep, call: Call) -> str:
    if step.turn is None or step.start is None:
        return ""
    return call.turns[step.turn].text[step.start : step.end]


def _result(one: DimensionScore, lang: Lang) -> Row:
    status = {"not_applicable": "不适用", "not_evaluated": "未评", "scored": ""}[one.status]
    said = words(lang).statuses.get(status, status)
    why = "：".join(filter(None, [said, one.reason]))
    points: Decimal | None = one.points
    kind = _RESULT[lang == "en"]
    return (one.name, kind, None, points, one.full, one.weight, why)
