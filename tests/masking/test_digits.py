from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.masking.digits import without_numbers


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("号码13800001111。", "号码***********。"),
        ("四位1234", "四位1234"),
        ("五位12345", "五位*****"),
        ("１３８００", "*****"),
        ("幺三八零零零零", "*******"),
        ("一三八〇〇两", "******"),
        ("138 0000-1111", "*** ****-****"),
        ("零 一　二-三-四", "* *　*-*-*"),
        ("12, 345", "12, 345"),
        ("12  345", "12  345"),
        ("三月二十五日", "三月二十五日"),
        ("", ""),
    ],
)
def test_numbers_of_five_digits_are_hidden(text, shown):
    assert without_numbers(text) == shown


@given(st.text(st.sampled_from("0123456789１三零幺 -好a\n"), max_size=40))
def test_the_length_stays_and_no_long_number_does(text):
    output = without_numbers(text)
    assert len(output) == len(text)
    assert not re.search(r"\d{5}", output)
    assert without_numbers(output) == output


@given(st.text(max_size=40))
def test_only_digits_are_touched(text):
    changed = {
        before for before, after in zip(text, without_numbers(text), strict=True) if before != after
    }
    assert all(char.isdecimal() or char in "〇零一二三四五六七八九幺两" for char in changed)
