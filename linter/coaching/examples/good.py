"""Good turns: what was required and came, and what deserves praise, where nothing else is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.coaching.examples import difficulty
from linter.coaching.examples.bad import place_of
from linter.coaching.examples.drafts import Draft, Examined, Mark, evidence_marks
from linter.coaching.examples.moments import moment_of
from linter.model import Finding, Hit
from linter.rulebook.types import Require, Rule
from linter.signals.detect import Seen
from linter.text.turns import SpeakingTurn

NEAR = 8
"""Original turns between a trigger and its answer, beyond which a reader sees no connexion."""


def good_drafts(examined: Examined) -> Iterator[Draft]:
    """The answers that are certain, in turns of which nothing bad is said."""
    for number, found in enumerate(examined.report.findings):
        speaking = examined.speaking(found.turn)
        if found.praise and found.certainty == "certain" and _is_clean(examined, speaking):
            yield _praised(examined, found, number, speaking)
    for rule, verdict in examined.judged():
        if verdict.status == "met" and verdict.turn is not None:
            draft = _met(examined, rule, verdict.turn)
            if draft is not None:
                yield draft


def _is_clean(examined: Examined, speaking: SpeakingTurn) -> bool:
    """Whether nothing bad is said in it, and the customer does not go on as before."""
    if speaking.role != "agent" or speaking.number in examined.spoiled:
        return False
    following = (t for t in examined.view.customer_turns if t.number > speaking.number)
    after = next(following, None)
    return after is None or not examined.is_moment(after)


def _praised(examined: Examined, found: Finding, number: int, speaking: SpeakingTurn) -> Draft:
    before = examined.moments(speaking)
    steps = {item.turn for item in found.evidence if item.as_ == "step"}
    cause = min(steps, default=None)
    moment = moment_of(found.evidence) or next((name for name, _ in before), "")
    return Draft(
        good=True,
        rule=examined.rules[found.rule],
        speaking=speaking,
        turn=found.turn,
        marks=(
            Mark(found.turn, found.start, found.end, "focus", ""),
            *evidence_marks(found.evidence),
        ),
        moment=moment,
        moments=tuple(dict.fromkeys(filter(None, (moment, *(name for name, _ in before))))),
        reasons=difficulty.of_answer(examined.view, cause, speaking, len(steps)),
        found=number,
    )


def _met(examined: Examined, rule: Rule, turn: int) -> Draft | None:
    """What a rule required and got; nothing when it does not show what it answers."""
    spec, speaking = rule.judge, examined.speaking(turn)
    if not isinstance(spec, Require) or not _is_clean(examined, speaking):
        return None
    trigger = _trigger(examined, spec, turn)
    if spec.when and trigger is None:
        return None
    said = _words(examined, spec, turn)
    if not said or (spec.where == "opening" and not _is_opening(examined, speaking, said)):
        return None
    most = _plainest(spec, said)
    marks = [Mark(turn, most.start, most.end, "focus", "")]
    before = [name for name, _ in examined.moments(speaking)]
    moment = place_of(rule)
    if trigger is not None:
        hit = trigger.hit
        moment = hit.signal
        marks.append(Mark(hit.turn, hit.start, hit.end, "trigger", hit.signal))
    return Draft(
        good=True,
        rule=rule,
        speaking=speaking,
        turn=turn,
        marks=tuple(marks),
        moment=moment,
        moments=tuple(dict.fromkeys(filter(None, (moment, *before)))),
        reasons=difficulty.of_answer(
            examined.view, trigger.hit.turn if trigger else None, speaking, 1
        ),
    )


def _trigger(examined: Examined, spec: Require, turn: int) -> Seen | None:
    """The nearest certain trigger before an answer."""
    found = [
        seen
        for seen in examined.view.any_hits(spec.when)
        if turn - NEAR <= seen.hit.turn < turn and seen.hit.certainty == "certain"
    ]
    return found[-1] if found else None


def _words(examined: Examined, spec: Require, turn: int) -> list[Hit]:
    """The certain words in a turn that meet a requirement."""
    return [
        seen.hit
        for seen in examined.view.any_hits(spec.signals)
        if seen.hit.turn == turn and seen.hit.certainty == "certain"
    ]


def _plainest(spec: Require, said: Sequence[Hit]) -> Hit:
    """The longest words of what the rule names first: an apology before a promise."""
    order = {ref.name: place for place, ref in reversed([*enumerate(spec.signals)])}
    return min(said, key=lambda hit: (order.get(hit.signal, len(order)), hit.start - hit.end))


def _is_opening(examined: Examined, speaking: SpeakingTurn, said: Sequence[Hit]) -> bool:
    """Whether it is worth showing: the very first words, and more than a bare 您好 or 请问."""
    return speaking is examined.view.agent_turns[0] and len(said) > 1
