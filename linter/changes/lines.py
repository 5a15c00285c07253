"""The lines of one file that a change touched."""

from __future__ import annotations

from bisect import bisect_left

from linter.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Touched:
    """What became of a file's lines, counted as the file is now, from 1.

    :ivar ranges: first and last line of what was written anew, in their order, apart from each
        other.
    :ivar gaps: lines after which something was taken out and nothing written; 0 is the file's
        beginning.
    :ivar whole: whether nobody can say which lines: the file is new, or git sees no lines in it.
    """

    ranges: tuple[tuple[int, int], ...] = ()
    gaps: tuple[int, ...] = ()
    whole: bool = False

    def lines(self, first: int, last: int) -> bool:
        """Whether any line from ``first`` to ``last`` was written anew."""
        if self.whole:
            return True
        at = bisect_left(self.ranges, first, key=_last)
        return at < len(self.ranges) and self.ranges[at][0] <= last

    def stretch(self, first: int, last: int) -> bool:
        """Whether anything from ``first`` to ``last`` was written anew, or taken out between
        them or right at their ends."""
        if self.lines(first, last):
            return True
        at = bisect_left(self.gaps, first - 1)
        return at < len(self.gaps) and self.gaps[at] <= last


WHOLE = Touched(whole=True)
NOWHERE = Touched()
"""Of a file that has another name or other permissions, and the same lines."""


def _last(lines: tuple[int, int]) -> int:
    return lines[1]
