"""A rule's tests as examples: dialogues with the words to be reported in bold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.reports.words import words
from linter.rulebook.types import Rule, RuleTest
from linter.rulepages.markup import escaped, link, strong

_MARKED = re.compile("【([^【】]*)】")
_VERDICTS = {"met": "要做的做到了", "not_applicable": "用不上", "not_evaluated": "没法判"}


def example_lines(rule: Rule, *, flags: bool) -> Iterator[str]:
    """The examples that are reported, or those that look like it and are not."""
    tests = [test for test in rule.tests if test.flags == flags]
    for number, test in enumerate(tests, 1):
        notes = "，".join(_notes(rule, test))
        yield ""
        yield f"例 {number}（{notes}）：" if notes else f"例 {number}："
        yield ""
        yield from (f"- {_spoken(line)}" for line in test.text.splitlines() if line.strip())


def _notes(rule: Rule, test: RuleTest) -> Iterator[str]:
    fixed = words("zh")
    if test.kind == "script":
        yield "话术库"
    if test.severity is not None:
        yield f"报作{fixed.severities[test.severity]}"
    if test.certainty is not None:
        yield "确定" if test.certainty == "certain" else "需复核"
    if test.late:
        yield "做到了，但晚了"
    if test.yields:
        yield f"只报 {'、'.join(map(link, rule.yields_to))}"
    if test.verdict in _VERDICTS:
        yield _VERDICTS[test.verdict]


def _spoken(line: str) -> str:
    """A line; what it begins with, in marks of a comment, is said of the whole call."""
    if line.lstrip().startswith("#"):
        return f"（{escaped(line.lstrip(' #'))}）"
    # Every second piece stood in marks.
    pieces = _MARKED.split(line)
    return "".join(
        strong(piece) if number % 2 else _joined(piece) for number, piece in enumerate(pieces)
    )


def _joined(piece: str) -> str:
    """Escaped, with the spaces at its ends: they stand between it and the marked words."""
    inner = piece.strip()
    if not inner:
        return piece
    before, _, after = piece.partition(inner)
    return f"{before}{escaped(inner)}{after}"
