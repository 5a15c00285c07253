"""A scorer whose opinions follow from the characters and mean nothing: both engines ask it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch
from zlib import crc32

from linter.signals import learned
from linter.signals.learned import Weight

FAMILY = ("blame", "threat", "insult")
"""Labels of which the likeliest one is asked for."""
LABELS = (*FAMILY, "any")


class HashedScorer:
    """Any turn may have any score, and always has the same one."""

    labels = frozenset(LABELS)

    def family(self, label: str = "any") -> tuple[str, ...]:
        """The labels that one covers."""
        return {"any": FAMILY}[label]

    def gate(self, label: str) -> str:
        """No label depends on another one."""
        return ""

    def score(self, label: str, said: str, before: str) -> int:
        """0 to 100."""
        return _hash(label, said, before) % 101

    def top(self, said: str, before: str) -> tuple[str, int]:
        """Which of the family is the likeliest one, and its score."""
        scores = [(self.score(label, said, before), label) for label in FAMILY]
        score, label = max(scores)
        return label, score

    def weighing(self, label: str, said: str, before: str) -> tuple[Weight, ...]:
        """None to three stretches of the turn."""
        seed = _hash("weighing", label, said, before)
        found = []
        for number in range(seed % 4):
            start = seed // 4**number % len(said)
            end = min(len(said), start + 1 + seed // 5**number % 6)
            found.append(Weight(start, end, 3.0 / (1 + number)))
        return tuple(found)


def _hash(*parts: str) -> int:
    return crc32("\0".join(parts).encode("utf-8", "surrogatepass"))


@contextmanager
def hashed() -> Iterator[HashedScorer]:
    """Whoever asks for the scorer that is shipped gets a hashed one."""
    scorer = HashedScorer()
    with patch.object(learned, "default_scorer", lambda: scorer):
        yield scorer
