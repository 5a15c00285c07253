"""Reports: what was found, said to people and to programs.

Nothing here prints; reporters yield pieces of text, and whoever runs them writes these one
after the other::

    reporter = FORMATS["text"](Options(lang="zh", width=100))
    pieces = [*reporter.begin()]
    for report in reports:
        pieces += reporter.call(report)
    pieces += reporter.end(summary)
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.lazy import Imports
from linter.reports.base import AnyReporter, Reporter
from linter.reports.categories import CATEGORIES, category_name
from linter.reports.options import MIN_WIDTH, Agents, Lang, Options
from linter.reports.summary import RulesIdentity, Summary, Tally

FORMATS: Mapping[str, type[AnyReporter]] = Imports(
    {
        "text": "linter.reports.text:TextReporter",
        "json": "linter.reports.json_:JsonReporter",
        "jsonl": "linter.reports.jsonl:JsonlReporter",
        "csv": "linter.reports.csv_:CsvReporter",
        "sarif": "linter.reports.sarif:SarifReporter",
        "github": "linter.reports.github:GithubReporter",
        "gitlab": "linter.reports.gitlab:GitlabReporter",
        "junit": "linter.reports.junit:JunitReporter",
        "snippets": "linter.reports.snippets:SnippetsReporter",
        "snippets-jsonl": "linter.reports.snippets:SnippetsJsonlReporter",
        "xlsx": "linter.reports.sheets.xlsx:XlsxReporter",
    }
)
"""The reporters by the name of their format; one instance serves one run."""

__all__ = [
    "CATEGORIES",
    "FORMATS",
    "MIN_WIDTH",
    "Agents",
    "AnyReporter",
    "Lang",
    "Options",
    "Reporter",
    "RulesIdentity",
    "Summary",
    "Tally",
    "category_name",
]
