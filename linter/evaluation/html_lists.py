"""Misses, false alarms and what a comparison found, with the dialogue around, for a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape

from linter.evaluation.cells import value_name
from linter.evaluation.comparing import Change, Comparison
from linter.evaluation.model import Record, Said
from linter.evaluation.reading_list import (
    change_title,
    changed_figures,
    evidence_line,
    how_sure,
    moved,
    speaker,
    titled,
)
from linter.evaluation.result import Alarm, Miss
from linter.reports import Lang
from linter.reports.cells import visible
from linter.wording import pick


def miss_items(misses: Iterable[Miss], lang: Lang) -> Iterator[str]:
    """Labels that were not found at their turn."""
    for miss in misses:
        label = miss.label
        yield _opened(miss.record, label.turn, value_name("category", label.category, lang))
        yield from dialogue(label.around, label.turn, lang)
        yield "</details>"


def alarm_items(alarms: Iterable[Alarm], lang: Lang) -> Iterator[str]:
    """Findings that no label bears out, with what they rest on."""
    for alarm in alarms:
        found = alarm.finding
        what = value_name("category", found.category, lang)
        yield _opened(alarm.record, found.turn, what, found.rule, *how_sure(found, lang))
        yield f"<p>{escape(visible(found.message))}</p>"
        yield from dialogue(found.around, found.turn, lang, (found.start, found.end))
        for place in found.evidence:
            said = escape(visible(evidence_line(place, lang)))
            yield f'<p class="turn small">{said}</p>'
        yield "</details>"


def comparison_section(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """What has changed since an earlier evaluation."""
    t = partial(pick, lang)
    yield f"<h2>{t('与之前相比', 'Compared with before')} ({comparison.compared})</h2><ul>"
    for line in changed_figures(comparison, lang):
        yield f"<li>{escape(line)}</li>"
    yield "</ul>"
    for gained in (True, False):
        changes = [change for change in comparison.changes if change.gained is gained]
        yield f"<h3>{change_title(gained, lang)} {len(changes)}</h3>"
        for change in changes:
            yield from _change(change, lang)
    for title, alarms in (
        (t("新的误报", "New false alarms"), comparison.came),
        (t("没有了的误报", "False alarms gone"), comparison.went),
    ):
        yield f"<h3>{title} {len(alarms)}</h3>"
        yield from alarm_items(alarms, lang)


def _change(change: Change, lang: Lang) -> Iterator[str]:
    label = change.after
    what = value_name("category", label.category, lang)
    yield _opened(change.record, label.turn, what, moved(change, lang))
    yield from dialogue(label.around, label.turn, lang)
    yield "</details>"


def _opened(record: Record, turn: int, *words: str) -> str:
    said = "  ".join([f"{record.id} #{turn}", *words, *filter(None, [record.grade])])
    where = f'<span class="small">{escape(visible(f"{record.path}:{record.line}"))}</span>'
    return f"<details><summary>{escape(visible(said))} {where}</summary>"


def dialogue(
    around: Iterable[Said], turn: int, lang: Lang, marked: tuple[int, int] = (0, 0)
) -> Iterator[str]:
    """The turns around a turn, which is set apart, with some of its words marked."""
    for said in around:
        own = said.turn == turn
        start, end = marked if own else (0, 0)
        parts = (said.text[:start], said.text[start:end], said.text[end:])
        before, inside, after = (escape(visible(part)) for part in parts)
        words = f"{before}<mark>{inside}</mark>{after}" if inside else before + after
        kind = "turn own" if own else "turn"
        yield f'<p class="{kind}">{titled(speaker(said, lang), words, lang)}</p>'
