"""Names that are no surname with a given name."""

from __future__ import annotations

import pytest

from linter.masking import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("谭老三让我来的", "某某甲让我来的"),
        ("王胖子的货", "某某甲的货"),
        ("朵朵妈妈您好", "某甲妈妈您好"),
        ("他叫Tom", "他叫某某甲"),
        ("名字拼音LI NA", "名字拼音某某某某甲"),
        ("乘客姓名LI/NA", "乘客姓名某某某某甲"),
        ("Mr Lee", "Mr 某某甲"),
    ],
)
def test_nicknames_and_latin_names_are_masked(text, shown):
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "于大三的时候",
        "任小二十块",
        "天天妈妈做饭",
        "常常家长来",
        "她叫app客服",
        "它叫siri",
        "名字是null",
    ],
)
def test_what_only_looks_like_it_stays(text):
    assert masked(text) == text
