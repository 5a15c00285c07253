"""How many points a repetition has: what is said again, and how the customer took it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log2

from linter.frozen import dataclass
from linter.judging.outcome import hit_evidence
from linter.judging.windows import among
from linter.model import Evidence
from linter.rulebook.types import Card, Points
from linter.signals.detect import Seen
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn


@dataclass(frozen=True, slots=True)
class Alike:
    """How much of two turns is the same, in stretches of two characters.

    :ivar both: stretches that both have, at least one.
    :ivar later: stretches of the later turn.
    :ivar earlier: stretches of the earlier turn.
    :ivar apart: agent turns from one to the other, at least one.
    """

    both: int
    later: int
    earlier: int
    apart: int


@dataclass(frozen=True, slots=True)
class Told:
    """A signal that counts, where it stands, and its points."""

    seen: Seen
    points: int


class Minded:
    """Counts the points of a call's repetitions.

    :param card: what counts.
    """

    def __init__(self, card: Card, view: CallView) -> None:
        self._card = card
        self._view = view

    def told(self, earlier: SpeakingTurn, later: SpeakingTurn) -> Sequence[Told]:
        """What counts for and against, beside the words; nothing where nobody minded."""
        minded = [
            *self._first(self._card.between, earlier.last + 1, later.first - 1),
            *self._after(later),
        ]
        if not any(one.points > 0 for one in minded):
            return ()
        return (*minded, *self._first(self._card.here, later.first, later.last, later.number))

    def counted(self, alike: Alike) -> int:
        """The points for the words alone."""
        card = self._card
        return (
            round(card.same * log2(alike.both))
            + round(card.later * alike.both / alike.later)
            + round(card.earlier * alike.both / alike.earlier)
            + round(card.far * log2(alike.apart))
        )

    def chain(self, told: Sequence[Told]) -> Iterator[Evidence]:
        """The evidence for what counts, each with its points."""
        for one in told:
            label = f"{one.seen.hit.signal} {one.points:+d}"
            yield hit_evidence(self._view, one.seen, "context", label)

    def _after(self, turn: SpeakingTurn) -> Iterator[Told]:
        answer = self._answers.get(turn.number)
        if answer is not None:
            yield from self._first(self._card.next, answer.first, answer.last, answer.number)

    @cached_property
    def _answers(self) -> dict[int, SpeakingTurn]:
        """For each speaking turn the customer's next."""
        found: dict[int, SpeakingTurn] = {}
        following: SpeakingTurn | None = None
        for turn in reversed(self._view.turns):
            if following is not None:
                found[turn.number] = following
            if turn.role == "customer":
                following = turn
        return found

    def _first(self, points: Points, low: int, high: int, own: int | None = None) -> Iterator[Told]:
        """The first hit of each signal from original turn ``low`` to ``high``.

        :param own: only hits of this speaking turn count.
        """
        for ref, worth in points:
            hits = among(self._view.any_hits((ref,)), low, high)
            there = (seen for seen in hits if own in (None, seen.speaking))
            if (seen := next(there, None)) is not None:
                yield Told(seen, worth)
