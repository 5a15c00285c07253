"""The checksums of numbers that have one."""

from __future__ import annotations

import datetime

from linter import lazy

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_VEHICLE = lazy.pattern(r"(?=[a-z0-9]{0,4}[a-z][a-z0-9]*\d{4}$)[a-hj-npr-z0-9]{17}")
_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def luhn(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit (ISO/IEC 7812-1) of the others."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def identity(number: str) -> bool:
    """Whether it is a number of 18 places as GB 11643-1999 has them.

    The check is that of ISO 7064, MOD 11-2; the birthday is a day there has been.
    """
    if len(number) != 18 or not number[:17].isdecimal() or not birthday(number[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[17].upper()


def like_identity(number: str) -> bool:
    """Whether it has the form of an identity number, of 18 places or the old 15.

    Recognisers mishear digits: one that fails its check is one all the same.
    """
    if not number[:-1].isdecimal() or number[:1] not in "123456789":
        return False
    if len(number) == 18:
        return birthday(number[6:14])
    return len(number) == 15 and birthday(f"19{number[6:12]}")


def birthday(digits: str) -> bool:
    """Whether eight digits are a day of 1900 to 2099."""
    if digits[:2] not in ("19", "20"):
        return False
    try:
        datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True


def credit_code(code: str) -> bool:
    """Whether it is a unified social credit code: GB 32100-2015, MOD 31-3."""
    code = code.upper()
    if len(code) != 18 or any(char not in _CODE for char in code) or not code[2:8].isdecimal():
        return False
    total = sum(
        _CODE.index(char) * weight for char, weight in zip(code, _CODE_WEIGHTS, strict=False)
    )
    return _CODE[-total % 31] == code[17]


def vehicle(code: str) -> bool:
    """Whether it has the form of a vehicle's number: GB 16735, ISO 3779.

    The check digit is one only in some countries, so it is not asked for.
    """
    return _VEHICLE.fullmatch(code) is not None and 3 <= sum(map(str.isalpha, code)) <= 12
