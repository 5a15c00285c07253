"""How sure a scorer that was trained on labelled sentences is of what a turn does.

Patterns find the wordings that somebody thought of. The scorer knows some ten thousand invented
sentences, harmless ones beside violating ones, and weighs the short stretches of characters that
they are made of: which of them speak for an act, which against it, and how much of a turn it has
never met. It is a logistic regression over the character n-grams of the turn and of what the
other side said before; ``tools/learn`` trains it, and the data file beside this module is all it
knows. The same turn always has the same score, and what weighed most can be shown.

The model of a side is ``bias + said / √s + before / √b``: ``said`` and ``before`` are the sums of
the weights of the n-grams there, ``s`` and ``b`` the sums of their squared inverse document
frequencies, those of n-grams that the scorer has not met included at the greatest value: unheard
words make it less sure.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from math import exp, fsum, sqrt
from typing import Any, NamedTuple

LONGEST = 3
"""Characters of the longest n-grams."""
FORMAT = 1
"""Of the data file; :mod:`tools.learn.model` writes it."""
ANY = "any"
"""The label of whatever is a violation in wording."""
GATE = 3
"""Percent: the categories of a turn less likely than this to be any violation are not looked at.
Nine turns in ten are told so, at a tenth of the cost."""

_DIGITS = str.maketrans(dict.fromkeys("0123456789零一二三四五六七八九十百千万两幺", "0"))
_STRETCHES = 3
"""How many stretches are shown."""
_LEAPT = 1
"""How many characters in a row that do not speak for it a stretch may have inside."""


class Weight(NamedTuple):
    """A stretch of a matching form, ``[start, end)``, and what it adds to the logit."""

    start: int
    end: int
    points: float


class Table(NamedTuple):
    """The n-grams of one kind of text.

    :ivar places: the row of each known n-gram.
    :ivar rarity: for each row its squared inverse document frequency.
    :ivar unknown: the same of an n-gram that is not known.
    :ivar weights: for each label what each row adds, in steps of ``steps`` of the label.
    """

    places: Mapping[str, int]
    rarity: Sequence[float]
    unknown: float
    weights: Mapping[str, Sequence[int]]
    steps: Mapping[str, float]

    def rows(self, text: str) -> tuple[list[int], float]:
        """The known n-grams of a text and the root of the sum of all their rarities."""
        grams = ngrams(text)
        places = self.places
        rows = [places[gram] for gram in places.keys() & grams]
        # A set has no order; the sum must not depend on it.
        total = fsum(map(self.rarity.__getitem__, rows))
        total += self.unknown * (len(grams) - len(rows))
        return rows, sqrt(total) or 1.0

    def points(self, label: str, rows: Sequence[int], root: float) -> float:
        """What the n-grams of a text add to the logit of a label."""
        return sum(map(self.weights[label].__getitem__, rows)) * self.steps[label] / root


class Side(NamedTuple):
    """The models of what one side of a call does."""

    said: Table
    before: Table
    bias: Mapping[str, float]


class Reading(NamedTuple):
    """A turn as the scorer reads it: the rows of its n-grams, and of those before it."""

    said: list[int]
    said_root: float
    before: list[int]
    before_root: float


class Scorer:
    """Says how sure it is that a turn is one act or another.

    :param sides: the models of each side.
    :param families: labels of which a turn is mostly one only, by the label that covers them all.
    """

    def __init__(self, sides: Sequence[Side], families: Mapping[str, Sequence[str]]) -> None:
        self._sides = tuple(sides)
        self._side_of = {label: n for n, side in enumerate(sides) for label in side.bias}
        self._families = {name: tuple(labels) for name, labels in families.items()}
        self._gates = {label: name for name, labels in families.items() for label in labels}
        # A turn is asked about for one label after another.
        self._reading = lru_cache(maxsize=2048)(self._read)
        # What one side says, the other answers to.
        self._rows = lru_cache(maxsize=4096)(self._read_text)
        self._gate = lru_cache(maxsize=2048)(self._percent)

    @property
    def labels(self) -> frozenset[str]:
        """What it knows."""
        return frozenset(self._side_of)

    def family(self, label: str = ANY) -> tuple[str, ...]:
        """The labels that one covers."""
        return self._families[label]

    def score(self, label: str, said: str, before: str) -> int:
        """How sure it is that a turn is something, in percent.

        :param said: the matching form of the turn.
        :param before: the matching form of what the other side said before; empty for nothing.
        :raises KeyError: for a label that it does not know.
        """
        gate = self._gates.get(label)
        if gate is not None and self._gate(gate, said, before) < GATE:
            return 0
        return self._percent(label, said, before)

    def top(self, said: str, before: str, family: str = ANY) -> tuple[str, int]:
        """The likeliest label of a family and how sure it is of it, in percent."""
        scores = [(label, self.score(label, said, before)) for label in self._families[family]]
        return max(scores, key=lambda scored: scored[1])

    def weighing(self, label: str, said: str, before: str) -> tuple[Weight, ...]:
        """The stretches of a turn that spoke for a label most, heaviest first.

        :param before: not looked at: what is shown are the turn's own words.
        """
        table = self._sides[self._side_of[label]].said
        text = framed(said)
        _, root = table.rows(text)
        return _heaviest(_per_character(table, label, text, root)[1:-1])

    def _read(self, number: int, said: str, before: str) -> Reading:
        return Reading(*self._rows(number, True, said), *self._rows(number, False, before))

    def _read_text(self, number: int, is_said: bool, form: str) -> tuple[list[int], float]:
        side = self._sides[number]
        return (side.said if is_said else side.before).rows(framed(form))

    def _percent(self, label: str, said: str, before: str) -> int:
        number = self._side_of[label]
        side = self._sides[number]
        reading = self._reading(number, said, before)
        logit = side.bias[label]
        logit += side.said.points(label, reading.said, reading.said_root)
        logit += side.before.points(label, reading.before, reading.before_root)
        return int(100 / (1 + exp(-logit)))


@lru_cache(maxsize=1024)
def ngrams(text: str) -> frozenset[str]:
    """All n-grams of a text, up to :data:`LONGEST` characters."""
    grams = set(text)
    for size in range(2, LONGEST + 1):
        grams.update([text[at : at + size] for at in range(len(text) - size + 1)])
    return frozenset(grams)


def framed(form: str) -> str:
    """A matching form as it is read: digits alike, beginning and end marked."""
    return f"^{form.translate(_DIGITS)}$" if form else ""


@cache
def default_scorer() -> Scorer:
    """The scorer that is shipped, read when it is first asked for."""
    return read((files(__package__) / "learned.bin").read_bytes())


def read(data: bytes) -> Scorer:
    """The scorer that a data file holds.

    :raises ValueError: when it is none, or of another format.
    """
    size = int.from_bytes(data[:4], "little")
    head = json.loads(data[4 : 4 + size])
    if head["format"] != FORMAT:
        raise ValueError(f"format {head['format']} instead of {FORMAT}")
    body = memoryview(zlib.decompress(data[4 + size :]))
    sides = []
    at = 0
    for side in head["sides"]:
        said, at = _table(side["said"], side["labels"], body, at)
        before, at = _table(side["before"], side["labels"], body, at)
        sides.append(Side(said, before, dict(zip(side["labels"], side["bias"], strict=True))))
    return Scorer(sides, head["families"])


def _table(
    head: Mapping[str, Any], labels: Sequence[str], body: memoryview, at: int
) -> tuple[Table, int]:
    """The table that begins at a place, and where it ends."""
    ends = list(accumulate(head["sizes"], initial=at))
    grams, rarity, *weights = [body[start:end] for start, end in pairwise(ends)]
    table = Table(
        {gram: row for row, gram in enumerate(str(grams, "utf-8").split("\n"))},
        array("f", bytes(rarity)),
        head["unknown"],
        {label: part.cast("b") for label, part in zip(labels, weights, strict=True)},
        dict(zip(labels, head["steps"], strict=True)),
    )
    return table, ends[-1]


def _per_character(table: Table, label: str, text: str, root: float) -> list[float]:
    """What each character of a text adds: its share of the n-grams that it is in."""
    added = [0.0] * len(text)
    weights, step = table.weights[label], table.steps[label]
    for gram in ngrams(text):
        row = table.places.get(gram)
        if row is None or not weights[row]:
            continue
        starts = [at for at in range(len(text) - len(gram) + 1) if text.startswith(gram, at)]
        share = weights[row] * step / root / len(gram) / len(starts)
        for start in starts:
            for at in range(start, start + len(gram)):
                added[at] += share
    return added


def _heaviest(added: Sequence[float]) -> tuple[Weight, ...]:
    """The stretches whose characters all speak for it, but for one here and there."""
    stretches: list[Weight] = []
    for at, points in enumerate(added):
        if points <= 0:
            continue
        if stretches and at - stretches[-1].end <= _LEAPT:
            last = stretches.pop()
            stretches.append(Weight(last.start, at + 1, last.points + points))
        else:
            stretches.append(Weight(at, at + 1, points))
    return tuple(sorted(stretches, key=lambda weight: (-weight.points, weight.start))[:_STRETCHES])
