"""The fifth sheet: what was not judged, not read, not shown; silence would look like a pass."""

from __future__ import annotations

from collections.abc import Iterator

from linter.judged import Report
from linter.reports.options import Lang, Options
from linter.reports.selection import suppressed
from linter.reports.sheets.columns import Column, Layout
from linter.reports.sheets.piece import Row
from linter.reports.summary import Summary
from linter.reports.words import words

_TITLES = ("未评和跳过", "Not judged")
_COLUMNS = (
    Column("哪一种", "Kind", 12),
    Column("通话或输入", "Call or input", 28),
    Column("规则数或句数", "Rules or turns", 13),
    Column("为什么", "Why", 44),
    Column("规则", "Rules", 60),
)
_UNJUDGED = ("没有判", "not judged")
_UNREAD = ("没有读", "not read")
_LEFT_OUT = ("没有检查的句子", "turns left out")
_OUT = ("不列", "suppressed")


def layout(lang: Lang) -> Layout:
    """The sheet."""
    return Layout(_TITLES[lang == "en"], _COLUMNS)


def unjudged_rows(report: Report, options: Options) -> Iterator[Row]:
    """A row for each reason why rules could not be judged on a call, and each finding left out."""
    fixed, english = words(options.lang), options.lang == "en"
    by_reason: dict[str, list[str]] = {}
    for verdict in report.unjudged:
        by_reason.setdefault(verdict.reason, []).append(verdict.rule)
    for reason, rules in by_reason.items():
        why = fixed.reasons.get(reason, reason)
        named = fixed.ids_comma.join(rules)
        yield (_UNJUDGED[english], report.call.id, len(rules), why, named)
    if options.show_suppressed:
        for one in suppressed(report, options):
            by = fixed.sources[one.entry.source]
            why = f"{by}：{one.entry.why}（{one.entry.by}）"
            yield (_OUT[english], report.call.id, 1, why, one.finding.rule)


def unread_rows(summary: Summary, lang: Lang) -> Iterator[Row]:
    """A row for each input that was not read, and each reason why turns were left out."""
    english = lang == "en"
    for where, why in summary.skipped:
        yield (_UNREAD[english], where, None, why, None)
    for reason, count in summary.left_out.items():
        yield (_LEFT_OUT[english], None, count, reason, None)
