"""Filling a template's slots for one call: its trade, its people, its numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

from tools.bench.words import (
    CITIES,
    COMPANY_HEADS,
    COMPANY_TAILS,
    DAYS,
    FEELINGS,
    GIVEN,
    KIN,
    PARTS,
    PLACE_HEADS,
    PLACE_TAILS,
    SURNAMES,
    Trade,
)

_SPOKEN = str.maketrans("0123456789", "零幺二三四五六七八九")
_SMALL = (
    "一",
    "两",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "十二",
    "十五",
    "二十",
    "三十",
)
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


class Filler:
    """The slots of one call; what a call keeps to (company, customer, phone) stays the same.

    :param random: the call's own source of chance.
    :param trade: what the call is about.
    """

    def __init__(self, random: Random, trade: Trade) -> None:
        self._random = random
        self._trade = trade
        self._at = random.random
        digits = str(random.randrange(10**9, 10**10))
        self._phone = "1" + digits
        self._surname = self._of(SURNAMES)
        self._name = self._surname + self._of(GIVEN) + (self._of(GIVEN) if self._at() < 0.7 else "")
        self._company = self._of(COMPANY_HEADS) + self._of(COMPANY_TAILS)
        # Most of a call is about one thing.
        self._thing = self._of(trade.things)
        self._kinds: dict[str, Callable[[], str]] = {
            "company": lambda: self._company,
            "surname": lambda: self._surname,
            "name": lambda: self._name,
            "given": lambda: self._of(GIVEN),
            "phone": lambda: self._phone,
            "phone_said": lambda: self._phone.translate(_SPOKEN),
            "tail": lambda: self._phone[-4:],
            "thing": lambda: self._thing if self._at() < 0.5 else self._of(trade.things),
            "trouble": lambda: self._of(trade.troubles),
            "step": lambda: "给您" + self._of(trade.steps),
            "cause": lambda: self._of(trade.causes),
            "kin": lambda: self._of(KIN),
            "kin_of": lambda: self._of(KIN)[1:] if self._at() < 0.5 else "自己",
            "day": lambda: self._of(DAYS),
            "part": lambda: self._of(PARTS),
            "feeling": lambda: self._of(FEELINGS),
            "n": lambda: self._of(_SMALL),
            "digit": lambda: str(int(self._at() * 9) + 1),
            "badge": lambda: str(1000 + int(self._at() * 9000)),
            "money": self._money,
            "clock": self._clock,
            "date": lambda: f"{1 + int(self._at() * 12)}月{1 + int(self._at() * 28)}号",
            "city": lambda: self._of(CITIES),
            "place": lambda: self._of(PLACE_HEADS) + self._of(PLACE_TAILS),
            "code": self._code,
        }

    def fill(self, template: str) -> str:
        """The template with its slots filled.

        :raises KeyError: for a slot that does not exist.
        """
        return "".join(self._kinds[part]() if slot else part for slot, part in _parts(template))

    def _of(self, words: tuple[str, ...]) -> str:
        return words[int(self._at() * len(words))]

    def _money(self) -> str:
        return str(int(5 + self._at() ** 3 * 3000))

    def _clock(self) -> str:
        hour = 8 + int(self._at() * 12)
        return f"{hour}点" if self._at() < 0.6 else f"{hour}点半"

    def _code(self) -> str:
        letters = "".join(_LETTERS[int(self._at() * 24)] for _ in range(2))
        return letters + str(self._random.randrange(10**8, 10**9))


@cache
def _parts(template: str) -> tuple[tuple[bool, str], ...]:
    """A template cut into words as they are (``False``) and slots (``True``)."""
    found: list[tuple[bool, str]] = []
    for piece in template.split("{"):
        slot, brace, rest = piece.partition("}")
        if brace:
            found += [(True, slot), (False, rest)]
        else:
            found.append((False, piece))
    return tuple((slot, part) for slot, part in found if part)
