"""Whether nearly the same has been chosen before, without comparing everything with everything.

Each text is known by a few of its stretches of three characters, those whose hashes are the lowest
(a bottom-k sketch: A. Broder, On the resemblance and containment of documents, 1997). Only texts
that share two of them are compared, by rapidfuzz.
"""

from __future__ import annotations

import zlib
from collections import Counter

from rapidfuzz import fuzz

from linter.coaching.examples.model import Example
from linter.text.fold import folded

ALIKE = 80
"""Percent from which two texts are nearly the same (Indel similarity, ``rapidfuzz.fuzz.ratio``)."""
SHORT = 12
"""Characters of a turn that says too little by itself: what it answers is compared, too."""

_STRETCH = 3
_SKETCH = 12
_SHARED = 2


class Alike:
    """What was chosen so far."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._by: dict[int, list[int]] = {}

    def has(self, text: str) -> bool:
        """Whether there is nearly the same text."""
        marks = _sketch(text)
        shared = Counter(number for mark in marks for number in self._by.get(mark, ()))
        least = min(_SHARED, len(marks))
        return any(
            count >= least and fuzz.ratio(text, self._texts[number], score_cutoff=ALIKE)
            for number, count in shared.items()
        )

    def add(self, text: str) -> None:
        """Remember a text."""
        for mark in _sketch(text):
            self._by.setdefault(mark, []).append(len(self._texts))
        self._texts.append(text)


def substance(example: Example) -> str:
    """What two examples are compared by: the agent's words and, when they are few, the customer's
    before them; without stops and blanks."""
    said = _letters(example.said)
    if len(said) >= SHORT:
        return said
    before = example.turns[: example.focus]
    other = next((turn.text for turn in reversed(before) if turn.role == "customer"), "")
    return _letters(other) + "\n" + said


def _letters(text: str) -> str:
    return "".join(char for char in folded(text) if char.isalnum() or char == "*")


def _sketch(text: str) -> list[int]:
    # Not hash(): that one is another in every process.
    stretches = {text[at : at + _STRETCH] for at in range(max(1, len(text) - _STRETCH + 1))}
    return sorted({zlib.crc32(s.encode("utf-8", "surrogatepass")) for s in stretches})[:_SKETCH]
