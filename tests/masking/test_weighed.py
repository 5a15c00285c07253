"""Names that are told by all that is around them, and by what they are made of."""

from __future__ import annotations

import pytest

from linter.masking.texts import mentions_of


def names(said):
    return [said[m.start : m.end] for m in mentions_of(said) if m.kind == "name"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("男方卓航，32岁", ["卓航"]),
        ("离婚协议里写了，男方屠刚每月付两千", ["屠刚"]),
        ("家属签字这儿写金慧兰，关系写母女", ["金慧兰"]),
        ("叫浩宇听电话，我有事", ["浩宇"]),
        ("同车的还有大伟和翟师傅", ["大伟", "翟"]),
        ("老师，沐沐发烧了", ["沐沐"]),
        ("还有欧阳皓的家长", ["欧阳皓"]),
        ("王先生和李先生", ["王", "李"]),
        ("现在换成我，我叫于佳宁", ["于佳宁"]),
    ],
)
def test_enough_speaks_for_them(said, found):
    assert names(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "李白和杜甫谁大",
        "钱学森图书馆的活动",
        "周杰伦的稻香要用",
        "罗翔讲法的音频一共128集",
        "就那个大润发后面",
        "杜鹃花冬天怎么养",
        "高兴的话跟我说一声",
        "另外先生中中签的手续费",
        "方便的时候给个好评",
        "跟大家说一下，和大海去过",
    ],
)
def test_not_enough_does(said):
    assert names(said) == []
