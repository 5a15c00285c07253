"""Bad turns: what was found wrong in what an agent said, or did not say."""

from __future__ import annotations

from collections.abc import Iterator

from linter.coaching.examples import difficulty
from linter.coaching.examples.drafts import Draft, Examined, Mark, evidence_marks
from linter.coaching.examples.moments import CLOSING, OPENING, moment_of
from linter.model import Finding
from linter.rulebook.types import Measure, Require, Rule

PLACES = {"opening": OPENING, "closing": CLOSING}
"""Where a rule requires something → the moment."""


def bad_drafts(examined: Examined, review: bool) -> Iterator[Draft]:
    """The findings that can be shown by a few turns.

    :param review: whether those that need a person's look are taken, too.
    """
    for number, found in enumerate(examined.report.findings):
        rule = examined.rules[found.rule]
        if found.praise or isinstance(rule.judge, Measure):
            continue
        if examined.report.call.turns[found.turn].role != "agent":
            continue
        if found.certainty == "certain" or review:
            yield _draft(examined, rule, found, number)


def _draft(examined: Examined, rule: Rule, found: Finding, number: int) -> Draft:
    speaking = examined.speaking(found.turn)
    before = [name for name, _ in examined.moments(speaking)]
    moment = moment_of(found.evidence) or place_of(rule) or next(iter(before), "")
    # Of what is missing there are no words to point at: the place is the turn.
    as_ = "missing" if found.window else "focus"
    focus = Mark(found.turn, found.start, found.end, as_, "")
    return Draft(
        good=False,
        rule=rule,
        speaking=speaking,
        turn=found.turn,
        marks=(focus, *evidence_marks(found.evidence)),
        moment=moment,
        moments=tuple(dict.fromkeys(filter(None, (moment, *before)))),
        reasons=difficulty.of_finding(
            found, examined.view, speaking, polite=examined.is_polite(found)
        ),
        found=number,
    )


def place_of(rule: Rule) -> str:
    """The moment of a rule that requires something at a place of the call."""
    spec = rule.judge
    return PLACES.get(spec.where or "", "") if isinstance(spec, Require) else ""
