"""Names of which half is said, or that stand where only names do."""

from __future__ import annotations

import pytest

from linter.masking import masked
from linter.masking.texts import mentions_of


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("颜总留的电话", ["颜"]),
        ("我姓左，叫我左姐就行", ["左", "左"]),
        ("是冉姐让我打的", ["冉"]),
        ("团长梅芳姐说的", ["梅芳"]),
        ("就那个阿凯，不是凯文", ["凯", "凯文"]),
        ("找 Tony 老师", ["Tony"]),
        ("喂，我系梁生啊，点解", ["梁"]),
        ("洪sir 在吗", ["洪"]),
        ("我是猎英的宋佳，", ["宋佳"]),
        ("我姓卓，卓然", ["卓", "卓然"]),
        ("姓向名阳，向师傅", ["向", "阳", "向"]),
        ("我姓窦，窦长江的窦", ["窦", "窦长江的窦"]),
        ("叫蔡阿水还是蔡阿瑞啦", ["蔡阿水", "蔡阿瑞"]),
        ("一诺的爸爸", ["一诺"]),
        ("我儿子豆豆，三岁", ["豆豆"]),
        ("刘总、关总还有钱总", ["刘", "关", "钱"]),
        ("我叫尕让卓玛，", ["尕让卓玛"]),
        ("您好，链家谷丽，", ["谷丽"]),
        ("上次是小鹿帮我处理的", ["鹿"]),
        ("让阿坤在前台签收", ["坤"]),
        ("收件人改成苗小雨，地址不变", ["苗小雨"]),
        ("取票人就写欧阳倩", ["欧阳倩"]),
        ("上次是老赵来修的，赵师傅换了垫圈", ["赵", "赵"]),
    ],
)
def test_who_is_called_so(said, names):
    assert [said[m.start : m.end] for m in mentions_of(said)] == names


@pytest.mark.parametrize(
    "said",
    [
        "王总结一下，快递总是不到",
        "康师傅一箱",
        "余下的钱老师会退",
        "猫名叫白敬亭，白敬亭打完针了",
        "驾校名字叫安达",
        "高姐妹俩",
        "关总闸再试",
        "应先生要求",
        "原厂Cherry轴",
        "司机边开边抽烟",
        "在十一楼跟十二楼中间",
        "取件码 7-3-2046",
        "昨天去了人民医院三号楼拍片",
    ],
)
def test_what_only_looks_like_a_name_or_a_place(said):
    assert masked(said) == said
