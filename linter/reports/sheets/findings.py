"""The third sheet: a row a finding, with all a reviewer needs to say yes or no to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.judged import Report
from linter.model import Finding
from linter.reports.categories import category_name
from linter.reports.options import Lang, Options
from linter.reports.places import clock, evidence_line, turn_list
from linter.reports.selection import chain, shown
from linter.reports.sheets.columns import Color, Column, Layout
from linter.reports.sheets.piece import Row
from linter.reports.words import Words, words
from linter.workbooks.own import FINDINGS

_SURE = {"zh": ("确定", "需复核"), "en": ("certain", "review")}
CHOICES: Mapping[Lang, tuple[str, ...]] = {
    "zh": ("认可", "不认可"),
    "en": ("agree", "disagree"),
}
"""What a reviewer may say of a finding."""


def layout(lang: Lang) -> Layout:
    """The sheet."""
    return Layout(FINDINGS[lang == "en"], tuple(_columns(lang)))


def finding_rows(report: Report, options: Options) -> Iterator[Row]:
    """A row a finding, as the call goes."""
    for found in shown(report.findings, options):
        yield _row(found, report, words(options.lang), options.lang)


def _row(found: Finding, report: Report, fixed: Words, lang: Lang) -> Row:
    call = report.call
    start = call.turns[found.turn].start_ms
    return (
        found.call,
        call.team,
        call.agent_name or call.agent_id,
        fixed.praise if found.praise else fixed.severities[found.severity],
        _SURE[lang][found.certainty == "review"],
        found.quote,
        found.message,
        found.suggestion,
        found.rule,
        category_name(found.category, lang),
        fixed.aspects.get(found.aspect, found.aspect),
        f"#{found.turn}",
        "" if start is None else clock(start),
        fixed.roles[found.role],
        "\n".join(_evidence(found, report, fixed)),
        found.why,
        None,
        None,
        found.path,
        f"{found.sheet}!{found.cell}" if found.cell else found.line,
        found.fingerprint,
    )


def _evidence(found: Finding, report: Report, fixed: Words) -> Iterator[str]:
    if found.late:
        yield fixed.late
    if found.window:
        partly = any(evidence.as_ == "there" for evidence in found.evidence)
        said = fixed.searched_partly if partly else fixed.searched_turns
        yield fixed.searched + said.format(turns=turn_list(found.window))
    for evidence in chain(found.evidence):
        yield evidence_line(report.call, evidence, fixed)


def _columns(lang: Lang) -> Iterator[Column]:
    fixed = words(lang)
    agree, disagree = CHOICES[lang]
    grades: dict[str, Color] = {
        fixed.severities["error"]: "bad",
        fixed.severities["warning"]: "warn",
        fixed.severities["info"]: "calm",
        fixed.praise: "good",
    }
    yield Column("通话", "Call", 16)
    yield Column("班组", "Team", 10)
    yield Column("坐席", "Agent", 10)
    yield Column("级别", "Severity", 8, grades)
    yield Column("把握", "Certainty", 9, {_SURE[lang][1]: "calm"})
    yield Column("原话", "Quote", 30)
    yield Column("说明", "Message", 36)
    yield Column("怎么说", "Instead", 36)
    yield Column("规则", "Rule", 18)
    yield Column("类别", "Category", 12)
    yield Column("方面", "Aspect", 9)
    yield Column("轮次", "Turn", 7)
    yield Column("时刻", "At", 8)
    yield Column("角色", "Role", 8)
    yield Column("依据", "Evidence", 44)
    yield Column("为什么", "Why", 32)
    yield Column("复核", "Verdict", 10, {agree: "good", disagree: "bad"}, CHOICES[lang])
    yield Column("备注", "Remark", 24)
    yield Column("文件", "File", 24)
    yield Column("位置", "Place", 9)
    yield Column("指纹", "Fingerprint", 18)
