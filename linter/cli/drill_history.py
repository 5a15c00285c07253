"""``huashu drill SET --history``: how it stands with the cards of a set."""

from __future__ import annotations

from collections.abc import Iterator

from linter.cli.common import table
from linter.coaching.drill.history import History
from linter.coaching.drill.leitner import DAYS
from linter.coaching.drill.words import words
from linter.reports import Lang, category_name
from linter.reports.page import Page
from linter.wording import pick


def history_lines(told: History, page: Page, lang: Lang) -> Iterator[str]:
    """By category and box, then what comes when, then the last answers."""
    w = words(lang)
    heads = [w.category, w.cards, w.new, *(w.box.format(box=box) for box in DAYS)]
    rows = [(*heads, w.due, w.answers, w.passed)]
    rows += [
        (
            category_name(row.category, lang),
            *map(str, (row.cards, *row.boxes, row.due, row.answers, row.passed)),
        )
        for row in told.rows
    ]
    yield from table(rows)
    if told.days:
        yield ""
        yield from page.heading(w.when)
        for day, count in told.days:
            today = pick(lang, "（今天）", " (today)") if day == told.today else ""
            yield f"  {day}{today}  {count}"
    if told.latest:
        yield ""
        yield from page.heading(w.latest)
        for category, answer in told.latest:
            result = w.did_pass if answer.passed else w.did_not
            said = "" if answer.text is None else w.quote.format(quote=answer.text)
            lead = f"{answer.day}  {result}  {category_name(category, lang)}  "
            yield from page.prose(said or w.not_kept, 2, lead)
