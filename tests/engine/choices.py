"""Bytes read as choices: quick to draw, and zeros are the plainest of everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choices:
    """Makes choices of the bytes one after the other; when there are none left, of zeros."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def below(self, count: int) -> int:
        """0 to ``count - 1``; ``count`` is 256 at most."""
        self._at += 1
        return self._data[self._at - 1] * count // 256 if self._at <= len(self._data) else 0

    def likely(self, percent: int) -> bool:
        """Whether something is done that makes the example bigger."""
        return self.below(100) >= 100 - percent

    def pick(self, options: Sequence[T]) -> T:
        """One of the options; the first one is the plainest."""
        return options[self.below(len(options))]

    def some(self, options: Sequence[T], most: int) -> list[T]:
        """One to ``most`` different options, as far as there are any."""
        count = 1 + self.below(most)
        return list(dict.fromkeys(self.pick(options) for _ in range(count if options else 0)))
