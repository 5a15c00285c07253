"""What is not shown of a call and why, one line each, for who asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.judged import Suppressed
from linter.model import Call
from linter.reports.page import DIM, Page
from linter.reports.places import place
from linter.reports.words import Words


def suppressed_lines(
    found: Sequence[Suppressed], call: Call, page: Page, words: Words
) -> Iterator[str]:
    """One paragraph each: the rule, the place, the words, and the entry."""
    for finding, entry in found:
        line = words.line.format(line=finding.line) if finding.line and not finding.cell else ""
        where = " ".join(filter(None, [place(call, finding.turn, words), line, finding.cell]))
        said = words.suppressed_by.format(
            rule=finding.rule,
            where=where,
            quote=words.quote.format(quote=finding.quote),
            source=words.sources[entry.source],
            why=entry.why,
            by=entry.by,
        )
        yield from page.heading(said, 2, DIM)
