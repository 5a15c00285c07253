"""What digits are by their form alone."""

from __future__ import annotations

import re

from linter import lazy
from linter.masking.checks import birthday, identity, like_identity, luhn
from linter.masking.mentions import Kind

Shape = tuple[Kind, str]
"""A kind, and what it was known by."""

_MOBILE = lazy.pattern(r"(?:0?086|86|0)?1[3-9]\d{9}")
_LANDLINE = lazy.pattern(r"(?:86)?0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}")
_SERVICE = lazy.pattern(r"[48]00\d{7}")
_CARD = lazy.pattern(r"62\d{14,17}|[345]\d{14,18}|9558\d{12,15}")
HOTLINE = lazy.pattern(r"1\d{2}|1\d{4}|95\d{3,4}|96\d{3,4}|100\d{2,3}|12\d{3}")
"""Numbers that everybody calls: emergency, operators, banks, the authorities."""

LONGEST = 19
"""Digits of the longest number that has a form of its own, a bank card's."""


def strong(digits: str) -> Shape | None:
    """What digits can only be, whatever is said around them."""
    size = len(digits)
    if size == 18 and identity(digits):
        return "id_card", "身份证号，校验位对得上"
    if _MOBILE.fullmatch(digits):
        return "phone", "手机号的样子"
    if size in (15, 18) and like_identity(digits):
        return "id_card", "身份证号的样子，生日对得上"
    if _LANDLINE.fullmatch(digits):
        return "phone", "带区号的固定电话"
    if _SERVICE.fullmatch(digits) and not digits.endswith("0000000"):
        return "phone", "400、800 电话"
    if _CARD.fullmatch(digits):
        if luhn(digits):
            return "bank_card", "银行卡号，校验位对得上"
        if size in (16, 19) and digits.startswith("62"):
            return "bank_card", "银行卡号的样子"
    return None


def nameless(written: str, digits: str) -> bool:
    """Whether digits that nothing tells the meaning of are too long to be anything but a number
    of somebody's: no day, no round sum, no range.

    :param written: as they stand in the text, in one breath.
    """
    size = len(digits)
    if size < 7 or re.fullmatch(r"\d*0000|(\d)\1*|0?123456789?0?", digits):
        return False
    if size in (8, 10, 12, 14) and birthday(digits[:8]):
        return False
    pieces = re.split(r"[^0-9]", written)
    return not (len(pieces) == 2 and all(p.endswith("0") and len(p) < 7 for p in pieces))
