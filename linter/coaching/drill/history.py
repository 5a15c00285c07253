"""How it stands with the cards of a set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from linter.coaching.drill.cards import Card
from linter.coaching.drill.leitner import DAYS, NEW, State, is_due
from linter.coaching.drill.progress import Answer
from linter.reports.categories import category_order

LATEST = 10
"""Answers that are shown, the latest first."""


class Row(NamedTuple):
    """The cards of one category.

    :ivar boxes: how many are in each box, the new ones first.
    :ivar answers: how often any of them was answered, and ``passed`` how often that was good.
    """

    category: str
    cards: int
    boxes: tuple[int, ...]
    due: int
    answers: int
    passed: int


class History(NamedTuple):
    """All there is to say of a set.

    :ivar rows: one for each category.
    :ivar days: how many cards come again on which day; what is overdue is due today.
    :ivar latest: the last answers, with their cards' categories.
    """

    today: str
    rows: tuple[Row, ...]
    days: tuple[tuple[str, int], ...]
    latest: tuple[tuple[str, Answer], ...]


def history(cards: Sequence[Card], answers: Sequence[Answer], today: str) -> History:
    """Sum up the answers to some cards.

    :param answers: the oldest first.
    """
    states = {answer.card: answer.state for answer in answers}
    category = {card.id: card.category for card in cards}
    names = sorted(set(category.values()), key=lambda name: (category_order(name), name))
    days = Counter(max(state.due, today) for state in states.values())
    return History(
        today=today,
        rows=tuple(_row(name, cards, states, answers, today) for name in names),
        days=tuple(sorted(days.items())),
        latest=tuple((category[one.card], one) for one in reversed(answers[-LATEST:])),
    )


def _row(
    category: str,
    cards: Sequence[Card],
    states: Mapping[str, State],
    answers: Sequence[Answer],
    today: str,
) -> Row:
    own = {card.id for card in cards if card.category == category}
    boxes = Counter(states[card].box if card in states else NEW for card in own)
    given = [answer for answer in answers if answer.card in own]
    return Row(
        category=category,
        cards=len(own),
        boxes=tuple(boxes[box] for box in (NEW, *DAYS)),
        due=sum(is_due(states[card], today) for card in own if card in states),
        answers=len(given),
        passed=sum(answer.passed for answer in given),
    )


def history_object(told: History) -> dict[str, Any]:
    """The same as a JSON object; boxes are named by their numbers, 0 is new."""
    return {
        "today": told.today,
        "categories": [
            row._asdict() | {"boxes": dict(zip(map(str, (NEW, *DAYS)), row.boxes, strict=True))}
            for row in told.rows
        ],
        "due": [{"day": day, "cards": count} for day, count in told.days],
        "latest": [
            {
                "card": answer.card,
                "category": category,
                "day": answer.day,
                "passed": answer.passed,
                "hinted": answer.hinted,
                "answer": answer.text,
                "box": answer.state.box,
                "due": answer.state.due,
            }
            for category, answer in told.latest
        ],
    }
