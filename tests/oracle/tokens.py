"""jieba itself, with the book's own words."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Iterable
from typing import Any


@functools.cache
def tokenizer(words: tuple[str, ...] = ()) -> Tokens:
    """The tokens of a book with these words of its own."""
    return Tokens(words)


class Tokens:
    """What ``jieba.Tokenizer.cut`` says; a token's part of speech is the dictionary's."""

    def __init__(self, words: Iterable[str]) -> None:
        self._jieba = _jieba().Tokenizer()
        frequencies, self._jieba.total = _dictionary()
        self._jieba.FREQ = dict(frequencies)
        self._jieba.initialized = True
        for word in sorted(set(words)):
            self._jieba.add_word(word)
        self.edges = functools.lru_cache(4096)(self._edges)
        self.tags = functools.lru_cache(4096)(self._tags)

    def _edges(self, text: str) -> frozenset[int]:
        return frozenset((0, *(end for _, end, _ in self._cut(text))))

    def _tags(self, text: str) -> dict[int, tuple[int, str]]:
        return {start: (end, _tag_of().get(word, "")) for start, end, word in self._cut(text)}

    def _cut(self, text: str) -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        end = 0
        for word in self._jieba.cut(text):
            start, end = end, end + len(word)
            found.append((start, end, word))
        return found


def _jieba() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    return jieba


@functools.cache
def _dictionary() -> tuple[dict[str, int], int]:
    # Not by jieba's initialize(): that writes to standard error, and a cache.
    made = _jieba().Tokenizer()
    frequencies, total = made.gen_pfdict(made.get_dict_file())
    return frequencies, total


@functools.cache
def _tag_of() -> dict[str, str]:
    with _jieba().Tokenizer().get_dict_file() as file:
        lines = file.read().decode("utf-8").splitlines()
    return {word: tag for word, _, tag in (line.split(" ", 2) for line in lines)}
