"""Which words there are, how frequent they are and what they are: jieba's, and those added."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterator
from math import log
from typing import NamedTuple

from linter.text.jieba_data import FIRST_HAN, STATES, JiebaData, pair_key

_REMEMBERED = 8192
"""Pairs of characters whose words are kept, and words: most of those in a day's talk."""


class Entry(NamedTuple):
    """A word of the dictionary.

    :ivar frequency: how often jieba's makers counted it.
    :ivar log: the natural logarithm of that.
    :ivar tag: its part of speech; empty for an added word that jieba does not know.
    """

    frequency: int
    log: float
    tag: str


class Lexicon:
    """jieba's dictionary, searched where it lies: only what is asked for is unpacked.

    Threads may share it once nothing more is added.

    :param data: jieba's.
    :ivar total: the sum of all frequencies, as jieba keeps it.
    """

    def __init__(self, data: JiebaData) -> None:
        self.total = data.total
        self._data = data
        self._added: dict[str, dict[str, str]] = {}
        self._beginnings: set[str] = set()
        self._lines = functools.lru_cache(_REMEMBERED)(self._find_lines)
        self._entry = functools.lru_cache(_REMEMBERED)(self._find_entry)

    def add(self, word: str, frequency: int) -> None:
        """Make ``word`` a word; like jieba, the total goes on counting what it had before."""
        self.total += frequency
        self._beginnings |= {word[:end] for end in range(1, len(word))}
        if word.split() == [word]:  # with white space in it, it is never looked for
            line = f"{word} {frequency} {self.tag(word)}"
            self._added.setdefault(_pair(word), {})[word] = line
        self._lines.cache_clear()
        self._entry.cache_clear()

    def entry(self, word: str) -> Entry | None:
        """What is known of ``word``; ``None`` when it is no word."""
        return self._entry(word)

    def tag(self, word: str) -> str:
        """The part of speech of ``word`` in jieba's dictionary; empty when it is not there."""
        entry = self._entry(word)
        return entry.tag if entry else ""

    def frequency(self, text: str) -> int | None:
        """0 for what is only the beginning of a word, ``None`` for what is not even that."""
        if entry := self._entry(text):
            return entry.frequency
        if text in self._beginnings:
            return 0
        if len(text) > 1:
            return 0 if f"\n{text}" in self._lines(text[:2]) else None
        keys = self._data.keys
        at = bisect_left(keys, pair_key(text + "\0"))
        return 0 if at < len(keys) and keys[at] < pair_key(chr(ord(text) + 1) + "\0") else None

    def starting(self, text: str, start: int) -> Iterator[tuple[int, float]]:
        """The words of ``text`` that begin at ``start``, shortest first: where each ends, and
        the logarithm of its frequency."""
        if alone := self._entry(text[start]):
            yield start + 1, alone.log
        at, lines = 0, self._lines(text[start : start + 2]) if start + 2 <= len(text) else ""
        for end in range(start + 2, len(text) + 1):
            word = text[start:end]
            at = lines.find(f"\n{word}", at)
            if at < 0:
                return
            if entry := self._entry(word):
                yield end, entry.log

    def chances(self, char: str) -> tuple[float, ...]:
        """For each state of the HMM, the logarithm of the probability to see ``char`` in it.

        :param char: a Chinese character.
        """
        at = (ord(char) - FIRST_HAN) * len(STATES)
        return tuple(self._data.emissions[at : at + len(STATES)])

    def _find_entry(self, word: str) -> Entry | None:
        lines = self._lines(_pair(word))
        at = lines.find(f"\n{word} ")
        if at < 0:
            return None
        _, count, *tag = lines[at + 1 : lines.index("\n", at + 1)].split(" ")
        frequency = int(count)
        # With a frequency of 0, jieba's users take a word away.
        return Entry(frequency, log(frequency), "".join(tag[:1])) if frequency else None

    def _find_lines(self, pair: str) -> str:
        """The lines of all words that begin with ``pair``, with a line feed before and after
        each; for one character and a space, that of the character. Empty when there are none.
        """
        key = pair_key(pair)
        keys, places = self._data.keys, self._data.places
        at = bisect_left(keys, key)
        known = at < len(keys) and keys[at] == key
        lines = self._data.lines[places[at] : places[at + 1] + 1].decode() if known else ""
        if added := self._added.get(pair):
            words = {line.split(" ")[0]: line for line in lines.strip("\n").split("\n") if line}
            lines = "".join(f"\n{line}" for _, line in sorted((words | added).items())) + "\n"
        return lines


def _pair(word: str) -> str:
    """The first two characters; a word of one has a space behind it, as in jieba's lines."""
    return word[:2] if len(word) > 1 else f"{word} "
