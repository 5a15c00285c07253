"""Names in answers."""

from __future__ import annotations

import pytest

from linter.signals.names import name_in
from linter.text.tokens import default_tokenizer


def name(words: str) -> str | None:
    span = name_in(words, 0, default_tokenizer().tags)
    return span and words[span[0] : span[1]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("王玉林", "王玉林"),
        ("楚，清楚的楚", "楚"),
        ("我叫刘佳宁", "刘佳宁"),
        ("我姓贺", "贺"),
        ("免贵姓靳", "靳"),
        ("是韩有福啊", "韩有福"),
        ("陆小姐", "陆小姐"),
        ("我是邵先生", "邵先生"),
        ("[姓名x]", "[姓名x]"),
        ("许雯言午许雨字头那个雯", "许雯言午"),
    ],
)
def test_a_name(words: str, found: str) -> None:
    assert name(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "",
        "方便",
        "马上给你",
        "你管我姓什么",
        "姓名",
        "叫你们经理",
        "我叫救护车",
        "没有",
        "江苏路口",
        "张嘴就来的事情",
    ],
)
def test_no_name(words: str) -> None:
    assert name(words) is None


def test_a_name_ends_with_its_clause() -> None:
    assert name_in("王玉林，方便", 4, default_tokenizer().tags) is None
