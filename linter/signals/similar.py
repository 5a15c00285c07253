"""Sentences that are nearly an example sentence: worth a look, never certain.

The likeness is rapidfuzz's ``ratio``: twice the longest common subsequence of characters over
the length of both, in percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from linter.text.normal import BOUNDARIES, normalise

_SENTENCE = re.compile(r"[^。！？]+")
_CLAUSE = re.compile(r"[^，]+")
_MOST_CLAUSES = 6
"""Clauses in a row that are compared as one: recognisers cut a sentence into a few."""


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
        return cls(text, _words(normalise(text).text))


def alike(text: str, examples: tuple[Example, ...], least: int) -> Iterator[tuple[int, int, str]]:
    """The stretches of a matching form that are most like an example, and that example.

    A stretch is one or several clauses in a row of one sentence; of those that overlap, only the
    one most alike comes out.

    :param least: of likeness, in percent.
    """
    for sentence in _SENTENCE.finditer(text):
        clauses = [
            (sentence.start() + part.start(), sentence.start() + part.end())
            for part in _CLAUSE.finditer(sentence[0])
        ]
        found = []
        for first, (start, _) in enumerate(clauses):
            for _, end in clauses[first : first + _MOST_CLAUSES]:
                words = _words(text[start:end])
                for example in examples:
                    score = fuzz.ratio(words, example.words, score_cutoff=least)
                    if score:
                        found.append((-score, start, end, example.text))
        taken: list[tuple[int, int]] = []
        for _, start, end, example_text in sorted(found):
            if all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                yield start, end, example_text


def likeness(left: str, right: str) -> float:
    """How alike two texts are, in percent, boundaries left out."""
    return fuzz.ratio(_words(left), _words(right))


def _words(text: str) -> str:
    return "".join(char for char in text if char not in BOUNDARIES)
