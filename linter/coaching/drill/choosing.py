"""Which cards come, and in which order: first what is due, then what is new, easy before hard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, zip_longest
from random import Random
from typing import NamedTuple

from linter.coaching.drill.cards import Card
from linter.coaching.drill.leitner import State, is_due


class Chosen(NamedTuple):
    """The cards of a sitting.

    :ivar cards: in the order in which they come.
    :ivar due: how many of all cards are due, and ``new`` how many were never answered; there may
        be more than come.
    :ivar next_due: the first day on which one of the others is due; empty when none is.
    """

    cards: tuple[Card, ...]
    due: int
    new: int
    next_due: str


def choose(
    cards: Sequence[Card], states: Mapping[str, State], today: str, most: int, seed: int
) -> Chosen:
    """Choose the cards of a sitting.

    What has been due longest comes first, so that nothing is put off for ever; among equals
    categories take turns, and chance decides.

    :param states: by a card's id; without it, a card is new.
    :param today: ``YYYY-MM-DD``.
    """
    shuffled = sorted(cards, key=lambda card: card.id)
    Random(seed).shuffle(shuffled)
    due = [card for card in shuffled if card.id in states and is_due(states[card.id], today)]
    new = [card for card in shuffled if card.id not in states]
    others = [state.due for card in cards if (state := states.get(card.id)) if state.due > today]
    due.sort(key=lambda card: states[card.id].due)
    new.sort(key=lambda card: card.grade)
    order = [
        *_by_turns(due, [states[card.id].due for card in due]),
        *_by_turns(new, [str(card.grade) for card in new]),
    ]
    return Chosen(tuple(order[:most]), len(due), len(new), min(others, default=""))


def _by_turns(cards: Iterable[Card], ranks: Iterable[str]) -> Iterable[Card]:
    """Cards in order of rank; among those of one rank each category has one in turn.

    :param ranks: of each card; equal ones stand together.
    """
    pairs = zip(cards, ranks, strict=True)
    for _, alike in groupby(pairs, key=lambda pair: pair[1]):
        lanes: dict[str, list[Card]] = {}
        for card, _ in alike:
            lanes.setdefault(card.category, []).append(card)
        for row in zip_longest(*lanes.values()):
            yield from (card for card in row if card is not None)
