"""A linter that leaves out what an exception, a comment or a baseline speaks of.

What is left out is in ``Report.suppressed``, still feeds rules of the second layer, marked so, and
still keeps the findings hidden that gave way to it. A reviewed exception or a comment says that
the finding is not justified: it costs no points. A baseline says only that it was there: it does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from linter.judged import Entry, Report, Suppressed
from linter.linting import Linter, Lints
from linter.model import Call, Finding
from linter.rulebook.types import RuleBook
from linter.signals.casting import with_roles
from linter.signals.view import CallView
from linter.triage.inline import Comments
from linter.triage.known import KnownRules
from linter.triage.traces import Traces

if TYPE_CHECKING:
    from linter.triage.baseline import Baseline, Left
    from linter.triage.exceptions import Exemption

MARKED = "（已忽略）"
"""Behind the label of evidence that is a finding which is not shown."""


class Judging(Protocol):
    """A :class:`Linter`, or something that has one for every call."""

    book: RuleBook

    def lint(self, call: Call) -> Report:
        """Everything there is to say of a call."""

    def for_call(self, call: Call) -> Linter:
        """The very linter of a call."""


class Examination(NamedTuple):
    """A call with all that was found out about it.

    :ivar book: the rules that judged it.
    """

    book: RuleBook
    view: CallView
    report: Report


class Triaged:
    """Lints as another linter does, and triages what it found.

    The calls of one file have to come one after the other, as every reader gives them: a baseline
    counts by file. It serves one run.

    :param quick: says the same of a call as the linter does, perhaps from memory; asked where
        nothing is said to be unjustified.
    :param today: ``YYYY-MM-DD``; entries whose last day is over do not hold.
    :ivar book: the linter's rules.
    """

    def __init__(
        self,
        linter: Judging,
        today: str,
        exemptions: Sequence[Exemption] = (),
        baseline: Baseline | None = None,
        quick: Lints | None = None,
    ) -> None:
        self._linter = linter
        self._quick = quick or linter
        self._today = today
        self._exemptions = tuple(exemptions)
        self._baseline = baseline
        self._known = KnownRules(linter.book)
        self._file: tuple[str, str, Left] | None = None

    @property
    def book(self) -> RuleBook:
        """The rules."""
        return self._linter.book

    def lint(self, call: Call) -> Report:
        """Everything there is to say of a call, less what is not to be shown."""
        call = with_roles(call)
        if not (call.ignores or any(one.may_cover(call) for one in self._exemptions)):
            report = self._quick.lint(call)
            if self._baseline is None:
                return report
            return _Decisions(self, call).applied(report)
        return self.examined(call).report

    def examined(self, call: Call) -> Examination:
        """The same with what it rests on, for who looks further; the call has its roles."""
        linter = self._linter.for_call(call)
        view, judged = linter.judged(call)
        decided = _Decisions(self, call, judged.findings, judged.hidden)
        report = linter.report(view, judged, decided.excused)
        return Examination(linter.book, view, decided.applied(report))

    def entries(self, call: Call) -> tuple[Comments, list[Exemption]]:
        """The comments and exceptions that may concern a call."""
        comments = Comments(call, self._known)
        concerned = [one for one in self._exemptions if one.concerns(call)]
        return comments, concerned

    def left(self, call: Call) -> tuple[str, Left] | None:
        """The baseline's name of the call's file, and its entries that are left."""
        if self._baseline is None:
            return None
        if self._file is None or self._file[0] != call.path:
            home = self._baseline.home(call.path)
            self._file = call.path, home, self._baseline.left(home)
        return self._file[1:]

    def holds(self, entry: Entry) -> bool:
        """Whether an entry has not expired."""
        return not entry.until or entry.until >= self._today

    @property
    def exemptions(self) -> Sequence[Exemption]:
        """All exceptions."""
        return self._exemptions

    @property
    def rules(self) -> Collection[str]:
        """The ids of the rules of the run."""
        return self._known.own


class _Decisions:
    """Which findings of a call are not shown, and because of what."""

    def __init__(
        self,
        triaged: Triaged,
        call: Call,
        findings: Sequence[Finding] = (),
        hidden: Sequence[Finding] = (),
    ) -> None:
        self._triaged = triaged
        self._call = call
        self._comments, concerned = triaged.entries(call)
        self._used: list[Entry] = []
        self._met = {one.entry for one in concerned} | set(self._comments.entries)
        self._left = triaged.left(call)
        self._by: dict[Finding, Entry] = {}
        for found in findings:
            self._decide(found)
        for found in hidden:
            # Nothing is shown of it, and yet an entry that speaks of it is no idle one.
            self._used += self._excuses(found)
        self.excused = frozenset(found for found, entry in self._by.items() if entry.excuses)

    def _decide(self, found: Finding) -> None:
        excuses = [*self._excuses(found)]
        self._used += excuses
        holding = [entry for entry in excuses if self._triaged.holds(entry)]
        if holding:
            self._by[found] = holding[0]

    def _excuses(self, found: Finding) -> Iterator[Entry]:
        yield from self._comments.of(found)
        for one in self._triaged.exemptions:
            if one.covers(found, self._call):
                yield one.entry

    def applied(self, report: Report) -> Report:
        """The report with what is not shown put aside."""
        for found in report.findings:
            self._look_up(found)
        if self._left is not None:
            self._note_hidden(report)
        out = [(found, self._by[found]) for found in report.findings if found in self._by]
        places = {_place(found) for found in self._by}
        shown = tuple(_marked(f, places) for f in report.findings if f not in self._by)
        return replace(
            report,
            findings=shown,
            suppressed=tuple(Suppressed(found, entry) for found, entry in out),
            traces=self._traces(),
        )

    def _look_up(self, found: Finding) -> None:
        """Ask the baseline for a finding that would be shown."""
        if self._left is None or found in self._by or found.praise:
            return
        from linter.triage.baseline import Mark

        known = self._left[1].take(Mark.of(found, self._call))
        if known is None:
            return
        self._used.append(known.entry)
        if self._triaged.holds(known.entry):
            self._by[found] = known.entry

    def _note_hidden(self, report: Report) -> None:
        """Entries for findings that this run does not show, as it was asked, are no idle ones."""
        from linter.triage.baseline import Mark

        assert self._left is not None
        for found in report.hidden:
            if found not in self._by:
                known = self._left[1].has(Mark.of(found, self._call))
                self._used += [known.entry] * known.count if known else []

    def _traces(self) -> Traces:
        paths = [(self._left[0], self._call.path)] if self._left else []
        met = (e for e in self._met if e.rule in self._triaged.rules)
        return Traces(self._used, met, paths, self._comments.mistakes)


Place = tuple[str, int, int, int]


def _place(found: Finding) -> Place:
    return found.rule, found.turn, found.start, found.end


def _marked(found: Finding, places: Collection[Place]) -> Finding:
    """The finding, with a word at the evidence that is a finding not shown."""
    if not any(item.as_ in ("cause", "yielded") for item in found.evidence):
        return found
    chain = tuple(
        replace(item, label=item.label + MARKED)
        if item.as_ in ("cause", "yielded")
        and (item.rule, item.turn, item.start, item.end) in places
        else item
        for item in found.evidence
    )
    return found if chain == found.evidence else replace(found, evidence=chain)
