"""Likeness of sentences: rapidfuzz's ``ratio``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from .normal import STOPS, normalise

MOST_CLAUSES = 6


def alike(text: str, examples: tuple[str, ...], least: int) -> Iterator[tuple[int, int, str]]:
    """The clauses in a row that are most like an example; none overlaps a likelier one."""
    wanted = [(example, _words(normalise(example).text)) for example in examples]
    for sentence in re.finditer("[^。！？]+", text):
        clauses = list(re.compile("[^，]+").finditer(text, *sentence.span()))
        found: list[tuple[float, int, int, str]] = []
        for first, begin in enumerate(clauses):
            for last in clauses[first : first + MOST_CLAUSES]:
                start, end = begin.start(), last.end()
                for example, words in wanted:
                    score = fuzz.ratio(_words(text[start:end]), words, score_cutoff=least)
                    if score:
                        found.append((-score, start, end, example))
        taken: list[tuple[int, int]] = []
        for _, start, end, example in sorted(found):
            if all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                yield start, end, example


def likeness(left: str, right: str) -> float:
    """In percent, stops left out."""
    return fuzz.ratio(_words(left), _words(right))


def _words(text: str) -> str:
    return "".join(char for char in text if char not in STOPS)
