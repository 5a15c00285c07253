"""The fixed words say the same in both languages."""

from __future__ import annotations

import dataclasses
import string

import pytest

from linter.coaching.drill.words import EN, ZH, words

FIELDS = [field.name for field in dataclasses.fields(ZH)]


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("field", FIELDS)
def test_the_same_is_filled_in(field):
    zh, en = getattr(ZH, field), getattr(EN, field)
    if isinstance(zh, dict):
        assert zh.keys() == en.keys()
        assert [places(zh[key]) for key in zh] == [places(en[key]) for key in zh]
    else:
        assert places(zh) == places(en)


def test_the_language():
    assert (words("zh"), words("en")) == (ZH, EN)


def test_english_is_english():
    said = [value for value in dataclasses.astuple(EN) if isinstance(value, str)]
    assert not [text for text in said if any("\u4e00" <= char <= "\u9fff" for char in text)]
