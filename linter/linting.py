"""The whole walk for one call: text, signals, judging, triage, scoring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from linter.judging.diagnosis import diagnose
from linter.judging.engine import judge
from linter.model import Call, Report
from linter.rulebook.load import load_builtin, load_paths
from linter.rulebook.types import RuleBook
from linter.scoring.score import score
from linter.signals.detect import Detector
from linter.signals.slots import SlotTracker
from linter.signals.view import CallView, prepare
from linter.triage.select import Selection, check_names, split


class Linter:
    """Lints calls by a rule book.

    :param rules: rule files, folders of them, or ``builtin``; nothing for the built-in packs.
        A :class:`RuleBook` that was loaded before is taken as it is.
    :param selection: which findings are shown.
    :raises RuleErrors: with everything that is wrong in the rule files.
    :raises UsageError: for a selected or ignored name that does not exist.

    >>> from linter import Call, Linter, Turn
    >>> turns = (Turn("customer", "我要投诉！"), Turn("agent", "你投诉去吧，投诉也没用。"))
    >>> report = Linter().lint(Call("c1", turns))
    >>> [finding.category for finding in report.findings if finding.severity == "error"]
    ['request_ignored', 'backtalk']
    """

    def __init__(
        self,
        rules: RuleBook | Sequence[Path | str] = (),
        selection: Selection | None = None,
    ) -> None:
        if isinstance(rules, RuleBook):
            self.book = rules
        else:
            self.book = load_paths(rules) if rules else load_builtin()
        self.selection = selection or Selection()
        check_names(self.book, (*self.selection.select, *self.selection.ignore))
        self._off = frozenset(
            rule.id
            for rule in self.book.rules
            if not self.selection.covers(rule.id, rule.category, rule.pack)
        )
        self._packs = {rule.id: rule.pack for rule in self.book.rules}
        self.detector = Detector(self.book)
        self._tracker = SlotTracker(self.book.slots, self.detector)

    def view(self, call: Call) -> CallView:
        """The call as the rules see it."""
        return prepare(call, self.detector, self._tracker)

    def lint(self, call: Call) -> Report:
        """Everything the rules have to say about a call.

        A rule that was not selected costs no points and takes no other rule's place; a finding
        that is hidden for its severity or certainty does.
        """
        view = self.view(call)
        judged = judge(self.book, view, self._off)
        shown, hidden = split(judged.findings, self.selection, self._packs)
        return Report(
            call=call,
            findings=shown,
            verdicts=judged.verdicts,
            diagnosis=diagnose(self.book, view, judged),
            scores=score(self.book, judged.findings),
            hidden=(*judged.hidden, *hidden),
        )


def lint(calls: Iterable[Call], rules: Sequence[Path | str] = ()) -> Iterable[Report]:
    """Lint calls one after the other."""
    linter = Linter(rules)
    return (linter.lint(call) for call in calls)
