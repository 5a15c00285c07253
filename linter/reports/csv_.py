"""CSV for spreadsheets: one finding a row (RFC 4180, UTF-8 with a byte order mark).

What a cell says is text and nothing else. A spreadsheet takes a cell that begins with ``=`` and
the like for a formula, whoever wrote it; and with another separator than ours it begins a cell
wherever that stands outside of quotes. So every cell is quoted, and what could begin a formula
gets an apostrophe before it, see https://owasp.org/www-community/attacks/CSV_Injection.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.judged import Report
from linter.model import Finding
from linter.reports.base import Reporter
from linter.reports.categories import category_name
from linter.reports.options import Lang
from linter.reports.selection import shown
from linter.reports.words import words

_BOM = "\ufeff"
_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
"""Full-width signs, too: where people type Chinese, spreadsheets may read them as plain ones."""

_HEADS = (
    ("call", "通话"),
    ("path", "文件"),
    ("line", "行"),
    ("column", "列"),
    ("sheet", "工作表"),
    ("cell", "单元格"),
    ("rule", "规则"),
    ("category", "类别"),
    ("aspect", "方面"),
    ("severity", "级别"),
    ("certainty", "把握"),
    ("turn", "轮次"),
    ("role", "角色"),
    ("quote", "原话"),
    ("message", "说明"),
    ("why", "为什么"),
    ("suggestion", "怎么说"),
    ("fingerprint", "指纹"),
)
_CERTAINTY = {"zh": ("确定", "需复核"), "en": ("certain", "review")}


class CsvReporter(Reporter[str]):
    """A row a finding, as the call goes, with a header."""

    def begin(self) -> Iterable[str]:
        """The mark by which Excel knows UTF-8, and the header."""
        number = 1 if self.options.lang == "zh" else 0
        yield _BOM + row(head[number] for head in _HEADS)

    def render(self, report: Report) -> str:
        """The call's findings."""
        found = shown(report.findings, self.options)
        return "".join(row(_fields(finding, self.options.lang)) for finding in found)

    def add(self, piece: str) -> Iterable[str]:
        """The rows as they are."""
        return (piece,) if piece else ()


def row(fields: Iterable[str | int | None]) -> str:
    """One row with its line end."""
    return ",".join(_quoted(field) for field in fields) + "\r\n"


def _quoted(field: str | int | None) -> str:
    text = "" if field is None else str(field)
    if isinstance(field, str) and text.startswith(_FORMULA):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"'


def _fields(finding: Finding, lang: Lang) -> tuple[str | int | None, ...]:
    fixed = words(lang)
    return (
        finding.call,
        finding.path,
        finding.line,
        finding.column,
        finding.sheet,
        finding.cell,
        finding.rule,
        category_name(finding.category, lang),
        fixed.aspects.get(finding.aspect, finding.aspect),
        fixed.praise if finding.praise else fixed.severities[finding.severity],
        _CERTAINTY[lang][finding.certainty == "review"],
        finding.turn,
        fixed.roles[finding.role],
        finding.quote,
        finding.message,
        finding.why,
        finding.suggestion,
        finding.fingerprint,
    )
