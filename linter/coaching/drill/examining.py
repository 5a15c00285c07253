"""What the rules say of an answer: what was done well, what is wrong, what is missing.

The answer is put into a call of its own: the turns of the card, the answer, and a word of
listening (嗯。) from the customer. That word says nothing and ends nothing; without it a call that
the agent opens would have one side only, and no rule judges those. So the call ends with the
answer, and what is still to come is not known. Hence, of what is found in the call:

- what the card is about counts however mild it is;
- what has to be said at the beginning or the end of a call counts on cards that are about it;
- what is missing counts when the card is about it, or when the answer was the last turn in which it
  could have come; otherwise it is something for later, because the next turn may bring it;
- what rests on turns before a gap in the card is something to think about, because what excuses
  or meets it may have been left out;
- what is said of the turns before the answer was somebody else's doing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from linter.coaching.drill.cards import Card
from linter.coaching.drill.feedback import Feedback, Well
from linter.coaching.drill.weighing import Weighed, Weighing
from linter.frozen import dataclass
from linter.judged import Part, Report
from linter.judging.engine import Judged
from linter.linting import Linter
from linter.model import Call, Turn
from linter.rulebook.types import Require, Rule
from linter.signals.view import CallView
from linter.text.forms import forms
from linter.text.turns import is_substantive
from linter.triaged import Judging

_HAN = re.compile(r"[〇\u3400-\u9fff\U00020000-\U0003ffff]")

LISTENING = "嗯。"
"""What the customer says after the answer: nothing."""

OFF, SILENT, BEYOND = "off", "silent", "beyond"
"""Why the card's own rule says nothing: it is not in force here; nothing in the answer's call wants
it; what was said in the call does not break it here either, because that takes what the customer
said then, or what is left out."""


def says_something(answer: str) -> bool:
    """Whether an answer is one: a word of Chinese at least, and more than sounds of listening.

    The rules know Chinese only: to them nothing is wrong with ``x``, and the card would be passed.
    """
    return len(_HAN.findall(answer)) > 1 and is_substantive(forms([answer])[0])


def call_of(card: Card, answer: str) -> Call:
    """The call in which the answer is judged."""
    before = [Turn(turn.role, turn.text) for turn in card.turns]
    return Call(
        card.id,
        (*before, Turn("agent", answer), Turn("customer", LISTENING)),
        channel=card.channel,
        direction=card.direction,
        scene=card.scene,
        business=card.business,
    )


class Examiner:
    """Says what there is to say of answers.

    :param judging: the linter; it shows praise.
    """

    def __init__(self, judging: Judging) -> None:
        self._judging = judging

    def examine(self, card: Card, answer: str) -> Feedback:
        """What there is to say of an answer that says something."""
        feedback = self._examined(card, answer).feedback()
        if feedback.unjudged or feedback.is_about(card) or not card.instead:
            return feedback
        was = self._examined(card, card.instead).feedback()
        return feedback if was.is_about(card) else feedback._replace(unjudged=BEYOND)

    def _examined(self, card: Card, answer: str) -> _Examined:
        call = call_of(card, answer)
        linter = self._judging.for_call(call)
        view, judged = linter.judged(call)
        return _Examined(card, linter, view, judged, len(card.turns))


@dataclass(frozen=True, slots=True)
class _Examined:
    card: Card
    linter: Linter
    view: CallView
    judged: Judged
    turn: int

    def feedback(self) -> Feedback:
        rules = {rule.id: rule for rule in self.linter.book.rules}
        weighed = Weighing(self.card, rules, self.view, self.turn).weigh(self.judged)
        counted = (*weighed.wrong, *weighed.missing)
        report = self.linter.report(self.view, replace(self.judged, findings=counted, hidden=()))
        parts = self._parts(weighed, report)
        own = rules.get(self.card.rule)
        return Feedback(
            well=tuple(_once(self._well(weighed, rules, parts))),
            wrong=weighed.wrong,
            missing=weighed.missing,
            later=weighed.later,
            think=weighed.think,
            parts=parts,
            unpraised=_unpraised(own, weighed),
            unjudged=OFF if own is None or own.id in report.off else self._unjudged(own),
        )

    def _parts(self, weighed: Weighed, report: Report) -> tuple[Part, ...]:
        """The parts of the diagnosis that this moment asks for, by what counts of the findings."""
        doubtful = {found.aspect for found in weighed.think}
        return tuple(
            part
            for part in report.diagnosis
            if part.status == "缺失"
            or (part.status == "做到" and part.turn == self.turn)
            # That nothing was said against a person is shown by the first turn that shows it.
            or (part.name == "态度" and part.status == "做到" and "态度" not in doubtful)
        )

    def _well(
        self, weighed: Weighed, rules: dict[str, Rule], parts: tuple[Part, ...]
    ) -> Iterator[Well]:
        for found in weighed.praise:
            yield Well(found.quote, found.message)
        for verdict in self.judged.verdicts:
            spec = rules[verdict.rule].judge
            if (verdict.status, verdict.turn) != ("met", self.turn):
                continue
            if isinstance(spec, Require) and (spec.when or verdict.rule == self.card.rule):
                for seen in self.view.any_hits(spec.signals):
                    if seen.hit.turn == self.turn:
                        text = self.view.call.turns[self.turn].text
                        yield Well(text[seen.hit.start : seen.hit.end], seen.hit.signal)
                        break
        for part in parts:
            if part.status == "做到" and part.turn == self.turn and part.name != "态度":
                yield Well(part.quote, part.reason)

    def _unjudged(self, own: Rule) -> str:
        verdict = next(v for v in self.judged.verdicts if v.rule == own.id)
        if verdict.status == "not_evaluated":
            return verdict.reason
        silent = verdict.status == "not_applicable" and isinstance(own.judge, Require)
        return SILENT if silent else ""


def _unpraised(own: Rule | None, weighed: Weighed) -> str:
    """What the exemplar was praised for and the answer was not."""
    if own is None or not own.praise or any(found.rule == own.id for found in weighed.praise):
        return ""
    return own.message


def _once(wells: Iterator[Well]) -> Iterator[Well]:
    """Each words once, with what was said of them first."""
    seen: set[str] = set()
    for well in wells:
        if well.quote not in seen:
            seen.add(well.quote)
            yield well
