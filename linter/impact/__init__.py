"""What a change to the rules gains and loses on a body of calls, finding by finding.

An application on top of the public API; nothing here reads files, prints or exits::

    rules = tuple(frozenset(rule.id for rule in one.book.rules) for one in (old, new))
    comparer = Comparer(old, new, rules, renamed={})
    tally, chosen = Tally(), Chosen(limit=10)
    for call in calls:
        impact = comparer.compare(call)
        tally.add(impact)
        chosen.add(impact.changes)
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.impact.base import Format
from linter.lazy import Imports

FORMATS: Mapping[str, type[Format]] = Imports(
    {
        "text": "linter.impact.text:TextFormat",
        "json": "linter.impact.json_:JsonFormat",
        "markdown": "linter.impact.markdown:MarkdownFormat",
        "html": "linter.impact.html:HtmlFormat",
    }
)
"""The formats by their names."""

__all__ = ["FORMATS", "Format"]
