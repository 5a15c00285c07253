"""A card as the trainee sees it, before and after the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.coaching.drill.cards import Card
from linter.coaching.drill.feedback import Feedback
from linter.coaching.drill.leitner import State
from linter.coaching.drill.words import words
from linter.coaching.examples.model import ExampleTurn
from linter.model import Finding
from linter.reports import Lang, category_name
from linter.reports.page import BOLD, CYAN, DIM, GREEN, RED, YELLOW, Page
from linter.reports.words import words as report_words

_PARTS = "（没有："
"""Behind the message of a finding: which of several required things are missing."""


class Showing:
    """Lays out what there is to say of cards.

    :param page: where it is to fit.
    """

    def __init__(self, page: Page, lang: Lang) -> None:
        self.page = page
        self.lang: Lang = lang
        self._words = words(lang)
        self._of_reports = report_words(lang)

    def card(self, card: Card, number: int, of: int, state: State | None) -> Iterator[str]:
        """The moment, without a word of what it is about.

        :param number: 1-based.
        :param state: where the card stands; ``None`` for a new one.
        """
        w = self._words
        about = [
            w.card.format(number=number, of=of),
            w.box.format(box=state.box) if state else w.new,
            w.scene.format(grade=card.grade),
            *filter(None, (card.scene, card.business, self._channel(card))),
        ]
        yield from self.page.heading(w.comma.join(about), style=f"{BOLD};{CYAN}")
        for turn in card.turns:
            yield from self._gap(turn.skipped)
            yield from self._turn(turn)
        yield from self._gap(card.skipped)
        if not card.turns:
            yield from self.page.prose(w.opens, 2)

    def hint(self, card: Card, number: int) -> Iterator[str]:
        """One more hint.

        :param number: 1 for the first.
        """
        w = self._words
        if number == 1:
            aspect = self._of_reports.aspects.get(card.aspect, card.aspect)
            category = category_name(card.category, self.lang)
            yield from self.page.prose(w.hint.format(aspect=aspect, category=category))
            yield w.hint_more
        elif number == 2 and card.suggestion:
            yield from self.page.prose(card.suggestion, 0, w.suggestion, BOLD)
        else:
            yield w.no_suggestion if number == 2 else w.no_more

    def feedback(self, card: Card, feedback: Feedback) -> Iterator[str]:
        """What there is to say of an answer, what was done well first."""
        w = self._words
        yield from self._heading(w.well, feedback.well, GREEN)
        for well in feedback.well:
            quote = self._of_reports.quote.format(quote=well.quote)
            yield from self.page.prose(f"{quote} {well.what}", 4)
        for heading, findings, style in (
            (w.wrong, feedback.wrong, RED),
            (w.missing, feedback.missing, RED),
            (w.later, feedback.later, YELLOW),
            (w.think, feedback.think, YELLOW),
        ):
            yield from self._heading(heading, findings, style)
            for found in findings:
                unsaid = found.window and heading != w.wrong
                yield from self._unsaid(found) if unsaid else self._said(found)
        if feedback.unpraised:
            yield from self.page.prose(feedback.unpraised, 2, w.unpraised, YELLOW)
        said = (feedback.well, feedback.wrong, feedback.missing, feedback.later, feedback.think)
        if not any(said):
            yield from self.page.prose(w.clean, 2)
        yield from self._parts(feedback)
        if feedback.unjudged:
            why = w.unjudged.get(feedback.unjudged, w.unjudged_else)
            told = why.format(rule=card.rule, reason=self._reason(feedback.unjudged))
            yield from self.page.prose(told, 2)

    def exemplar(self, card: Card) -> Iterator[str]:
        """What was said in the call, and what is better."""
        w = self._words
        if card.instead:
            yield from self.page.prose(card.instead, 2, w.was, BOLD)
            yield from self.page.prose(card.message, 4)
        if card.better.source:
            yield from self.page.heading(w.better[card.better.source], 2)
            if card.better.lead:
                yield from self._turn(ExampleTurn("customer", card.better.lead), 4)
                yield from self._turn(ExampleTurn("agent", card.better.line), 4)
            else:
                yield from self.page.prose(card.better.line, 4)
        yield from self.page.prose(card.lookalike, 2, w.lookalike, BOLD)

    def result(self, state: State, *, passed: bool, hinted: bool) -> Iterator[str]:
        """Where the card went.

        :param passed: whether the answer was good, hints aside.
        """
        w = self._words
        said = w.again if not passed else w.hinted if hinted else w.moved
        style = GREEN if passed and not hinted else YELLOW
        yield from self.page.heading("  " + said.format(box=state.box, due=state.due), style=style)

    def _turn(self, turn: ExampleTurn, indent: int = 2) -> Iterator[str]:
        role = self._of_reports.roles[turn.role]
        label = self._of_reports.pair.format(first=role, second="")
        style = BOLD if turn.role == "customer" else DIM
        yield from self.page.prose(turn.text, indent, label, style)

    def _gap(self, turns: int) -> Iterator[str]:
        if turns:
            yield from self.page.heading(self._words.gap.format(turns=turns), 2, DIM)

    def _channel(self, card: Card) -> str:
        return self._of_reports.channels.get(card.channel, card.channel)

    def _reason(self, reason: str) -> str:
        return self._of_reports.reasons.get(reason, reason)

    def _heading(self, text: str, things: Iterable[object], style: str) -> Iterator[str]:
        if things:
            yield from self.page.heading(text, 2, f"{BOLD};{style}")

    def _said(self, found: Finding) -> Iterator[str]:
        quote = self._of_reports.quote.format(quote=found.quote)
        yield from self.page.prose(f"{quote} {found.message}", 4)
        yield from self.page.prose(found.suggestion, 6, self._words.instead)

    def _unsaid(self, found: Finding) -> Iterator[str]:
        """What is missing, and why it matters: the message speaks of turns that are not there."""
        name = category_name(found.category, self.lang)
        _, partly, parts = found.message.partition(_PARTS)
        said = self._of_reports.pair.format(first=name + partly + parts, second=found.why)
        yield from self.page.prose(said, 4)
        yield from self.page.prose(found.suggestion, 6, self._words.instead)

    def _parts(self, feedback: Feedback) -> Iterator[str]:
        of = self._of_reports
        said = [
            f"{of.aspects.get(part.name, part.name)} {of.statuses.get(part.status, part.status)}"
            for part in feedback.parts
        ]
        if said:
            yield from self.page.prose(self._words.comma.join(said), 2, self._words.parts, BOLD)
