from __future__ import annotations

import pytest

from linter.masking.checks import birthday, credit_code, identity, like_identity, luhn


@pytest.mark.parametrize(
    ("digits", "right"), [("79927398713", True), ("79927398710", False), ("4111111111111111", True)]
)
def test_luhn(digits, right):
    assert luhn(digits) is right


# The example of GB 11643-1999, and the same with another check digit, day or place.
@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("11010519491231002X", True),
        ("11010519491231002x", True),
        ("440524188001010014", False),
        ("110105194912310021", False),
        ("11010519491331002X", False),
        ("1101051949123100", False),
    ],
)
def test_identity_numbers(number, right):
    assert identity(number) is right


def test_what_is_misheard_is_like_one_all_the_same():
    assert like_identity("110105194912310021")
    assert like_identity("110105491231002")
    assert not like_identity("110105491331002")
    assert not like_identity("010105194912310021")
    assert not like_identity("1101051949123100")


@pytest.mark.parametrize(
    ("digits", "right"), [("20240229", True), ("20230229", False), ("18991231", False)]
)
def test_birthdays_are_days(digits, right):
    assert birthday(digits) is right


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("91350100M000100Y43", True),
        ("91350100m000100y43", True),
        ("91350100M000100Y44", False),
        ("91350100M000100I43", False),
        ("9135010", False),
    ],
)
def test_credit_codes(code, right):
    assert credit_code(code) is right
