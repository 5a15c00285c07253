"""Which words are a value of a group."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.signals.values import _numbers, _over, _said_to_be, may_hold_number, value
from linter.text.normal import normalise
from linter.text.tokens import default_tokenizer

TAGS = default_tokenizer().tags


def values(group: str, words: str, *, asked: bool = True) -> set[str]:
    """What any part of the words turns out to be."""
    text = normalise(words).text
    spans = {value(group, text, at, at + 1, TAGS, asked=asked) for at in range(len(text))}
    return {text[span[0] : span[1]] for span in spans if span is not None}


@pytest.mark.parametrize(
    ("group", "words", "found"),
    [
        ("电话", "是13912340000", "13912340000"),
        ("电话", "幺三九幺二三四零零零零", "幺三九幺二三四零零零零"),
        ("电话", "139-1234-0000", "139-1234-0000"),
        ("电话", "139 1234 0000", "139，1234，0000"),
        ("电话", "零一零杠六六八三二二一幺", "零一零杠六六八三二二一幺"),
        ("电话", "139****0000", "139****0000"),
        ("电话", "[电话x]", "[电话x]"),
        ("电话", "尾号8830", "8830"),
        ("证件", "11010119900307123x", "11010119900307123x"),
        ("证件", "后六位零四幺五二八", "零四幺五二八"),
        ("单号", "jd0012345678", "jd0012345678"),
        ("单号", "[orderid_[数字]]", "[orderid_[数字]]"),
        ("账号", "175个02968", "175个02968"),
    ],
)
def test_numbers_however_they_are_said(group: str, words: str, found: str) -> None:
    assert found in values(group, words)


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("单号", "13912340000"),
        ("单号", "手机号是20240611"),
        ("单号", "[电话x]"),
        ("单号", "税号20240611"),
        ("账号", "110101199003071234"),
        ("账号", "身份证号是20240611"),
        ("电话", "订单号是20240611"),
        ("电话", "110101199003071234"),
        ("电话", "110"),
        ("证件", "13912340000"),
        ("证件", "0059"),
        ("单号", "花了3000块"),
        ("单号", "就那款[数字x]多的"),
        ("账号", "差[数字x]"),
    ],
)
def test_a_number_of_another_kind_is_no_value(group: str, words: str) -> None:
    assert values(group, words) == set()


@pytest.mark.parametrize(
    ("group", "words", "given"),
    [
        ("电话", "13912340000", True),
        ("电话", "8830", False),
        ("电话", "手机尾号8830", True),
        ("电话", "我爱人的电话是13912340000", False),
        ("电话", "我的电话是6683221", True),
        ("单号", "20240611", False),
        ("单号", "订单号是20240611", True),
        ("单号", "订单里有个东西20240611", False),
        ("单号", "[订单x]", True),
        ("单号", "[数字x]", False),
        ("证件", "110101199003071234", True),
    ],
)
def test_a_number_nobody_asked_for_has_to_say_what_it_is(
    group: str, words: str, given: bool
) -> None:
    assert bool(values(group, words, asked=False)) is given


def test_a_piece_that_fits_is_taken_out_of_two_numbers_said_in_one_breath() -> None:
    assert "13912340000" in values("电话", "13912340000，20240611")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("我在杏花巷二十二号", {"我在杏花巷二十二号"}),
        ("哪条路", set()),
        ("线路不好", set()),
        ("三号楼吗", set()),
    ],
)
def test_an_address_is_the_whole_clause_unless_it_is_none(words: str, found: set[str]) -> None:
    assert values("地址", words) == found


def test_of_a_group_that_nothing_is_known_of_every_span_is_a_value() -> None:
    assert value("床号", "六病区二十三床", 3, 7, TAGS, asked=True) == (3, 7)


@settings(deadline=None)  # the first example loads the dictionary
@given(
    st.sampled_from(["电话", "姓名", "地址", "证件", "单号", "账号"]),
    st.text(alphabet="13一幺x*[]数字电话号订单我姓王叫路，。点个万a", max_size=40),
    st.booleans(),
)
def test_a_value_lies_in_the_text_and_is_not_empty(group: str, words: str, asked: bool) -> None:
    text = normalise(words).text
    for at in range(len(text)):
        span = value(group, text, at, at + 1, TAGS, asked=asked)
        assert span is None or 0 <= span[0] < span[1] <= len(text)


WORDS = (
    "1391234",
    "0000",
    "二二",
    "手机",
    "号码",
    "订单",
    "是",
    "，",
    "点",
    "[电话x]",
    "ab",
    "x",
    "元",
    "*",
)
texts = st.lists(st.sampled_from(WORDS), max_size=8).map("".join)
BEING = ("号码", "后四位", "就是", "我为", "：", "nbsp", "#", "，", "我", "就", "位")
SAID_TO_BE = re.compile(
    r"(?:号码?|电话|手机|方式|尾号|编号|身份证|证件|订单|[后末][四六]位)(?:我?[是为:：]|就是|，|#|nbsp)*$"
)
LAW = settings(deadline=None, derandomize=True, max_examples=300)


@LAW
@given(st.lists(st.sampled_from(BEING)))
def test_what_a_number_is_said_to_be(words: list[str]) -> None:
    before = "".join(words)
    assert _said_to_be(f"{before}139", len(before)) == bool(SAID_TO_BE.search(before))


@LAW
@given(texts, st.sampled_from(["电话", "证件", "单号", "账号"]))
def test_a_number_that_was_not_asked_for_may_be_held(text: str, group: str) -> None:
    found = [value(group, text, at, at + 1, TAGS, asked=False) for at in range(len(text))]
    assert may_hold_number(text) or not any(found)


def test_most_turns_hold_no_number() -> None:
    assert not may_hold_number("我一个人在家，等了两三天。")


@LAW
@given(texts, st.integers(0, 24), st.integers(1, 6))
def test_the_numbers_over_a_span(text: str, start: int, size: int) -> None:
    for row in _numbers(text):
        over = [n for n in row if n.start < start + size and start < n.end]
        assert list(_over(row, start, start + size)) == over
