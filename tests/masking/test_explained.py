"""The characters of names, as they are told."""

from __future__ import annotations

import pytest

from linter.masking.texts import mentions_of


def names(said):
    return [said[m.start : m.end] for m in mentions_of(said) if m.kind == "name"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("我叫卫永昌卫生的卫永远的永昌盛的昌", ["卫永昌", "卫生的卫", "永远的永", "昌盛的昌"]),
        ("叫张桂兰桂花的桂兰花的兰", ["张桂兰", "桂花的桂", "兰花的兰"]),
        ("三个字费费用的费玉玉石的玉", ["费费用的费", "玉玉石的玉"]),
        ("不是王是汪三点水加个王汪有财", ["汪", "三点水加个王", "汪有财"]),
        ("木子李双木林的林李林", ["木子李", "双木林的林", "李林"]),
        ("上周面试的贡嘎，对，贡献的贡，嘎嘎叫的嘎", ["贡嘎", "贡献的贡", "嘎嘎叫的嘎"]),
        ("实名林巧（巧克力的巧）", ["林巧", "巧克力的巧"]),
    ],
)
def test_what_a_name_is_written_with(said, found):
    assert names(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "其他银行的银行卡，招商银行的银行卡",
        "电话的话打这个，真的真的",
        "我们证券公司，国家的国，信用的信",
        "拼音里有妈妈的妈",
    ],
)
def test_what_is_no_name(said):
    assert names(said) == []
