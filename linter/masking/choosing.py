"""Which of several things a place of a text is."""

from __future__ import annotations

from collections.abc import Sequence

from linter import lazy
from linter.masking.mentions import EXPLAINED, Kind, Mention
from linter.masking.plain import SHORT_TITLES, TITLES

_RANKS: dict[Kind, int] = {"email": 0, "plate": 1, "address": 4, "name": 6}
_TITLED = lazy.pattern(rf".(?:{TITLES}|{SHORT_TITLES})$")
_LONGEST = 16
"""Code points that no name has."""
_NUMBER = 3
_UNSURE = 5
_LEAST = 4
"""Characters of an address that are left worth masking."""
UNSURE = "没说是什么的长号码"
"""Why a number that nothing tells the meaning of is one."""


def best(found: Sequence[Mention]) -> list[Mention]:
    """Of mentions that overlap the surer ones, in order; what is left of an address stays one."""
    taken: list[Mention] = []
    covered = bytearray(max((mention.end for mention in found), default=0))
    for mention in sorted(found, key=_order):
        over = covered.find(1, mention.start, mention.end)
        if over >= 0:
            if mention.kind != "address" or over - mention.start < _LEAST:
                continue
            mention = mention._replace(end=over)
        covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
        taken.append(mention)
    return sorted(taken, key=lambda mention: mention.start)


def _order(mention: Mention) -> tuple[int, int]:
    """The surer first; of whole names the longer one, of which the other is a part."""
    if mention.kind != "name" or mention.key[0] == "姓" or _TITLED.search(mention.key):
        return _rank(mention), 0
    size = mention.end - mention.start
    return _rank(mention), -size - _LONGEST * (mention.why == EXPLAINED)


def _rank(mention: Mention) -> int:
    return _UNSURE if mention.why == UNSURE else _RANKS.get(mention.kind, _NUMBER)
