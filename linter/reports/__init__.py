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

from linter.reports.base import Reporter
from linter.reports.categories import CATEGORIES, category_name
from linter.reports.json_ import JsonReporter
from linter.reports.jsonl import JsonlReporter
from linter.reports.options import MIN_WIDTH, Lang, Options
from linter.reports.snippets import SnippetsJsonlReporter, SnippetsReporter
from linter.reports.summary import RulesIdentity, Summary
from linter.reports.text import TextReporter

FORMATS: Mapping[str, type[Reporter]] = {
    "text": TextReporter,
    "json": JsonReporter,
    "jsonl": JsonlReporter,
    "snippets": SnippetsReporter,
    "snippets-jsonl": SnippetsJsonlReporter,
}
"""The reporters by the name of their format; one instance serves one run."""

__all__ = [
    "CATEGORIES",
    "FORMATS",
    "MIN_WIDTH",
    "Lang",
    "Options",
    "Reporter",
    "RulesIdentity",
    "Summary",
    "category_name",
]
