"""Throwing back: words of a hit are those that the other side has just said.

Who hears 您先把调门收收 and answers 我调门？ asks nothing: he holds the words up. So does who says
什么叫“总可以了吧”. The same words a few turns later are only what the call is about.
"""

from __future__ import annotations

from linter.signals.contexts.read_back import bound

_NUMERALS = frozenset("0123456789零一二三四五六七八九十百千万两幺半")
"""Who says a number again wants to have heard it right."""


def echoes(words: str, other: str, least: int) -> bool:
    """Whether a stretch of ``words`` stands in what the other side said, too.

    Pronouns, particles and pauses are left out on both sides: 您别嚷嚷 comes back as 我嚷嚷.

    :param least: how many characters, numerals not counted, the stretch has to have.
    """
    own, said = bound(words)[0], bound(other)[0]
    return any(_longest(own, start, said) >= least for start in range(len(own)))


def _longest(own: str, start: int, said: str) -> int:
    """Of the longest stretch from ``start`` on that ``said`` has: its characters."""
    end = start
    while end < len(own) and own[start : end + 1] in said:
        end += 1
    return sum(char not in _NUMERALS for char in own[start:end])
