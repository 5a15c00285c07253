"""One sitting: card after card is shown, asked and answered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import click

from linter.cli.drill_asking import Asks, UnreadableError
from linter.coaching.drill.cards import Card
from linter.coaching.drill.examining import says_something
from linter.coaching.drill.feedback import Feedback
from linter.coaching.drill.leitner import State
from linter.coaching.drill.showing import Showing
from linter.coaching.drill.summing import Results
from linter.coaching.drill.words import words

HINT = frozenset({"?"})
SKIP = frozenset({"/skip", "/s", "/跳过"})
QUIT = frozenset({"/quit", "/q", "/退出", "/结束"})


class Keeps(Protocol):
    """What writes answers down."""

    def keep(self, card: str, day: str, *, passed: bool, hinted: bool, text: str | None) -> State:
        """Write one down, and say where its card goes."""


class Examines(Protocol):
    """What says what there is to say of answers."""

    def examine(self, card: Card, answer: str) -> Feedback:
        """What there is to say of an answer that says something."""


class Sitting:
    """Goes through some cards.

    :param today: ``YYYY-MM-DD``.
    :param keeps_text: whether the trainee's words are written down, too.
    """

    def __init__(
        self,
        showing: Showing,
        asks: Asks,
        examiner: Examines,
        progress: Keeps,
        today: str,
        keeps_text: bool,
    ) -> None:
        self._showing = showing
        self._asks = asks
        self._examiner = examiner
        self._progress = progress
        self._today = today
        self._keeps_text = keeps_text
        self._words = words(showing.lang)

    def over(self, cards: Sequence[Card], states: Mapping[str, State]) -> Results:
        """Go through the cards until they or the lines are over.

        :param states: where cards stand that were answered before.
        """
        results = Results()
        for number, card in enumerate(cards, 1):
            _say(["", *self._showing.card(card, number, len(cards), states.get(card.id))])
            asked = self._asked(card)
            if asked is None:
                break
            answer, hinted = asked
            if answer:
                self._judge(card, answer, hinted, results)
            else:
                results.skipped += 1
                _say([self._words.skipped])
        return results

    def _asked(self, card: Card) -> tuple[str, bool] | None:
        """The answer, and whether a hint was taken; no words for a skipped card."""
        hints = 0
        while True:
            try:
                line = self._asks.ask(self._words.prompt)
            except UnreadableError:
                _say([self._words.unreadable])
                continue
            if line is None:
                return None
            # Who writes Chinese has full-width keys at hand.
            command = unicodedata.normalize("NFKC", line).strip().lower()
            if command in QUIT:
                return None
            if command in SKIP:
                return "", hints > 0
            if command in HINT:
                hints += 1
                _say(self._showing.hint(card, hints))
            elif command.startswith("/"):
                _say([self._words.unknown.format(command=command)])
            elif not says_something(line):
                _say([self._words.filler if command else self._words.empty])
            else:
                return line.strip(), hints > 0

    def _judge(self, card: Card, answer: str, hinted: bool, results: Results) -> None:
        feedback = self._examiner.examine(card, answer)
        passed = feedback.good and not hinted
        # First of all: who closes the window while reading has answered all the same.
        state = self._progress.keep(
            card.id,
            self._today,
            passed=passed,
            hinted=hinted,
            text=answer if self._keeps_text else None,
        )
        results.add(card, feedback, passed=passed)
        _say(self._showing.feedback(card, feedback))
        _say(self._showing.exemplar(card))
        _say(self._showing.result(state, passed=feedback.good, hinted=hinted))


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
