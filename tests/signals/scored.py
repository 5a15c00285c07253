"""A scorer that is told what to think, and what is seen with it."""

from __future__ import annotations

from collections.abc import Mapping

from linter.signals.detect import Detector, Seen
from linter.signals.learned import Scorer, Weight
from linter.signals.slots import SlotTracker
from linter.signals.view import CallView, prepare

from .helpers import book, call

FAMILY = ("blame", "threat", "sarcasm")


class FixedScorer(Scorer):
    """Thinks nothing of turns but those it was told of.

    :param scores: label → words that a turn has → percent.
    :param weights: what spoke for whatever was found.
    :ivar asked: each label with the turn and what was said before it, as often as it was asked.
    """

    labels = frozenset((*FAMILY, "any"))

    def __init__(
        self, scores: Mapping[str, Mapping[str, int]], weights: tuple[Weight, ...] = ()
    ) -> None:
        self.scores = scores
        self.weights = weights
        self.asked: list[tuple[str, str, str]] = []

    def gate(self, label: str) -> str:
        return ""

    def score(self, label: str, said: str, before: str) -> int:
        self.asked.append((label, said, before))
        return max(
            (p for words, p in self.scores.get(label, {}).items() if words in said), default=0
        )

    def top(self, said: str, before: str, family: str = "any") -> tuple[str, int]:
        self.asked.append(("top", said, before))
        scores = self.scores.get
        found = [
            (max((p for w, p in scores(label, {}).items() if w in said), default=0), label)
            for label in FAMILY
        ]
        percent, label = max(found)
        return label, percent

    def weighing(self, label: str, said: str, before: str) -> tuple[Weight, ...]:
        return self.weights


def view(rules: str, scorer: Scorer, *said: tuple[str, str]) -> CallView:
    """A call as its rules see it, with that scorer."""
    loaded = book(rules)
    detector = Detector(loaded, scorer=scorer)
    return prepare(call(*said), detector, SlotTracker(loaded.slots, detector))


def told(view_: CallView, name: str) -> list[tuple[str, str, str]]:
    """The hits of a signal that stand: words, certainty, note."""
    return [
        (quote(view_, seen), seen.hit.certainty, seen.hit.note) for seen in view_.standing(name)
    ]


def taken_back(view_: CallView, name: str) -> list[tuple[str, str]]:
    """Those that do not: words, and why."""
    return [(quote(view_, seen), seen.taken_back) for seen in view_.taken_back.get(name, ())]


def quote(view_: CallView, seen: Seen) -> str:
    """The words of a hit as they were said."""
    return view_.call.turns[seen.hit.turn].text[seen.hit.start : seen.hit.end]
