"""How much a turn sounds like an agent's: the weights of the short stretches it is made of.

A logistic regression over the character n-grams of the turn, trained by ``python -m tools.learn
--casting`` on the calls of ``corpus/``; the data file beside this module is all it knows. What
speaks for a side is added up in whole numbers, so that the same turn has the same points in every
process and on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import NamedTuple

from linter import lazy
from linter.signals.shipped import opened
from linter.text.fold import fold, folded

FORMAT = 1
"""Of the data file; :mod:`tools.learn.casting` writes it."""
LONGEST = 3
"""Characters of the longest n-grams."""
UNHEARD = 5
"""Added to the number of n-grams: of a word or two nobody can tell much."""
MOST = 4.0
"""What one turn may count for: a recogniser that ran two sides together must not decide alone."""

_DIGITS = str.maketrans(dict.fromkeys("0123456789零一二三四五六七八九十百千万两幺", "0"))
_NO_WORD = lazy.pattern(r"[^\w\[\]#]+")
"""A recogniser's punctuation is guesswork. Brackets and # stand around what exports mask."""
_NUMBER = lazy.pattern("0+")
_LEAPT = 1
"""How many characters in a row that do not speak for a side a stretch may have inside."""


class Stretch(NamedTuple):
    """Code points ``[start, end)`` of a turn's original text, and what they add for a side."""

    start: int
    end: int
    points: float


class Weights:
    """Says how much a turn sounds like an agent's.

    :param grams: n-gram to weight, in steps.
    :param step: what one step adds to the logit, before it is divided by the length.
    :param bias: the logit of a turn that has no n-gram that is known.
    """

    def __init__(self, grams: Mapping[str, int], step: float, bias: float) -> None:
        self._grams = grams
        self._step = step
        self._bias = bias

    def points(self, text: str) -> float:
        """The log-odds that a turn is an agent's, within :data:`MOST`; 0 for one without words."""
        read = framed(text)
        if not read:
            return 0.0
        grams, known = ngrams(read), self._grams
        total = sum([known[gram] for gram in known.keys() & grams])
        logit = self._bias + self._step * total / measured(len(grams))
        return max(-MOST, min(MOST, logit))

    def stretches(self, text: str, sign: int) -> list[Stretch]:
        """What spoke for a side most, heaviest first.

        :param sign: 1 for the agent, -1 for the customer.
        """
        read, spans = _aligned(text)
        added = [0.0] * len(read)
        for size in range(1, LONGEST + 1):
            for at in range(len(read) - size + 1):
                share = sign * self._step * self._grams.get(read[at : at + size], 0) / size
                for character in range(at, at + size):
                    added[character] += share
        # The marks of beginning and end are nothing that can be quoted.
        return _heaviest(added[1:-1], spans)


def framed(text: str) -> str:
    """A turn as it is read: folded, without punctuation, numbers alike, its ends marked."""
    words = _NUMBER.sub("0", _NO_WORD.sub("", folded(text)).translate(_DIGITS))
    return f"^{words}$" if words else ""


def ngrams(read: str) -> frozenset[str]:
    """All n-grams of a framed text, up to :data:`LONGEST` characters."""
    grams = set(read)
    for size in range(2, LONGEST + 1):
        grams.update([read[at : at + size] for at in range(len(read) - size + 1)])
    return frozenset(grams)


def measured(grams: int) -> float:
    """What the sum over so many n-grams is divided by.

    Their fourth root: long turns say more than short ones, but not as much more as they are longer.
    """
    # Square roots are the same on every machine, powers are not.
    return sqrt(sqrt(grams + UNHEARD))


@cache
def default_weights() -> Weights:
    """The weights that are shipped, read when they are first asked for."""
    return read((files(__package__) / "casting.bin").read_bytes())


def read(data: bytes) -> Weights:
    """The weights that a data file holds.

    :raises ValueError: when it is none, or of another format.
    """
    head, body = opened(data, FORMAT)
    grams = str(body[: head["size"]], "utf-8").split("\n")
    steps = memoryview(body[head["size"] :]).cast("b")
    return Weights(dict(zip(grams, steps, strict=True)), head["step"], head["bias"])


def _aligned(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The framed text, and the original span of each of its characters but the marks."""
    form = fold(text)
    spans: list[tuple[int, int]] = []
    words: list[str] = []
    for at, char in enumerate(form.text.translate(_DIGITS)):
        if _NO_WORD.match(char):
            continue
        start, end = form.original(at, at + 1)
        if char == "0" and words and words[-1] == "0":
            spans[-1] = (spans[-1][0], end)
            continue
        words.append(char)
        spans.append((start, end))
    return f"^{''.join(words)}$", spans


def _heaviest(added: Sequence[float], spans: Sequence[tuple[int, int]]) -> list[Stretch]:
    """The stretches whose characters all speak for a side, but for one here and there."""
    found: list[tuple[int, int, float]] = []
    for at, points in enumerate(added):
        if points <= 0:
            continue
        if found and at - found[-1][1] <= _LEAPT:
            start, _, before = found.pop()
            found.append((start, at + 1, before + points))
        else:
            found.append((at, at + 1, points))
    stretches = [Stretch(spans[a][0], spans[b - 1][1], points) for a, b, points in found]
    return sorted(stretches, key=lambda stretch: (-stretch.points, stretch.start))
