"""Looking patterns up in one speaking turn, each once, however many hits ask for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from operator import itemgetter

from linter.signals.finder import Finder, PlacesOf, places_of
from linter.signals.matcher import Context, Slots
from linter.text.turns import SpeakingTurn

READ_BACK_TURNS = 6
"""How many turns of the other side somebody may read back from."""


_start, _end = itemgetter(0), itemgetter(1)


class Search:
    """The spans of patterns in one turn; places are of its matching form.

    :param before: the speaking turns before it.
    """

    __slots__ = ("_before", "_chars", "_found", "_others", "_places", "context", "turn")

    def __init__(
        self, turn: SpeakingTurn, context: Context, before: Sequence[SpeakingTurn] = ()
    ) -> None:
        self.turn = turn
        self.context = context
        self._before = before
        self._others: tuple[str, ...] | None = None
        self._chars: frozenset[str] | None = None
        self._places: PlacesOf | None = None
        self._found: dict[int, list[tuple[int, int, Slots]]] = {}

    @property
    def others(self) -> tuple[str, ...]:
        """What the other side said in its last turns before, nearest last."""
        if self._others is None:
            role = self.turn.role
            others = (t.text for t in reversed(self._before) if t.role != role and t.substantive)
            self._others = tuple(islice(others, READ_BACK_TURNS))[::-1]
        return self._others

    @property
    def last_said(self) -> str:
        """What the other side said in its last turn before; empty where it said nothing."""
        return self.others[-1] if self.others else ""

    def spans(self, finder: Finder) -> list[tuple[int, int, Slots]]:
        """All spans of a pattern, in order."""
        key = id(finder)
        found = self._found.get(key)
        if found is None:
            # Most exceptions cannot even begin in a turn.
            firsts, chars = finder.firsts, self._chars
            if chars is None:
                chars = self._chars = frozenset(self.turn.text)
            hopeless = firsts is not None and not finder.hearing and firsts.isdisjoint(chars)
            found = self._found[key] = [] if hopeless else self.find(finder)
        return found

    def find(
        self, finder: Finder, near: Sequence[int] | None = None
    ) -> list[tuple[int, int, Slots]]:
        """All spans of a pattern that is asked for once, in order.

        :param near: as for :meth:`Finder.find`.
        """
        return finder.find(self.turn.text, self.context, self.places, near)

    def places(self) -> PlacesOf:
        """Where each character stands."""
        if self._places is None:
            self._places = places_of(self.turn.text)
        return self._places

    def within(self, finder: Finder, low: int, high: int) -> bool:
        """Whether a span lies in ``[low, high]``."""
        # Starts and ends both increase: the first span from ``low`` on is the one that ends first.
        spans = self.spans(finder)
        if not spans:
            return False
        first = bisect_left(spans, low, key=_start)
        return first < len(spans) and spans[first][1] <= high

    def precedes(self, finder: Finder, low: int, soonest: int, latest: int) -> bool:
        """Whether a span that begins at ``low`` or later ends from ``soonest`` to ``latest``."""
        spans = self.spans(finder)
        if not spans:
            return False
        first = max(bisect_left(spans, low, key=_start), bisect_left(spans, soonest, key=_end))
        return first < len(spans) and spans[first][1] <= latest

    def overlaps(self, finder: Finder, start: int, end: int) -> bool:
        """Whether a span shares characters with ``[start, end)`` and is not that very span."""
        spans = self.spans(finder)
        if not spans:
            return False
        first = bisect_left(spans, start + 1, key=_end)
        # Where the very span is among them, there is another one only next to it.
        return any(a < end and (a, b) != (start, end) for a, b, _ in spans[first : first + 2])

    def follows(self, finder: Finder, soonest: int, latest: int, high: int) -> bool:
        """Whether a span that ends by ``high`` begins from ``soonest`` to ``latest``."""
        spans = self.spans(finder)
        if not spans:
            return False
        first = bisect_left(spans, soonest, key=_start)
        return first < len(spans) and spans[first][0] <= latest and spans[first][1] <= high
