"""Looking patterns up in one speaking turn, each once, however many hits ask for it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from linter.signals.finder import Finder
from linter.signals.matcher import Context, Slots
from linter.text.turns import SpeakingTurn


@dataclass(frozen=True, slots=True)
class Search:
    """The spans of patterns in one turn; places are of its matching form.

    :ivar others: what the other side said in its last turns before, nearest last.
    """

    turn: SpeakingTurn
    context: Context
    others: tuple[str, ...] = ()
    _found: dict[int, list[tuple[int, int, Slots]]] = field(default_factory=dict)

    def spans(self, finder: Finder) -> list[tuple[int, int, Slots]]:
        """All spans of a pattern, in order."""
        key = id(finder)
        if key not in self._found:
            self._found[key] = finder.find(self.turn.text, self.context)
        return self._found[key]

    def within(self, finder: Finder, low: int, high: int) -> bool:
        """Whether a span lies in ``[low, high]``."""
        # Starts and ends both increase: the first span from ``low`` on is the one that ends first.
        spans = self.spans(finder)
        first = bisect_left(spans, low, key=lambda span: span[0])
        return first < len(spans) and spans[first][1] <= high

    def precedes(self, finder: Finder, low: int, soonest: int, latest: int) -> bool:
        """Whether a span that begins at ``low`` or later ends from ``soonest`` to ``latest``."""
        spans = self.spans(finder)
        first = max(
            bisect_left(spans, low, key=lambda span: span[0]),
            bisect_left(spans, soonest, key=lambda span: span[1]),
        )
        return first < len(spans) and spans[first][1] <= latest

    def overlaps(self, finder: Finder, start: int, end: int) -> bool:
        """Whether a span shares characters with ``[start, end)`` and is not that very span."""
        spans = self.spans(finder)
        first = bisect_left(spans, start + 1, key=lambda span: span[1])
        # Where the very span is among them, there is another one only next to it.
        return any(a < end and (a, b) != (start, end) for a, b, _ in spans[first : first + 2])

    def follows(self, finder: Finder, soonest: int, latest: int, high: int) -> bool:
        """Whether a span that ends by ``high`` begins from ``soonest`` to ``latest``."""
        spans = self.spans(finder)
        first = bisect_left(spans, soonest, key=lambda span: span[0])
        return first < len(spans) and spans[first][0] <= latest and spans[first][1] <= high
