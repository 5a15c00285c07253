"""What could not be judged of a call, and why; silence would look like a pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.judged import Report
from linter.reports.page import DIM, Page
from linter.reports.words import Words

_NAMED = 3


def unjudged_lines(report: Report, page: Page, words: Words) -> Iterator[str]:
    """One paragraph a reason, with how many rules it kept from being judged and the first few."""
    by_reason: dict[str, list[str]] = {}
    for verdict in report.unjudged:
        by_reason.setdefault(verdict.reason, []).append(verdict.rule)
    # Of a selection, "all rules" would say too much.
    everything = not report.scores and not report.off and len(by_reason) == 1
    for reason, rules in by_reason.items():
        said = (words.unjudged_all if everything else words.unjudged).format(
            count=len(rules), reason=words.reasons.get(reason, reason), rules=_few(rules, words)
        )
        yield from page.heading(said, 2, DIM)


def _few(rules: Sequence[str], words: Words) -> str:
    named = words.ids_comma.join(rules[:_NAMED])
    return words.and_more.format(rules=named) if len(rules) > _NAMED else named
