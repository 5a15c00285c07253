"""One finding as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from linter.model import Call, Evidence, Finding
from linter.reports.categories import category_name
from linter.reports.options import Lang
from linter.reports.page import BOLD, CYAN, GREEN, RED, YELLOW, Page
from linter.reports.places import evidence_line, place, turn_list
from linter.reports.selection import chain
from linter.reports.words import Words

_OF_ITSELF = ("note", "measured")
_COLORS = {"error": RED, "warning": YELLOW, "info": CYAN}


def finding_lines(
    finding: Finding, call: Call, page: Page, words: Words, lang: Lang
) -> Iterator[str]:
    """What, where and in which words; why; what to say instead; what it rests on."""
    color = GREEN if finding.praise else _COLORS[finding.severity]
    grade = words.praise if finding.praise else words.severities[finding.severity]
    yield from page.prose(_what(finding, words, lang), 2, f"{grade} ", f"{BOLD};{color}")
    yield from page.prose(_where(finding, call, words), 2)
    spoken = call.turns[finding.turn].text
    yield from page.quote(spoken, finding.start, finding.end, 4, color)
    yield from page.prose(finding.message, 2)
    yield from page.prose(finding.why, 2, words.why, BOLD)
    yield from page.prose(finding.suggestion, 2, words.instead, BOLD)
    if finding.window:
        partly = any(evidence.as_ == "there" for evidence in finding.evidence)
        searched = words.searched_partly if partly else words.searched_turns
        said = searched.format(turns=turn_list(finding.window))
        yield from page.prose(said, 2, words.searched, BOLD)
    if finding.evidence:
        yield from page.heading(words.evidence, 2)
        for evidence in chain(finding.evidence):
            yield from page.prose(evidence_line(call, _short(finding, evidence), words), 4)


def _short(finding: Finding, evidence: Evidence) -> Evidence:
    """What is said of the finding's own words, without quoting them again."""
    place = (evidence.turn, evidence.start, evidence.end)
    own = place == (finding.turn, finding.start, finding.end)
    return replace(evidence, quote="") if own and evidence.as_ in _OF_ITSELF else evidence


def _what(finding: Finding, words: Words, lang: Lang) -> str:
    marks = [
        *([words.review] if finding.certainty == "review" else []),
        *([words.late] if finding.late else []),
    ]
    return " ".join([finding.rule, category_name(finding.category, lang), *marks])


def _where(finding: Finding, call: Call, words: Words) -> str:
    spoken = place(call, finding.turn, words)
    changed = f" {words.changed}" if finding.changed else ""
    if finding.cell:
        return f"{spoken} {finding.sheet}!{finding.cell}{changed}"
    if finding.line is None:
        return f"{spoken}{changed}"
    return f"{spoken} {words.line.format(line=finding.line)}{changed}"
