"""The four-part diagnosis of a call as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.judged import Part, Report
from linter.model import Call
from linter.reports.cells import cells, width
from linter.reports.options import Options
from linter.reports.page import BOLD, DIM, GREEN, RED, YELLOW, Page
from linter.reports.places import evidence_line, place
from linter.reports.selection import chain
from linter.reports.words import Words

_COLORS = {"做到": GREEN, "缺失": RED, "未评": YELLOW, "不适用": DIM}


def has_diagnosis(report: Report, options: Options) -> bool:
    """Whether there is a diagnosis to show: one part at least applies.

    Where no rule could be judged, parts that were not judged either would only say it again.
    """
    said = {"不适用"} if report.scores or not report.unjudged else {"不适用", "未评"}
    return options.diagnosis and any(part.status not in said for part in report.diagnosis)


def diagnosis_lines(report: Report, page: Page, words: Words) -> Iterator[str]:
    """A table of the parts, then everything they rest on as the call goes."""
    yield from page.heading(words.diagnosis, 2)
    yield from _table(report, page, words)
    links = chain(evidence for part in report.diagnosis for evidence in part.chain)
    if links:
        yield from page.heading(words.chain, 2)
        for link in links:
            yield from page.prose(evidence_line(report.call, link, words), 4)


def _table(report: Report, page: Page, words: Words) -> Iterator[str]:
    rows = [
        (
            words.aspects.get(part.name, part.name),
            words.statuses.get(part.status, part.status),
            part,
        )
        for part in report.diagnosis
    ]
    name_columns = max(width(cells(name)) for name, _, _ in rows)
    status_columns = max(width(cells(status)) for _, status, _ in rows)
    left = 2 + name_columns + 2 + status_columns + 2
    for name, status, part in rows:
        lead = "  " + name + " " * (name_columns - width(cells(name)) + 2)
        gap = " " * (status_columns - width(cells(status)) + 2)
        details = list(_details(part, report.call, page, words, left))
        first = details[0][left:] if details else ""
        yield lead + page.paint(status, _COLORS[part.status]) + (gap + first if first else "")
        yield from details[1:]


def _details(part: Part, call: Call, page: Page, words: Words, left: int) -> Iterator[str]:
    where = "" if part.turn is None else place(call, part.turn, words)
    quote = words.quote.format(quote=part.quote) if part.quote else ""
    yield from page.prose(f"{where} {quote}", left)
    yield from page.prose(part.reason, left)
    yield from page.prose(part.suggestion, left, words.should, BOLD)
