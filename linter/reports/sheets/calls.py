"""The second sheet: a row a call, with what it lost where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from linter.judged import Report
from linter.model import ASPECTS, SEVERITIES, Call
from linter.reports.options import Lang, Options
from linter.reports.sheets.cells import Value
from linter.reports.sheets.columns import Color, Column, Layout
from linter.reports.sheets.piece import Counts, Row
from linter.reports.words import Words, words
from linter.scoresheet import DimensionScore, ScoreSheet

FULL = 100
"""What a call can get where no scheme says otherwise, see :mod:`linter.scoring`."""
_TITLES = ("通话", "Calls")
_HEAD = (
    Column("通话", "Call", 18),
    Column("文件", "File", 28),
    Column("班组", "Team", 12),
    Column("坐席", "Agent", 10),
    Column("时间", "Time", 19),
    Column("渠道", "Channel", 8),
)
_PARTS = ("话术", "态度", "职责", "适时结束")
_TAIL = (
    Column("确定的问题", "Certain", 9),
    Column("错误", "Errors", 8),
    Column("警告", "Warnings", 8),
    Column("提示", "Infos", 8),
    Column("需复核", "To review", 9),
    Column("表扬", "Praise", 8),
    Column("不列的", "Suppressed", 9),
    Column("客户辱骂（处）", "Abuse by the customer", 13),
    Column("没有判的规则", "Rules not judged", 12),
    Column("为什么没有判", "Why not judged", 26),
)
_COLORS: Mapping[str, Color] = {"做到": "good", "缺失": "bad", "未评": "warn"}
SCORE = ("得分", "Score")
BAND = ("档", "Band")
FATAL = ("一票否决", "Fatal")
OTHER = ("其他", "Other")


def layout(scored: Mapping[str, Value], full: float, options: Options) -> Layout:
    """The sheet.

    :param scored: what one call has there, with the columns' heads as its keys.
    """
    lang = options.lang
    parts = _part_columns(words(lang), lang) if options.diagnosis else ()
    own = (_scored(head, full, lang) for head in scored)
    other = Column(*OTHER, 12)
    return Layout(_TITLES[lang == "en"], (*_HEAD, *own, other, *parts, *_TAIL))


def head_row(call: Call, lang: Lang) -> Row:
    """What is known of the call itself."""
    named = call.agent_name and call.agent_id and f"{call.agent_name} ({call.agent_id})"
    return (
        call.id,
        call.path,
        call.team,
        named or call.agent_name or call.agent_id,
        call.started_at,
        words(lang).channels.get(call.channel, call.channel),
    )


def scored_cells(report: Report, lang: Lang) -> dict[str, Value]:
    """The score, and what it is made of, by the head of the column."""
    if report.sheet is not None:
        return _by_scheme(report.sheet, lang)
    fixed = words(lang)
    cells: dict[str, Value] = {_in(SCORE, lang): report.scores.get("总分")}
    for aspect in ASPECTS:
        if aspect != "标杆":
            name = fixed.aspects.get(aspect, aspect)
            cells[_lost(name, lang)] = report.scores.get(aspect, 0) if report.scores else None
    return cells


def counts(report: Report) -> Counts:
    """How many findings there are."""
    problems = [found for found in report.findings if not found.praise]
    sure = sum(found.certainty == "certain" for found in problems)
    praise = len(report.findings) - len(problems)
    return Counts(sure, len(problems) - sure, praise, len(report.suppressed), len(report.load))


def tail_row(report: Report, count: Counts, options: Options) -> Row:
    """The diagnosis and the counts."""
    fixed = words(options.lang)
    sure = [f for f in report.findings if f.certainty == "certain" and not f.praise]
    reasons = dict.fromkeys(fixed.reasons.get(v.reason, v.reason) for v in report.unjudged)
    return (
        *(_parts(report, fixed) if options.diagnosis else ()),
        count.certain,
        *(sum(f.severity == severity for f in sure) for severity in SEVERITIES),
        count.review,
        count.praise if options.show_praise else None,
        count.suppressed,
        count.abuse,
        len(report.unjudged),
        "\n".join(reasons),
    )


def total_of(report: Report) -> tuple[int | Decimal | None, int | Decimal]:
    """What the call got, if anything could be scored, and of how much."""
    if report.sheet is not None:
        return report.sheet.total, report.sheet.full
    return report.scores.get("总分"), FULL


def _by_scheme(sheet: ScoreSheet, lang: Lang) -> dict[str, Value]:
    cells: dict[str, Value] = {_in(SCORE, lang): sheet.total, _in(BAND, lang): sheet.band}
    for axis in sheet.axes:
        cells[f"{axis.name} / {axis.full.normalize():f}"] = axis.points
    for one in sheet.dimensions:
        cells[f"{one.name} / {one.full.normalize():f}"] = _points(one, lang)
    cells[_in(FATAL, lang)] = "、".join(sheet.fatal)
    return cells


def _points(one: DimensionScore, lang: Lang) -> Value:
    if one.status == "scored":
        return one.points
    status = {"not_applicable": "不适用", "not_evaluated": "未评", "scored": ""}[one.status]
    return words(lang).statuses.get(status, status)


def _scored(head: str, full: float, lang: Lang) -> Column:
    bar = full if head == _in(SCORE, lang) else None
    return Column(head, head, 11, bar=bar)


def _lost(aspect: str, lang: Lang) -> str:
    return f"扣分·{aspect}" if lang == "zh" else f"Lost: {aspect}"


def _part_columns(fixed: Words, lang: Lang) -> Iterator[Column]:
    colors = {fixed.statuses.get(word, word): color for word, color in _COLORS.items()}
    for part in _PARTS:
        head = f"诊断·{part}" if lang == "zh" else f"Diagnosis: {fixed.aspects[part]}"
        yield Column(head, head, 11, colors)


def _parts(report: Report, fixed: Words) -> Iterator[str]:
    by = {part.name: part.status for part in report.diagnosis}
    for name in _PARTS:
        status = by.get(name)  # type: ignore[call-overload]
        yield fixed.statuses.get(status, status) if status else ""


def _in(heads: tuple[str, str], lang: Lang) -> str:
    return heads[lang == "en"]
