"""Which mutants of a rule book its tests notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.frozen import dataclass
from linter.judging.engine import Judge, Judged, judge
from linter.linting import Linter
from linter.rulebook.types import Rise, RuleBook
from linter.ruletest.cases import Case
from linter.ruletest.mutants import Mutant
from linter.ruletest.outcomes import compared
from linter.ruletest.reach import Reach
from linter.ruletest.variants import Variants
from linter.signals.view import CallView


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of a mutant.

    :ivar killer: a test that passed and fails with the mutant; ``None`` for a survivor.
    """

    mutant: Mutant
    killer: Case | None


def try_mutants(
    linter: Linter, cases: Iterable[Case], mutants: Iterable[Mutant]
) -> Iterator[Trial]:
    """Run each mutant against the tests of the rules that it can be felt in.

    What a signal asks the learned scorer is tried in the book as it is, everything else first in
    the book with the scorer silent: it lets go of the same harmless wordings as the exceptions,
    which would hide that a test of an exception does its work.

    :param linter: the rule book as it is.
    :param cases: tests; left out are those that fail without any mutant, which prove nothing,
        and those whose call brings a profile into force: it is judged by another book.
    :param mutants: of the linter's rule book.
    """
    cases = tuple(cases)
    asking = _Trials(linter, cases)
    bare = _silent(linter.book)
    alone = asking if bare is linter.book else _Trials(Linter(bare), cases)
    for mutant in mutants:
        if mutant.kind == "opinion":
            yield Trial(mutant, asking.killer(mutant))
        else:
            silent = alone.killer(replace(mutant, book=_silent(mutant.book)))
            # What only the scorer finds is excused only where it speaks.
            yield Trial(mutant, silent or asking.killer(mutant))


class _Trials:
    def __init__(self, linter: Linter, cases: Iterable[Case]) -> None:
        self._variants = Variants(linter)
        self._reach = Reach(linter.book)
        self._views: list[tuple[Case, CallView]] = []
        judge = Judge(linter.book)
        for case in cases:
            view = linter.view(case.call)
            own_book = linter.for_call(case.call) is linter
            if own_book and compared(case, judge.judge(view)).outcome == "passed":
                self._views.append((case, view))

    def killer(self, mutant: Mutant) -> Case | None:
        """The first test that notices it."""
        found = (self._failing(mutant, rules) for rules in self._touched(mutant))
        return next(filter(None, found), None)

    def _touched(self, mutant: Mutant) -> Iterator[tuple[str, ...]]:
        """The rules that may judge otherwise with the mutant, the most likely ones first."""
        if mutant.deaf:
            yield (mutant.subject,)
        elif mutant.is_signal:
            touched = self._reach.rules(signal=mutant.subject)
            naming = tuple(rule for rule in touched if mutant.subject in self._reach.named([rule]))
            yield naming
            yield tuple(rule for rule in touched if rule not in naming)
        else:
            yield self._reach.rules(rule=mutant.subject)

    def _failing(self, mutant: Mutant, rules: tuple[str, ...]) -> Case | None:
        """The first test of these rules that fails with the mutant."""
        affected = [(case, view) for case, view in self._views if case.rule.id in rules]
        if not affected:
            return None
        variant = self._variants.of(mutant.book, mutant.subject) if mutant.is_signal else None
        judge = Judge(mutant.book if mutant.deaf else self._part(mutant.book, rules))
        for case, view in affected:
            seen = variant.view(case.call) if variant else view
            judged = judge.judge(seen)
            if mutant.deaf:
                judged = _deaf(mutant.book, seen, judged)
            if compared(case, judged).outcome != "passed":
                return case
        return None

    def _part(self, book: RuleBook, rules: Iterable[str]) -> RuleBook:
        """The book with no more rules than these rest on: the rest takes its time for nothing."""
        needed = self._reach.looked_at(rules)
        return replace(book, rules=tuple(rule for rule in book.rules if rule.id in needed))


def _silent(book: RuleBook) -> RuleBook:
    """The book without what it asks the learned scorer; itself if that is nothing."""
    asking = {
        name: replace(spec, learned=None, weighed=None)
        for name, spec in book.signals.items()
        if spec.learned is not None or spec.weighed is not None
    }
    rules = tuple(replace(rule, weighed=None) if rule.weighed else rule for rule in book.rules)
    if not asking and rules == book.rules:
        return book
    return replace(book, rules=rules, signals={**book.signals, **asking})


def _deaf(book: RuleBook, view: CallView, judged: Judged) -> Judged:
    """Judged as if rules whose findings all gave way to others had not been there."""
    silent = {f.rule for f in judged.hidden} - {f.rule for f in judged.findings}
    rules = (r for r in book.rules if isinstance(r.judge, Rise) or r.id not in silent)
    return judge(replace(book, rules=tuple(rules)), view)
