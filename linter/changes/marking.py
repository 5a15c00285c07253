"""Which findings are on changed lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from linter.changes.changes import Changes
from linter.changes.lines import NOWHERE, Touched
from linter.judged import Report
from linter.judging.outcome import in_file
from linter.linting import Lints
from linter.model import Call, Finding, Turn


class Marked:
    """Says of every finding whether it is on changed lines.

    :param linter: what finds.
    :param only: whether findings that are not are hidden; of a call that nobody touched, nothing
        but its findings among the hidden and its simple scores is left.
    """

    def __init__(self, linter: Lints, changes: Changes, *, only: bool = False) -> None:
        self._linter = linter
        self._changes = changes
        self._only = only

    def lint(self, call: Call) -> Report:
        """What the linter says, with marks."""
        report = self._linter.lint(call)
        touched = self._changes.of(call.path) or NOWHERE
        marked = replace(
            report,
            findings=tuple(_marked(finding, call, touched) for finding in report.findings),
            hidden=tuple(_marked(finding, call, touched) for finding in report.hidden),
        )
        return _only_changed(marked, touched) if self._only else marked


def _marked(finding: Finding, call: Call, touched: Touched) -> Finding:
    return replace(finding, changed=is_changed(finding, call, touched))


def _only_changed(report: Report, touched: Touched) -> Report:
    shown = tuple(finding for finding in report.findings if finding.changed)
    others = tuple(finding for finding in report.findings if not finding.changed)
    left = replace(report, findings=shown, hidden=(*report.hidden, *others))
    turns = range(len(report.call.turns))
    if _stretch(report.call, turns, touched):
        return left
    return replace(left, verdicts=(), diagnosis=(), sheet=None)


def is_changed(finding: Finding, call: Call, touched: Touched) -> bool:
    """Whether what a finding rests on was changed: a line of its words, of any of its evidence,
    or, for a missing thing, anything where it was searched for, also by taking words out."""
    if touched.whole:
        return True
    places = [(finding.turn, finding.start, finding.end)]
    places += [(evidence.turn, evidence.start, evidence.end) for evidence in finding.evidence]
    for number, start, end in places:
        first, last = _lines(call.turns[number], start, end)
        if first is None or last is None or touched.lines(first, last):
            # In a file without lines, any change may be the one.
            return True
    return bool(finding.window) and _stretch(call, finding.window, touched)


def _stretch(call: Call, turns: range | tuple[int, ...], touched: Touched) -> bool:
    if touched.whole:
        return True
    known = [line for number in turns for line in _of_turn(call.turns[number])]
    if not known:
        return bool(touched.ranges or touched.gaps)
    first, last = min(known), max(known)
    if _is_one_line(call):
        # What was taken out beside it was another call.
        return touched.lines(first, last)
    return touched.stretch(first, last)


def _is_one_line(call: Call) -> bool:
    return len({turn.line for turn in call.turns}) == 1 and len(call.turns) > 1


def _of_turn(turn: Turn) -> Iterator[int]:
    return (line for line in _lines(turn, 0, len(turn.text)) if line is not None)


def _lines(turn: Turn, start: int, end: int) -> tuple[int | None, int | None]:
    """First and last line of words."""
    return in_file(turn, start)[0], in_file(turn, max(start, end - 1))[0]
