"""Words and n-grams of an answer, within its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from linter.text.normal import BOUNDARIES, Normal, normalise
from linter.text.tokens import default_tokenizer

LONGEST = 4
"""Tokens of an n-gram."""

Gram = tuple[str, ...]

_CLAUSE = re.compile(f"[^{''.join(BOUNDARIES)}]+")
_WORD = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


class Place(NamedTuple):
    """Where an n-gram stands in a text as it was written; ``end`` is exclusive."""

    gram: Gram
    start: int
    end: int


def grams(texts: Iterable[str]) -> set[Gram]:
    """All n-grams of some texts, of one to :data:`LONGEST` tokens, none across a clause's edge.

    Two Chinese characters at least, and no token without a letter: what is masked, and numbers,
    are nobody's words.
    """
    return {gram for text in texts for gram in _grams(text)}


def places(text: str, gram: Gram) -> Iterator[Place]:
    """Where an n-gram stands in a text."""
    normal, clauses = _cut(text)
    size = len(gram)
    for words in clauses:
        for first in range(len(words) - size + 1):
            run = words[first : first + size]
            if tuple(word for word, _ in run) == gram:
                start = run[0][1]
                end = run[-1][1] + len(run[-1][0])
                yield Place(gram, *normal.original(start, end))


@lru_cache(maxsize=4096)
def _grams(text: str) -> frozenset[Gram]:
    found: set[Gram] = set()
    for clause in _cut(text)[1]:
        words = [word for word, _ in clause]
        for first in range(len(words)):
            for size in range(1, min(LONGEST, len(words) - first) + 1):
                if not _WORD.search(words[first + size - 1]):
                    break
                found.add(tuple(words[first : first + size]))
    return frozenset(gram for gram in found if len(_HAN.findall("".join(gram))) > 1)


def _cut(text: str) -> tuple[Normal, list[list[tuple[str, int]]]]:
    """The matching form, and the words of each of its clauses with their places."""
    normal = normalise(text)
    tokens = default_tokenizer().tokens
    clauses = []
    for clause in _CLAUSE.finditer(normal.text):
        offset = clause.start()
        cut = tokens(clause[0])
        clauses.append([(t.text, t.start + offset) for t in cut if not t.text.isspace()])
    return normal, clauses
