"""The whole walk for one call: text, signals, judging, triage, scoring."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from pathlib import Path

from linter.judging.diagnosis import diagnose
from linter.judging.engine import Judge
from linter.model import Call, Report
from linter.rulebook.cached import load_book
from linter.rulebook.files import BUILTIN
from linter.rulebook.profiles import in_force, meant, with_profiles
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
    :param profiles: names of profiles to be in force for every call; later ones win. Those that
        say for which calls they are (``when``) need not be named.
    :ivar book: the rules with these profiles in force.
    :raises RuleErrors: with everything that is wrong in the rule files.
    :raises UsageError: for a profile, or a selected or ignored name, that does not exist.

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
        profiles: Iterable[str] = (),
    ) -> None:
        if isinstance(rules, RuleBook):
            book = with_profiles(rules, profiles)
        else:
            book = load_book(rules or (BUILTIN,), profiles)
        self.selection = selection or Selection()
        check_names(book, (*self.selection.select, *self.selection.ignore))
        self._prepare(book)

    def _prepare(self, book: RuleBook) -> None:
        self.book = book
        self._off = frozenset(
            rule.id
            for rule in book.rules
            if not self.selection.covers(rule.id, rule.category, rule.pack)
        )
        self._packs = {rule.id: rule.pack for rule in book.rules}
        self._judge = Judge(book, self._off)
        self.detector = Detector(book)
        self._tracker = SlotTracker(book.slots, self.detector)
        self._others: dict[tuple[str, ...], Linter] = {}

    def for_call(self, call: Call) -> Linter:
        """The linter with the profiles that the call itself asks for, too.

        What the user asked for wins over what the call does. Each is made when it is first needed.

        :raises RuleErrors: when the profiles' changes do not go together.
        """
        asked = meant(self.book, call)
        if not asked:
            return self
        if asked not in self._others:
            other = copy.copy(self)
            other._prepare(in_force(self.book, (*asked, *self.book.active)))
            self._others[asked] = other
        return self._others[asked]

    def view(self, call: Call) -> CallView:
        """The call as the rules see it."""
        linter = self.for_call(call)
        return prepare(call, linter.detector, linter._tracker)

    def lint(self, call: Call) -> Report:
        """Everything the rules have to say about a call.

        A rule that was not selected costs no points and takes no other rule's place; a finding
        that is hidden for its severity or certainty does.
        """
        return self.for_call(call)._lint(call)

    def _lint(self, call: Call) -> Report:
        view = self.view(call)
        judged = self._judge.judge(view)
        shown, hidden = split(judged.findings, self.selection, self._packs)
        return Report(
            call=call,
            findings=shown,
            verdicts=judged.verdicts,
            diagnosis=diagnose(self.book, view, judged),
            scores=score(self.book, judged.findings) if judged.evaluated else {},
            hidden=(*judged.hidden, *hidden),
            off=self._off,
        )


def lint(calls: Iterable[Call], rules: Sequence[Path | str] = ()) -> Iterable[Report]:
    """Lint calls one after the other."""
    linter = Linter(rules)
    return (linter.lint(call) for call in calls)
