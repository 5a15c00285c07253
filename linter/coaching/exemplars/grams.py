"""Words and n-grams of an answer, within its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from linter.text.forms import form
from linter.text.normal import BOUNDARIES, normalise
from linter.text.tokens import default_tokenizer

LONGEST = 6
"""Tokens of an n-gram: what is longer is told by its parts."""

Gram = tuple[str, ...]

_CLAUSE = re.compile(f"[^{''.join(BOUNDARIES)}]+")
_WORD = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


class Place(NamedTuple):
    """Where an n-gram stands in a text as it was written; ``end`` is exclusive."""

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
    normal = normalise(text)
    size = len(gram)
    for clause in _CLAUSE.finditer(normal.text):
        words = _words(clause[0])
        for first in range(len(words) - size + 1):
            run = words[first : first + size]
            if tuple(word for word, _ in run) == gram:
                start, end = run[0][1], run[-1][1] + len(run[-1][0])
                yield Place(*normal.original(clause.start() + start, clause.start() + end))


def _grams(text: str) -> set[Gram]:
    clauses = _CLAUSE.findall(form(text))
    return set().union(*map(_of_clause, clauses))


@lru_cache(maxsize=1 << 14)
def _of_clause(clause: str) -> frozenset[Gram]:
    """People say the same clauses again and again."""
    words = [word for word, _ in _words(clause)]
    found: set[Gram] = set()
    for first in range(len(words)):
        for size in range(1, min(LONGEST, len(words) - first) + 1):
            if not _WORD.search(words[first + size - 1]):
                break
            found.add(tuple(words[first : first + size]))
    return frozenset(gram for gram in found if len(_HAN.findall("".join(gram))) > 1)


def _words(clause: str) -> list[tuple[str, int]]:
    """The words, each with its place."""
    cut = default_tokenizer().tokens(clause)
    return [(token.text, token.start) for token in cut if not token.text.isspace()]
