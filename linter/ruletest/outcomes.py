"""How tests come out: what a rule says of a call, against what its test expects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from linter.frozen import dataclass
from linter.judged import Verdict
from linter.judging.engine import Judged, judge
from linter.linting import Linter
from linter.model import Finding
from linter.ruletest.cases import Case, Mark

Outcome = Literal["passed", "missing", "wrong_place", "noisy", "different"]
"""``missing``: the marked words were not reported, and nothing else either; ``wrong_place``:
something else was instead; ``noisy``: there is a report where none should be; ``different``: the
right words, and not the severity, certainty or verdict that the test asks for."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something a test asks for besides its marks, and what there was.

    :ivar what: the test's key.
    """

    what: str
    wanted: str
    found: str


@dataclass(frozen=True, slots=True)
class Result:
    """How a case came out.

    :ivar unmet: marks of turns in which none of the marked words was reported.
    :ivar stray: findings of the rule outside the marks, late ones excepted.
    :ivar different: what else the test asks for and did not get.
    :ivar verdict: what the rule said of the whole call.
    """

    case: Case
    outcome: Outcome
    unmet: tuple[Mark, ...]
    stray: tuple[Finding, ...]
    different: tuple[Difference, ...]
    verdict: Verdict


def run_cases(linter: Linter, cases: Iterable[Case]) -> Iterator[Result]:
    """Judge each case by all rules of the linter and look at what its own rule says.

    A finding that yielded to another rule's counts as said. A rule reports a speaking turn
    once, so several marks in one turn stand for one report. A call that asks for a profile is
    judged with it.
    """
    for case in cases:
        own = linter.for_call(case.call)
        yield compared(case, judge(own.book, own.view(case.call)))


def compared(case: Case, judged: Judged) -> Result:
    """What the case's own rule said of its call, against what the test expects."""
    rule = case.rule.id
    none = Verdict(rule, "not_applicable", "这通对话用的方案去掉了这条规则")
    verdict = next((v for v in judged.verdicts if v.rule == rule), none)
    shown = [f for f in judged.findings if f.rule == rule]
    found = [*shown, *(f for f in judged.hidden if f.rule == rule)]
    met = [f for f in found if any(mark.covers(f) for mark in case.marks)]
    reported = {f.turn for f in met}
    unmet = tuple(mark for mark in case.marks if mark.turn not in reported)
    stray = tuple(f for f in found if not f.late and f not in met)
    different = tuple(_differences(case, met, shown, verdict))
    outcome: Outcome = "passed"
    if unmet:
        outcome = "wrong_place" if stray else "missing"
    elif stray:
        outcome = "noisy"
    elif different:
        outcome = "different"
    return Result(case, outcome, unmet, stray, different, verdict)


def _differences(
    case: Case, met: list[Finding], shown: list[Finding], verdict: Verdict
) -> Iterator[Difference]:
    test = case.test
    if test.verdict and test.verdict != verdict.status:
        yield Difference("verdict", test.verdict, verdict.status)
    for one in met:
        asked: tuple[tuple[str, object, object], ...] = (
            ("severity", test.severity, one.severity),
            ("certainty", test.certainty, one.certainty),
            ("late", test.late, one.late),
            ("yields", test.yields, one not in shown),
        )
        for what, wanted, found in asked:
            if wanted is not None and wanted != found:
                yield Difference(what, _written(wanted), _written(found))


def _written(value: object) -> str:
    """A value as a rule file writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
