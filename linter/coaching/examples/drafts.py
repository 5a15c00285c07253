"""What becomes an example once the call is masked: which turn, which words, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from linter.coaching.examples.moments import (
    answer_signals,
    moment_signals,
    moments_before,
    plain,
)
from linter.judged import Report, Verdict
from linter.model import Evidence, Finding
from linter.rulebook.types import Rule, RuleBook
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

WINDOW = 3
"""Turns of a search for something missing, up to which each of them is a part of the fault."""


class Mark(NamedTuple):
    """Words that matter, in code points of the original turn; the label quotes nothing."""

    turn: int
    start: int
    end: int
    as_: str
    label: str


class Draft(NamedTuple):
    """An example to be.

    :ivar speaking: the speaking turn that it is about, and ``turn`` the original one of it.
    :ivar marks: the words in question first, then the evidence.
    :ivar found: the number of the finding among those of the report, where it is one.
    """

    good: bool
    rule: Rule
    speaking: SpeakingTurn
    turn: int
    marks: tuple[Mark, ...]
    moment: str
    moments: tuple[str, ...]
    reasons: tuple[str, ...]
    found: int | None = None
    lookalike: str = ""


class Facts(NamedTuple):
    """What is to be known of a rule book.

    :ivar moments: the signals that make a moment.
    :ivar answers: the signals that answer one.
    """

    rules: Mapping[str, Rule]
    moments: Sequence[str]
    answers: Sequence[str]

    @classmethod
    def of(cls, book: RuleBook) -> Facts:
        """Find it out."""
        rules = {rule.id: rule for rule in book.rules}
        return cls(rules, moment_signals(book), answer_signals(book))


class Examined:
    """A call with all that the rules say of it.

    :param facts: of the rules that judged it.
    """

    def __init__(self, view: CallView, report: Report, facts: Facts) -> None:
        self.view = view
        self.report = report
        self.rules = facts.rules
        self._names = facts.moments
        self._answers = facts.answers
        self._numbers = {piece.turn: turn.number for turn in view.turns for piece in turn.pieces}

    def speaking(self, turn: int) -> SpeakingTurn:
        """The speaking turn of an original turn."""
        return self.view.turns[self._numbers[turn]]

    def judged(self) -> Iterator[tuple[Rule, Verdict]]:
        """The rules that were asked for, and what they say of the call."""
        for verdict in self.report.verdicts:
            if verdict.rule not in self.report.off:
                yield self.rules[verdict.rule], verdict

    @cached_property
    def spoiled(self) -> Mapping[int, set[str]]:
        """Numbers of speaking turns that are no example of a good answer, and the categories why.

        Whatever was found there is a reason, be it hidden, doubtful or taken out by somebody; so
        is being one of the few turns in which something was looked for in vain.
        """
        found: dict[int, set[str]] = {}
        for finding in self._problems():
            window = finding.window if len(finding.window) <= WINDOW else ()
            for turn in (finding.turn, *window):
                found.setdefault(self._numbers[turn], set()).add(finding.category)
        return found

    def _problems(self) -> Iterator[Finding]:
        report = self.report
        taken_out = (one.finding for one in report.suppressed)
        return (f for f in (*report.findings, *report.hidden, *taken_out) if not f.praise)

    def is_polite(self, found: Finding) -> bool:
        """Whether kind words stand in the turn of a finding beside what was found."""
        number = self._numbers[found.turn]
        return any(
            seen.speaking == number
            and seen.hit.certainty == "certain"
            and not (
                seen.hit.turn == found.turn
                and seen.hit.start < found.end
                and found.start < seen.hit.end
            )
            for name in self._answers
            for seen in self.view.standing(name)
        )

    def is_moment(self, speaking: SpeakingTurn) -> bool:
        """Whether a customer's turn calls for an answer that rules know of: anger, a demand ..."""
        return any(
            seen.speaking == speaking.number
            for name in self._names
            for seen in self.view.standing(name)
        )

    def moments(self, speaking: SpeakingTurn) -> list[tuple[str, int]]:
        """What the customer has just said that makes it a moment, and where, nearest first."""
        return list(moments_before(self.view, self._names, speaking))


def evidence_marks(chain: Sequence[Evidence]) -> tuple[Mark, ...]:
    """Where the evidence stands; of several parts that one place plays the first."""
    marks: dict[tuple[int, int, int], Mark] = {}
    for item in chain:
        place = (item.turn, item.start, item.end)
        marks.setdefault(place, Mark(*place, item.as_, plain(item.label)))
    return tuple(marks.values())
