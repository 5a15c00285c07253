"""Sentences that are nearly an example sentence: worth a look, never certain.

The likeness is rapidfuzz's ``ratio``: twice the longest common subsequence of characters over
the length of both, in percent.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any

from linter.text.normal import BOUNDARIES, normalise

_SENTENCE = re.compile(r"[^。！？]+")
_CLAUSE = re.compile(r"[^，]+")
_MOST_CLAUSES = 6
"""Clauses in a row that are compared as one: recognisers cut a sentence into a few."""

_ROUNDING = 1e-6

_MARGIN = 0.01
"""How much less than a limit is looked at: whoever asks does the rounding."""


@dataclass(frozen=True, slots=True)
class Example:
    """An example sentence and the form in which it is compared.

    :ivar text: as the author wrote it.
    :ivar words: without boundaries, folded as transcripts are.
    """

    text: str
    words: str

    @classmethod
    def of(cls, text: str) -> Example:
        """The example ready to be compared with."""
        return cls(text, bare(normalise(text).text))


def may_be_alike(text: str, example: Example, least: int) -> bool:
    """Whether a part of a text can be so like an example, by the characters it has.

    :param least: of likeness, in percent; see :func:`fewest_shared`.
    """
    return sum(map(text.__contains__, example.words)) >= fewest_shared(example.words, least)


@cache
def fewest_shared(words: str, least: int) -> int:
    """How many of an example's characters a text has at least that is so like it.

    Texts of which L characters are shared, in order, are 200 · L / (both lengths) percent alike,
    and neither has fewer than L: of ``n`` characters ``least`` · n / (200 - ``least``) are shared.

    :param least: of likeness, in percent, from 1 to 100.
    """
    return ceil(least * len(words) / (200 - least) - _ROUNDING)


def alike(text: str, examples: tuple[Example, ...], least: int) -> Iterator[tuple[int, int, str]]:
    """The stretches of a matching form that are most like an example, and that example.

    A stretch is one or several clauses in a row of one sentence; of those that overlap, only the
    one most alike comes out.

    :param least: of likeness, in percent.
    """
    fuzz = _rapidfuzz().fuzz
    sizes = [len(example.words) for example in examples]
    # Two texts share no more than all of the shorter one.
    rest = 200 - least
    shortest, longest = least * min(sizes, default=0) / rest, rest * max(sizes, default=0) / least
    for sentence in _SENTENCE.finditer(text):
        if len(sentence[0]) < shortest:
            continue
        clauses = [
            (sentence.start() + part.start(), sentence.start() + part.end())
            for part in _CLAUSE.finditer(sentence[0])
        ]
        found = []
        for first, (start, _) in enumerate(clauses):
            words = ""
            for low, end in clauses[first : first + _MOST_CLAUSES]:
                words += text[low:end]
                if not shortest <= len(words) <= longest:
                    continue
                for example in examples:
                    score = fuzz.ratio(words, example.words, score_cutoff=least)
                    if score:
                        found.append((-score, start, end, example.text))
        taken: list[tuple[int, int]] = []
        for _, start, end, example_text in sorted(found):
            at = bisect_left(taken, (start, end))
            before, after = taken[max(at - 1, 0) : at], taken[at : at + 1]
            if all(b <= start for _, b in before) and all(end <= a for a, _ in after):
                taken.insert(at, (start, end))
                yield start, end, example_text


def likeness(left: str, right: str, least: float = 0) -> float:
    """How alike two texts without boundaries are, in percent.

    :param least: anything less may come out as 0, and is soon known to.
    """
    # Two texts share no more than all of the shorter one.
    if 200 * min(len(left), len(right)) < (least - _MARGIN) * (len(left) + len(right)):
        return 0.0
    return float(_rapidfuzz().fuzz.ratio(left, right, score_cutoff=max(0, least - _MARGIN)))


def most_alike(text: str, others: Sequence[str], least: float = 0) -> float:
    """How alike the most similar of some texts without boundaries is, in percent.

    :param least: anything less comes out as 0.
    """
    library = _rapidfuzz()
    found = library.process.extractOne(
        text, others, scorer=library.fuzz.ratio, score_cutoff=max(0, least - _MARGIN)
    )
    return float(found[1]) if found else 0.0


@cache
def _rapidfuzz() -> Any:
    """The library, which takes as long to import as a call takes to lint; few calls need it."""
    import rapidfuzz

    return rapidfuzz


def bare(text: str) -> str:
    """A matching form without its boundaries."""
    for boundary in BOUNDARIES:
        text = text.replace(boundary, "")
    return text
