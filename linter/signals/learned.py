"""How sure a scorer that was trained on labelled sentences is of what a turn does.

Patterns find the wordings that somebody thought of. The scorer knows some ten thousand invented
turns, harmless ones beside violating ones, and weighs the short stretches of characters that
they are made of: which of them speak for an act, which against it, and how much of a turn it has
never met. It is a logistic regression over the character n-grams of the turn and of what the
other side said before, pairs of characters with one or two others in between among them;
``tools/learn`` trains it, and the data file beside this module is all it knows. The same turn
always has the same score, and what weighed most can be shown.

The model of a side is ``bias + said / √s + before / √b``: ``said`` and ``before`` are the sums of
the weights of the n-grams there, ``s`` and ``b`` the sums of their squared inverse document
frequencies, those of n-grams that the scorer has not met included at the greatest value: unheard
words make it less sure.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, chain, pairwise, repeat
from math import exp, frexp, sqrt
from operator import add
from struct import iter_unpack
from typing import Any, Literal, NamedTuple

from linter.signals.shipped import opened

LONGEST = 3
"""Characters of the longest n-grams."""
LEAPS = (2, 3)
"""How far apart the two characters are of which a pair is made: 你…急 is 你别急 and 你不着急."""
FORMAT = 2
"""Of the data file; :mod:`tools.learn.model` writes it."""
ANY = "any"
"""The label of whatever is a violation in wording."""
GATE = 3
"""Percent: the categories of a turn less likely than this to be any violation are not looked at.
Nine turns in ten are told so, at a tenth of the cost."""

OWN_SHARE = 0.7
"""Of a category's score, what its own model counts for; the rest is how likely any violation is.
Of the turns of voices left out this found 70 percent of the categories where 85 of 100 findings
are right; the category's model alone 67, that of any violation alone 51."""

_DIGITS = str.maketrans(dict.fromkeys("0123456789零一二三四五六七八九十百千万两幺", "0"))
_STRETCHES = 3
"""How many stretches are shown."""
_GAP = "\t"
"""Stands in a pair for whatever is between; no matching form has it."""
_LEAPT = 1
"""How many characters in a row that do not speak for it a stretch may have inside."""


class Weight(NamedTuple):
    """A stretch of a matching form, ``[start, end)``, and what it adds to the logit."""

    start: int
    end: int
    points: float


class Table(NamedTuple):
    """The n-grams of one kind of text.

    :ivar rows: what is known of each known n-gram, as one number: see :func:`packed`.
    :ivar scale: by what the rarities in them are multiplied: all are whole numbers then.
    :ivar unknown: the squared inverse document frequency of an n-gram that is not known.
    :ivar steps: for each label, in what steps its weights are.
    """

    rows: Mapping[str, int]
    scale: int
    unknown: float
    steps: Sequence[float]

    def points(self, text: str) -> Sequence[float]:
        """What the n-grams of a text add to the logit of each label."""
        rarity, lanes, known, unknown = self._summed(ngrams(text))
        root = self._root(rarity, unknown)
        sums = unpacked(lanes, len(self.steps), known)
        return [at * step / root for at, step in zip(sums, self.steps, strict=True)]

    def root(self, text: str) -> float:
        """The root of the sum of the rarities of all n-grams of a text."""
        rarity, _, _, unknown = self._summed(ngrams(text))
        return self._root(rarity, unknown)

    def weight(self, row: int, at: int) -> int:
        """The weight of one n-gram for one label, in steps.

        :param at: the label's place in the table.
        """
        return (row >> (8 * _LANE * at) & 0xFF) - SHIFT

    def _summed(self, grams: frozenset[str]) -> tuple[int, int, int, int]:
        """Rarities and lanes of the n-grams that are known, and how many are and are not."""
        # No row is zero: its weights are shifted.
        rows = [*filter(None, map(self.rows.get, grams))]
        rarity, lanes = divmod(sum(rows), 1 << (8 * _LANE * len(self.steps)))
        return rarity, lanes, len(rows), len(grams) - len(rows)

    def _root(self, rarity: int, unknown: int) -> float:
        # Whole numbers are added without rounding: a set has no order, and the sum none to see.
        return sqrt(rarity / self.scale + self.unknown * unknown) or 1.0


_LANE = 4
"""Bytes of a lane: no text has so many n-grams that their weights do not fit."""
_RARITY = 8
"""Bytes of a rarity; it is the highest, so that a sum may have more."""
SHIFT = 128
"""What is added to a weight, so that none is below zero."""


def packed(weights: bytes, labels: int, rarity: Sequence[float], scale: int) -> list[int]:
    """For each row one number: lanes with the weights of all labels, and above them its rarity.

    One addition adds them all.

    :param weights: row by row the weight of each label, from -127 to 127, and :data:`SHIFT`.
    :param rarity: row by row its squared inverse document frequency.
    :param scale: see :func:`scale_of`.
    """
    width = labels * _LANE + _RARITY
    data = bytearray(len(rarity) * width)
    for label in range(labels):
        data[label * _LANE :: width] = weights[label::labels]
    # There are few different ones: as many as there are numbers of examples.
    scaled = {each: int(each * scale) for each in set(rarity)}
    whole = array("Q", map(scaled.__getitem__, rarity))
    if sys.byteorder == "big":
        whole.byteswap()
    written = whole.tobytes()
    # The highest are zero as they are.
    for byte in range((max(scaled.values(), default=0).bit_length() + 7) // 8):
        data[labels * _LANE + byte :: width] = written[byte::_RARITY]
    # Without a line of Python for each row: a run that lints one file waits for this.
    rows = chain.from_iterable(iter_unpack(f"{width}s", data))
    order: Iterable[Literal["little"]] = repeat("little")
    return list(map(int.from_bytes, rows, order))


def scale_of(rarity: Sequence[float]) -> int:
    """A power of two by which four-byte floats are whole numbers, all of them."""
    least = min(filter(None, set(rarity)), default=1.0)
    return int(2 ** max(0, _SIGNIFICANT - frexp(least)[1]))


_SIGNIFICANT = 24
"""Significant bits of a four-byte float."""


def unpacked(total: int, labels: int, rows: int) -> list[int]:
    """The sums of the weights of some rows, label by label.

    :param total: the sum of their lanes.
    """
    lanes = array("I", total.to_bytes(labels * _LANE, "little"))
    if sys.byteorder == "big":
        lanes.byteswap()
    shifts = SHIFT * rows
    return [lane - shifts for lane in lanes]


class Side(NamedTuple):
    """The models of what one side of a call does.

    :ivar labels: what it does, in the order of the tables.
    :ivar bias: the bias of each label.
    """

    labels: Sequence[str]
    bias: Sequence[float]
    said: Table
    before: Table


class Scorer:
    """Says how sure it is that a turn is one act or another.

    :param sides: the models of each side.
    :param families: labels of which a turn is mostly one only, by the label that covers them all.
    :ivar least: where the label that covers another scores less, in percent, that one scores 0.
    """

    least = GATE

    def __init__(self, sides: Sequence[Side], families: Mapping[str, Sequence[str]]) -> None:
        self._sides = tuple(sides)
        self._places = {
            label: (n, at) for n, side in enumerate(sides) for at, label in enumerate(side.labels)
        }
        self._families = {name: tuple(labels) for name, labels in families.items()}
        self._gates = {label: name for name, labels in families.items() for label in labels}
        # For each side the labels that cover others, and those, by their places.
        self._covered = [
            [
                (at, [side.labels.index(label) for label in families[gate]])
                for at, gate in enumerate(side.labels)
                if gate in families
            ]
            for side in sides
        ]
        # A turn is asked about for one label after another, and several answer the same words.
        self._percents = lru_cache(maxsize=2048)(self._read)
        self._asked = lru_cache(maxsize=256)(self._read_before)

    @property
    def labels(self) -> frozenset[str]:
        """What it knows."""
        return frozenset(self._places)

    def family(self, label: str = ANY) -> tuple[str, ...]:
        """The labels that one covers."""
        return self._families[label]

    def gate(self, label: str) -> str:
        """The label that covers this one; empty where none does.

        Where it scores less than :attr:`least`, this one scores 0.
        """
        return self._gates.get(label, "")

    def score(self, label: str, said: str, before: str) -> int:
        """How sure it is that a turn is something, in percent.

        Of a label that another one covers both models are asked: is it this, and is it any.

        :param said: the matching form of the turn.
        :param before: the matching form of what the other side said before; empty for nothing.
        :raises KeyError: for a label that it does not know.
        """
        number, at = self._places[label]
        return self._percents(number, said, before)[at]

    def top(self, said: str, before: str, family: str = ANY) -> tuple[str, int]:
        """The likeliest label of a family and how sure it is of it, in percent."""
        scores = [(label, self.score(label, said, before)) for label in self._families[family]]
        return max(scores, key=lambda scored: scored[1])

    def weighing(self, label: str, said: str, before: str) -> tuple[Weight, ...]:
        """The stretches of a turn that spoke for a label most, heaviest first.

        :param before: not looked at: what is shown are the turn's own words.
        """
        number, at = self._places[label]
        text = framed(said)
        return _heaviest(_per_character(self._sides[number].said, at, text)[1:-1])

    def _read(self, number: int, said: str, before: str) -> Sequence[int]:
        """How sure it is of each label of a side, in percent."""
        side = self._sides[number]
        of_said, of_before = side.said.points(framed(said)), self._asked(number, before)
        logits = map(sum, zip(side.bias, of_said, of_before, strict=True))
        chances = [1 / (1 + exp(-logit)) for logit in logits]
        percents = [int(100 * chance) for chance in chances]
        for gate, covered in self._covered[number]:
            any_of_them = chances[gate]
            likely = 100 * any_of_them >= GATE
            for at in covered:
                own = 100 * chances[at] ** OWN_SHARE
                percents[at] = int(own * any_of_them ** (1 - OWN_SHARE)) if likely else 0
        return percents

    def _read_before(self, number: int, before: str) -> Sequence[float]:
        return self._sides[number].before.points(framed(before))


@lru_cache(maxsize=1024)
def ngrams(text: str) -> frozenset[str]:
    """All n-grams of a text, up to :data:`LONGEST` characters, and its pairs with a gap."""
    runs: list[Sequence[str]] = [text]
    for size in range(1, LONGEST):
        runs.append(list(map(add, runs[-1], text[size:])))
    begun = [char + _GAP for char in text]
    return frozenset(chain(*runs, *[map(add, begun, text[leap:]) for leap in LEAPS]))


def _places(text: str, known: Mapping[str, int]) -> Mapping[str, list[tuple[int, ...]]]:
    """The known n-grams and pairs of a text with the places of their characters, each time."""
    places: dict[str, list[tuple[int, ...]]] = {}
    for at in range(len(text)):
        for size in range(1, min(LONGEST, len(text) - at) + 1):
            gram = text[at : at + size]
            if gram in known:
                places.setdefault(gram, []).append(tuple(range(at, at + size)))
        for leap in LEAPS:
            if at + leap < len(text):
                gram = text[at] + _GAP + text[at + leap]
                if gram in known:
                    places.setdefault(gram, []).append((at, at + leap))
    return places


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
    head, numbers = opened(data, FORMAT)
    body = memoryview(numbers)
    sides = []
    at = 0
    for side in head["sides"]:
        said, at = _table(side["said"], body, at)
        before, at = _table(side["before"], body, at)
        sides.append(Side(tuple(side["labels"]), tuple(side["bias"]), said, before))
    return Scorer(sides, head["families"])


def _table(head: Mapping[str, Any], body: memoryview, at: int) -> tuple[Table, int]:
    """The table that begins at a place, and where it ends."""
    ends = list(accumulate(head["sizes"], initial=at))
    grams, rarities, weights = [bytes(body[start:end]) for start, end in pairwise(ends)]
    rarity = array("f", rarities)
    scale = scale_of(rarity)
    rows = packed(weights, len(head["steps"]), rarity, scale)
    known = dict(zip(str(grams, "utf-8").split("\n") if rows else (), rows, strict=True))
    return Table(known, scale, head["unknown"], tuple(head["steps"])), ends[-1]


def _per_character(table: Table, at: int, text: str) -> list[float]:
    """What each character of a text adds to a label: its share of the n-grams that it is in.

    :param at: the label's place in the table.
    """
    added = [0.0] * len(text)
    step, root = table.steps[at], table.root(text)
    for gram, times in _places(text, table.rows).items():
        share = table.weight(table.rows[gram], at) * step / root / len(times[0]) / len(times)
        for characters in times:
            for character in characters:
                added[character] += share
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
