"""jieba's way to cut: the likeliest route through the words there are, and an HMM for the rest.

The same sums in the same order as in jieba 0.42.1 (``Tokenizer.cut`` and ``finalseg.cut``), so
that the results are the same where two ways to cut are all but equally likely. How it works:
https://github.com/fxsjy/jieba
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from math import log

from linter.text.jieba_data import JiebaData
from linter.text.lexicon import Lexicon

_BLOCK = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+)")
"""What jieba looks for words in."""

_SPACE = re.compile(r"(\r\n|\s)")

_HAN = re.compile(r"([\u4E00-\u9FD5]+)")

_LATIN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")

_LETTER = re.compile(r"[a-zA-Z0-9]")

_BEGIN, _END, _MIDDLE, _SINGLE = range(4)
"""The places of jieba's states in its data; of two equally likely, jieba takes the higher."""

_BEFORE = ((_SINGLE, _END), (_MIDDLE, _BEGIN), (_MIDDLE, _BEGIN), (_SINGLE, _END))
"""For each state, those it can follow, the higher first."""


def cut_with(cut_block: Callable[[str], Iterable[str]], text: str) -> list[str]:
    """The tokens of ``text``, in order; together they are the whole text.

    :param cut_block: cuts a run of what words are made of: Chinese characters, letters, digits
        and ``+#&._%-``.
    """
    tokens: list[str] = []
    for index, run in enumerate(_BLOCK.split(text)):
        if index % 2:
            tokens.extend(cut_block(run))
        elif len(run) < 2:
            tokens.extend(run)
        else:
            for place, part in enumerate(_SPACE.split(run)):
                tokens.extend((part,) if place % 2 else part)
    return tokens


def cut_latin(run: str) -> Iterable[str]:
    """The tokens of letters, digits and ``+#&._%-`` that are in no word: numbers stay whole."""
    return filter(None, _LATIN.split(run))


class Cutter:
    """Cuts as jieba does by default, that is with its HMM.

    :param data: jieba's.
    :ivar lexicon: the words known so far.
    """

    def __init__(self, data: JiebaData) -> None:
        self.lexicon = Lexicon(data)
        self._start = data.start
        self._transitions = data.transitions

    def add_word(self, word: str) -> None:
        """Make ``word`` frequent enough to be a token, as jieba's method of that name does."""
        lexicon = self.lexicon
        likely = 1.0
        for token in cut_with(self._cut_known, word):
            frequency = lexicon.frequency(token)
            likely *= (1 if frequency is None else frequency) / float(lexicon.total)
        before = lexicon.frequency(word)
        lexicon.add(word, max(int(likely * lexicon.total) + 1, 1 if before is None else before))

    def cut_block(self, block: str) -> Iterator[str]:
        """The tokens of a run of Chinese characters, letters, digits and ``+#&._%-``."""
        rest = ""
        for word in self._route(block):
            if len(word) == 1:
                rest += word
                continue
            yield from self._cut_rest(rest)
            rest = ""
            yield word
        yield from self._cut_rest(rest)

    def _cut_known(self, block: str) -> Iterator[str]:
        """Without the HMM: letters and digits that are no words are kept together."""
        letters = ""
        for word in self._route(block):
            if len(word) == 1 and _LETTER.match(word):
                letters += word
                continue
            if letters:
                yield letters
                letters = ""
            yield word
        if letters:
            yield letters

    def _route(self, block: str) -> Iterator[str]:
        """The likeliest way to make ``block`` of words; what is in none is left single."""
        size = len(block)
        log_total = log(self.lexicon.total)
        likely, ends = [0.0] * (size + 1), [0] * size
        for start in range(size - 1, -1, -1):
            words = self.lexicon.starting(block, start)
            likely[start], ends[start] = max(
                ((chance - log_total + likely[end], end) for end, chance in words),
                default=(0.0 - log_total + likely[start + 1], start + 1),
            )
        start = 0
        while start < size:
            yield block[start : ends[start]]
            start = ends[start]

    def _cut_rest(self, rest: str) -> Iterator[str]:
        """The tokens of what the route has left single."""
        if len(rest) < 2 or self.lexicon.entry(rest):
            yield from rest
            return
        for index, run in enumerate(_HAN.split(rest)):
            yield from self._cut_unknown(run) if index % 2 else cut_latin(run)

    def _cut_unknown(self, han: str) -> Iterator[str]:
        """The tokens of Chinese characters as the HMM sees them (Viterbi)."""
        seen = self.lexicon.chances(han[0])
        likely = [self._start[state] + seen[state] for state in range(4)]
        came_from: list[tuple[int, ...]] = []
        for char in han[1:]:
            seen = self.lexicon.chances(char)
            choices = [
                max(
                    (likely[before] + self._transitions[before][state] + seen[state], before)
                    for before in _BEFORE[state]
                )
                for state in range(4)
            ]
            likely = [chance for chance, _ in choices]
            came_from.append(tuple(before for _, before in choices))
        state = max((likely[state], state) for state in (_END, _SINGLE))[1]
        states = [state]
        for before in reversed(came_from):
            state = before[state]
            states.append(state)
        stops = [at for at, state in enumerate(reversed(states), 1) if state in (_END, _SINGLE)]
        for start, stop in zip([0, *stops], stops, strict=False):
            yield han[start:stop]
