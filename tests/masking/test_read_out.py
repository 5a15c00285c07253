"""Numbers as people read them out: by radio, in tens, broken off, taken back."""

from __future__ import annotations

import pytest

from linter.masking import masked
from linter.masking.plain import plain
from linter.masking.runs import runs
from linter.masking.texts import mentions_of


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("洞拐幺 三八两勾", ["0713829"]),
        ("等一下啊，八七三三", ["8733"]),
        ("幺三八，三个八，双零", ["138", "888", "00"]),
        ("拐三个弯", ["3"]),
        ("第一，一起，一二三", ["123"]),
    ],
)
def test_which_digits_are_said(said, digits):
    assert [run.digits for run in runs(plain(said))] == digits


@pytest.mark.parametrize(
    "said",
    [
        "电话一百三十八，零零二十五，六十七，零三八一",
        "幺三九，二十五，六十六，四十七，十八",
        "卡上，六二一七，零零，嗯……不对，六二一七，零零一三，八零零零，四四七零，三九五",
        "我电话五一三三，等哈，九零七二",
    ],
)
def test_it_is_one_number(said):
    assert len(mentions_of(said)) == 1


@pytest.mark.parametrize(
    "said",
    ["花了一百三十八，二十五，三十六块", "茅台六零零五幺九，成本一千六", "退费走 12315 账户也行"],
)
def test_what_is_counted_stays(said):
    assert masked(said) == said


def test_a_number_goes_on_after_a_cry():
    said = (
        "客户：记我电话，幺三九，哎呀水又喷出来了\n坐席：您别急\n"
        "客户：五八二七，把盆拿过来！零零六四！"
    )
    assert [m.key for m in mentions_of(said)] == ["13958270064"] * 3


def test_the_rest_of_a_number_comes_later():
    said = "通行证 C 0 8 8 2 7，后面的我看不清，4 1 3"
    assert len(mentions_of(said)) == 2


def test_what_was_spoken_of_is_what_is_asked_for():
    said = "客户：护照要不要报？\n坐席：麻烦报一下。\n客户：E K 四七零，二二八"
    assert [m.kind for m in mentions_of(said)] == ["other_id"]


def test_a_part_of_what_was_told_is_masked_too():
    said = (
        "坐席：会员号 XS2024091708\n客户：091708 结尾那个？\n坐席：XS2024 开头\n"
        "客户：手机 13577716688\n坐席：后三位688"
    )
    found = mentions_of(said)
    assert [said[m.start : m.end] for m in found] == [
        "XS2024091708", "091708", "XS2024", "13577716688", "688",
    ]  # fmt: skip
