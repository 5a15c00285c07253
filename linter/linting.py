"""The whole walk for one call: text, signals, judging, triage, scoring."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from linter.compiled import Compiled, compiled_variant, load_compiled
from linter.judged import Report
from linter.judging.alternatives import with_alternatives
from linter.judging.diagnosis import diagnose
from linter.judging.engine import Judge, Judged
from linter.judging.load import burden
from linter.judging.plan import Plan
from linter.model import Call, Finding
from linter.rulebook.packing import pack
from linter.rulebook.profiles import meant, with_profiles
from linter.rulebook.types import RuleBook
from linter.scoresheet import ScoreSheet
from linter.scoring.score import score
from linter.signals.casting import with_roles
from linter.signals.detect import Detector
from linter.signals.slots import SlotTracker
from linter.signals.view import CallView, prepare
from linter.text.spoken import heard
from linter.triage.select import Selection, check_names, split
from linter.triage.severities import graded

if TYPE_CHECKING:  # a run without a scheme needs none of it
    from linter.scoring.scheme import Scheme
    from linter.scoring.sheet import Scorer

Rules = RuleBook | Path | str | Sequence[Path | str]
"""Rule files and folders, one or several, or a book that was loaded before."""


class Lints(Protocol):
    """What says everything there is to say of a call: a :class:`Linter`, or one with more around
    it. Whoever lints in several processes needs one that can be pickled."""

    def lint(self, call: Call) -> Report:
        """Everything there is to say about a call."""


class Linter:
    """Lints calls by a rule book.

    It changes nothing but itself, prints nothing, and may be shared by threads. It can be pickled:
    other processes get the compiled rules and read no rule files.

    :param rules: rule files, folders of them, or ``builtin``; none for the built-in packs.
        A :class:`RuleBook` that was loaded before is taken as it is.
    :param selection: which findings are shown.
    :param profiles: names of profiles to be in force for every call; later ones win. Those that
        say for which calls they are (``when``) need not be named.
    :param scheme: a scoring scheme to fill in a sheet by for every call: a file, the name of one
        that comes with the program, or one that was loaded before for these rules.
    :ivar book: the rules with these profiles in force.
    :ivar detector: finds the book's signals.
    :ivar tracker: follows the pieces of information that the book knows.
    :raises RuleErrors: with everything that is wrong in the rule files, or in the scheme.
    :raises UsageError: for a profile, a scheme, or a selected or ignored name, that does not exist.

    >>> from linter import Call, Linter, Turn
    >>> turns = (Turn("customer", "我要投诉！"), Turn("agent", "你投诉去吧，投诉也没用。"))
    >>> report = Linter().lint(Call("c1", turns))
    >>> [finding.category for finding in report.findings if finding.severity == "error"]
    ['request_ignored', 'backtalk']
    """

    def __init__(
        self,
        rules: Rules = (),
        selection: Selection | None = None,
        profiles: Iterable[str] = (),
        scheme: Scheme | Path | str | None = None,
    ) -> None:
        self.selection = selection or Selection()
        if isinstance(rules, RuleBook):
            self._prepare(with_profiles(rules, profiles))
        else:
            paths = (rules,) if isinstance(rules, Path | str) else rules
            made = load_compiled(paths, profiles)
            self._prepare(made.book, made)
        check_names(self.book, (*self.selection.select, *self.selection.ignore))
        if isinstance(scheme, Path | str):
            from linter.scoring.load import load_scheme

            scheme = load_scheme(scheme, self.book)
        self._score_by(scheme)

    def _score_by(self, scheme: Scheme | None) -> None:
        self.scheme = scheme
        self._scorer: Scorer | None = None
        if scheme is not None:
            from linter.scoring.sheet import Scorer

            self._scorer = Scorer(scheme, self.book, self._off)

    def _prepare(self, book: RuleBook, made: Compiled | None = None) -> None:
        """Make what lints by a book.

        :param made: the compiled book, when there is one; otherwise signals are compiled when
            they are first looked for.
        """
        self._written = book
        book = self.book = graded(book, self.selection.severities)
        self._off = frozenset(
            rule.id
            for rule in book.rules
            if not self.selection.covers(rule.id, rule.category, rule.pack)
        )
        self._packs = {rule.id: rule.pack for rule in book.rules}
        self._plan = made.plan if made else Plan.of(book)
        self._judge = Judge(book, self._off, self._plan)
        self.detector = Detector(book, made.signals if made else None)
        self.tracker = SlotTracker(book.slots, self.detector, made.values if made else None)
        self._others: dict[tuple[str, ...], Linter] = {}

    def for_call(self, call: Call) -> Linter:
        """The linter with the profiles that the call itself asks for, too.

        What the user asked for wins over what the call does. Each is made when it is first needed.

        :raises RuleErrors: when the profiles' changes do not go together.
        """
        asked = meant(self.book, call)
        if not asked:
            return self
        found = self._others.get(asked)
        if found is None:
            made = compiled_variant(self._written, (*asked, *self.book.active))
            # Of two threads that come here at once, both get the one that was kept first.
            made_anew = _made(made, self.selection, self.scheme)
            found = self._others.setdefault(asked, made_anew)
        return found

    def alike(self, selection: Selection, profiles: Iterable[str] | None = None) -> Linter:
        """A linter by the same rules that shows something else; what can be shared is.

        :param profiles: those in force in place of the ones that are; they exist.
        :raises RuleErrors: when the profiles' changes do not go together.
        """
        asked = self.book.active if profiles is None else tuple(dict.fromkeys(profiles))
        if asked != self.book.active:
            return _made(compiled_variant(self._written, asked), selection, self.scheme)
        return _made(self._compiled(), selection, self.scheme)

    def view(self, call: Call) -> CallView:
        """The call as the rules see it."""
        return self._views(with_roles(call))[0]

    def _views(self, call: Call) -> list[CallView]:
        """The call as it is heard; a script with alternatives in as many ways."""
        linter = self.for_call(call)
        return [prepare(call, linter.detector, linter.tracker, said) for said in heard(call)]

    def lint(self, call: Call) -> Report:
        """Everything the rules have to say about a call.

        A rule that was not selected costs no points and takes no other rule's place; a finding
        that is hidden for its severity or certainty does.
        Who the agent is, is told from what is said where the call does not say it.
        """
        call = with_roles(call)
        linter = self.for_call(call)
        return linter.report(*linter.judged(call))

    def judged(self, call: Call) -> tuple[CallView, Judged]:
        """The call as this very linter sees it, and all rules' answers, to be shown or not.

        :param call: with its roles; see :meth:`for_call` for whose turn it is.
        """
        view, *others = self._views(call)
        judged = self._judge.judge(view)
        if others:
            judged = with_alternatives(judged, map(self._judge.judge, others), self.book)
        return view, judged

    def report(self, view: CallView, judged: Judged, excused: Collection[Finding] = ()) -> Report:
        """What there is to say of a call that was judged.

        :param excused: of the findings those that are not justified: they cost no points and are
            missing in no diagnosis.
        """
        shown, hidden = split(judged.findings, self.selection, self._packs)
        if excused:
            kept = tuple(found for found in judged.findings if found not in excused)
            judged = replace(judged, findings=kept)
        return Report(
            call=view.call,
            findings=shown,
            verdicts=judged.verdicts,
            diagnosis=diagnose(self.book, view, judged),
            scores=score(self.book, judged.findings) if judged.evaluated else {},
            hidden=(*judged.hidden, *hidden),
            off=self._off,
            load=burden(view) if self.selection.load else (),
            sheet=self._sheet(view.call, judged),
        )

    def _sheet(self, call: Call, judged: Judged) -> ScoreSheet | None:
        """The call's score by the scheme; a script library is no call that anybody has led."""
        if self._scorer is None or call.kind != "call":
            return None
        return self._scorer.sheet(judged.findings, judged.verdicts)

    def _compiled(self) -> Compiled:
        values = self.tracker.values.packed()
        return Compiled(self._written, self.detector.prepared(), values, self._plan)

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpacked, (pack(self._compiled()), self.selection, self.scheme)


def _made(made: Compiled, selection: Selection, scheme: Scheme | None = None) -> Linter:
    linter = Linter.__new__(Linter)
    linter.selection = selection
    linter._prepare(made.book, made)
    linter._score_by(scheme)
    return linter


def _unpacked(packed: bytes, selection: Selection, scheme: Scheme | None) -> Linter:
    return _made(pickle.loads(packed), selection, scheme)


def lint(
    calls: Iterable[Call],
    rules: Rules = (),
    selection: Selection | None = None,
    profiles: Iterable[str] = (),
    scheme: Scheme | Path | str | None = None,
) -> Iterator[Report]:
    """Lint calls one after the other, each when its report is asked for.

    Parameters and errors are those of :class:`Linter`, and the errors come at once.
    """
    linter = Linter(rules, selection, profiles, scheme)
    return (linter.lint(call) for call in calls)
