"""Finding many words in a text in one pass, by whichever library there is.

All give the same hits: every occurrence of every word, overlapping ones too. ``daachorse`` is the
fastest but has no wheels for some systems; ``ahocorasick_rs`` has them for all; without either,
plain Python looks up two characters at each place.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

Occurrence = tuple[int, int, int]
"""Where a word begins, where it ends (code points), and its number."""

_LONE = re.compile("[\ud800-\udfff]")
_INSTEAD = "\ufffd"
"""Looked for in place of a lone surrogate, which the libraries cannot take."""


class Scanner(ABC):
    """Looks for words.

    :param words: all different, none empty.
    """

    @abstractmethod
    def __init__(self, words: Sequence[str]) -> None: ...

    @abstractmethod
    def occurrences(self, text: str) -> list[Occurrence]:
        """All occurrences, in order of their ends."""


class DaachorseScanner(Scanner):
    """By ``daachorse``, a double-array automaton over characters."""

    def __init__(self, words: Sequence[str]) -> None:
        import daachorse

        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(list(words))

    def occurrences(self, text: str) -> list[Occurrence]:
        """All occurrences, in order of their ends."""
        found: list[Occurrence] = self._automaton.find_overlapping(text)
        return found


class RustScanner(Scanner):
    """By ``ahocorasick_rs``."""

    def __init__(self, words: Sequence[str]) -> None:
        import ahocorasick_rs

        self._words = tuple(words)
        self._automaton = ahocorasick_rs.AhoCorasick(self._words)

    def occurrences(self, text: str) -> list[Occurrence]:
        """All occurrences, in order of their ends."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [(start, end, number) for number, start, end in found]

    def __reduce__(self) -> tuple[Any, ...]:
        # The library's own object cannot be pickled.
        return RustScanner, (self._words,)


class PythonScanner(Scanner):
    """By dictionaries: of the words that begin with two characters, and of single characters."""

    def __init__(self, words: Sequence[str]) -> None:
        self._pairs: dict[str, list[tuple[str, int]]] = {}
        self._singles: dict[str, int] = {}
        for number, word in enumerate(words):
            if len(word) == 1:
                self._singles[word] = number
            else:
                self._pairs.setdefault(word[:2], []).append((word, number))

    def occurrences(self, text: str) -> list[Occurrence]:
        """All occurrences, in order of their ends."""
        found = [
            (at, at + 1, self._singles[char])
            for at, char in enumerate(text)
            if char in self._singles
        ]
        pairs = self._pairs
        for at in range(len(text) - 1):
            for word, number in pairs.get(text[at : at + 2], ()):
                if text.startswith(word, at):
                    found.append((at, at + len(word), number))
        found.sort(key=itemgetter(1))
        return found


class _Nothing(Scanner):
    def __init__(self, words: Sequence[str]) -> None:
        assert not words

    def occurrences(self, text: str) -> list[Occurrence]:
        return []


class WordScan:
    """Looks for words by the fastest scanner that is installed.

    :param words: all different, none empty.
    :param kinds: scanners to be tried, best first.
    """

    def __init__(self, words: Sequence[str], kinds: Sequence[type[Scanner]] | None = None) -> None:
        self._numbers: list[tuple[int, ...]] | None = None
        taken = [_LONE.sub(_INSTEAD, word) for word in words]
        self._replaced = taken != [*words]
        numbers: dict[str, list[int]] = {}
        for number, word in enumerate(taken):
            numbers.setdefault(word, []).append(number)
        if len(numbers) < len(taken):
            self._numbers = [tuple(same) for same in numbers.values()]
        self._scanner = _scanner(list(numbers), KINDS if kinds is None else kinds)

    def occurrences(self, text: str) -> list[Occurrence]:
        """All occurrences of all words, in order of their ends.

        Any ``str`` will do; a lone surrogate may be taken for another one.
        """
        if self._replaced:
            text = _LONE.sub(_INSTEAD, text)
        try:
            found = self._scanner.occurrences(text)
        except UnicodeEncodeError:
            found = self._scanner.occurrences(_LONE.sub(_INSTEAD, text))
        if self._numbers is None:
            return found
        return [(start, end, n) for start, end, same in found for n in self._numbers[same]]


KINDS: tuple[type[Scanner], ...] = (DaachorseScanner, RustScanner, PythonScanner)
"""The scanners, fastest first."""


def _scanner(words: Sequence[str], kinds: Sequence[type[Scanner]]) -> Scanner:
    if not words:
        return _Nothing(words)
    for kind in kinds[:-1]:
        try:
            return kind(words)
        except ImportError:
            continue
    return kinds[-1](words)
