"""The forms of many texts made at once, against the definition that goes by characters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.text import fold
from linter.text import forms as in_bulk
from linter.text.dialect import CHARACTERS
from linter.text.forms import form, forms
from linter.text.normal import HESITATIONS, STUTTER_SINGLE, normalise

from .test_normal import PIECES

STRANGE = (
    *CHARACTERS,
    *HESITATIONS,
    *("唔该", "唔，", "，唔，", "臺", "電話"),
    *("&nbsp", "&NBSP;", "&nbsp;&nbsp;", "＆ｎｂｓｐ；", "&nbsp；", "&amp;nbsp;"),
    *("⒈", "⒈5", "5⒈", "²", "3²5", "½", "㎡", "：", "．", "３．５", "…", "⋯"),
    *("\r\n", "\x0b", "\x1c", "\x85", "\xa0", "\u2028", "\u2029", "\u3000", "\x07"),
    *("\udc00", "\ud83d", "\U0001f600", "\U00020000", "\U000e0001", "\ufe0f", "\u3164"),
)
LOOK_ALIKES = ("一", "伀", "乀", "二", "亼", "一二", "伀亼", "一亼")
"""The low bytes of some are equal: their code points are 256 or 64 apart, or none of these."""
texts = st.one_of(
    st.lists(st.sampled_from((*PIECES, *STRANGE)), max_size=20).map("".join),
    st.lists(st.sampled_from((*STUTTER_SINGLE, "，", "。", "那个", "呃")), max_size=12).map(
        "".join
    ),
    st.lists(st.sampled_from((*LOOK_ALIKES, "，", "\U0001f600")), max_size=10).map("".join),
    st.text("甲乙，", max_size=14),
    st.text(st.characters(codec=None, exclude_categories=[]), max_size=20),
)


@settings(deadline=None, max_examples=1_500)
@given(st.lists(texts, max_size=6))
@example(["甲\n乙", "我我"])
@example(["", "", "\n"])
@example(["&nbsp", ";甲"])
@example(["那个", "那个"])
@example(["我", "我想问"])
@example(["甲乙", "甲乙"])
@example(["3.", "5"])
@example(["3:", "5元，2:3"])
def test_the_forms_of_texts_are_those_of_each(said: list[str]) -> None:
    assert forms(said) == [normalise(text).text for text in said]


def test_every_character_alone_and_between_others() -> None:
    ranges = (
        (0, 0x3400),
        (0x9FF0, 0xA010),
        (0xD7F0, 0xE010),
        (0xF8F0, 0x10010),
        (0x1F000, 0x1F100),
    )
    codes = [code for first, last in ranges for code in range(first, last)]
    said = [f"甲{chr(code)}5" for code in codes]
    assert forms(said) == [normalise(text).text for text in said]


def test_every_character_that_is_written_in_another_way() -> None:
    said = [f"甲{char}乙" for char in (*fold.simplified(), *CHARACTERS, *HESITATIONS)]
    assert forms(said) == [normalise(text).text for text in said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("您好", "您好"),
        ("您好 请讲", "您好，请讲"),
        ("您好\n请讲", "您好。请讲"),
        ("ＶＩＰ客戶", "vip客户"),
        ("“您好”", "您好"),
        ("don't", "dont"),
        ("3.5元，12:30，3/5", "3.5元，12:30，3/5"),
        ("好.那我走:是/不", "好。那我走，是，不"),
        ("第⒈5条", "第1.5条"),
        ("第⒈条", "第1。条"),
        ("您好&nbsp;请讲", "您好，请讲"),
        ("您好＆ｎｂｓｐ；请讲", "您好，请讲"),
        ("您好&nbsp请讲", "您好&nbsp请讲"),
        ("我呃嗯想问", "我想问"),
        ("唔知唔该", "不知唔该"),
        ("，，。您好。，！请讲", "您好。请讲"),
        ("那个，您好，就是说。然后", "您好。"),
        ("呃那个呃，您好", "您好"),
        ("那那个，我，我想问", "我想问"),
        ("我，那个，我想问", "我想问"),
        ("\ud800您您好\U0001f600", "\ud800您好\U0001f600"),
    ],
)
def test_form(text: str, expected: str) -> None:
    assert form(text) == expected
    assert normalise(text).text == expected


@pytest.mark.parametrize("said", ["甲乙", "甲乙丙", "甲乙丙丁", "甲乙丙丁戊"])
@pytest.mark.parametrize("comma", ["", "，"])
@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("您好，", "，再见"), ("\U0001f600", "\U0001f600"), ("。\ud800", "")],
)
def test_a_stutter_of_any_length_goes(said: str, comma: str, before: str, after: str) -> None:
    first = form(f"{before}己")[:-1]
    assert form(f"{before}{said}{comma}{said}{after}") == f"{first}{said}{after}"


@pytest.mark.parametrize("comma", ["", "，"])
def test_what_is_too_long_for_a_stutter_stays(comma: str) -> None:
    assert form(f"甲乙丙丁戊己{comma}甲乙丙丁戊己") == f"甲乙丙丁戊己{comma}甲乙丙丁戊己"


@pytest.mark.parametrize(
    "text",
    [
        "一二伀亼",
        "一二，伀亼",
        "一二一亼",
        "一二伀二",
        "三两天三两夜一天",
        "甲乙丙甲丁",
        "ab ab",
        "甲乙。甲乙",
    ],
)
def test_what_only_looks_like_a_stutter_stays(text: str) -> None:
    assert form(text) == normalise(text).text == text.replace(" ", "，")


def test_no_text_runs_into_the_next() -> None:
    assert forms(["我", "我", "", "甲乙", "甲乙", "那个", "个"]) == [
        *("我", "我", "", "甲乙", "甲乙", "", "个"),
    ]
    assert forms(["5.", "5"]) == ["5。", "5"]


def test_no_texts_have_no_forms() -> None:
    assert forms([]) == []


@pytest.mark.parametrize(
    "said",
    [
        ("您好，请问有什么事？", "我要退款！"),
        ("您好，请问有什么事？", "电话 12:30"),
        ("ＶＩＰ", "甲乙丙"),
    ],
)
def test_a_text_that_is_its_own_form_is_not_copied(said: tuple[str, str]) -> None:
    for text, made in zip(said, forms(said), strict=True):
        assert (made is text) is (made == text)


def test_texts_are_left_as_they_are() -> None:
    said = ["我我", "甲\n乙"]
    forms(said)
    assert said == ["我我", "甲\n乙"]


def test_passes_over_a_long_text_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    passes = 0
    twice = in_bulk._twice

    def counted(text: str) -> Iterator[int]:
        nonlocal passes
        passes += 1
        return twice(text)

    monkeypatch.setattr(in_bulk, "_twice", counted)
    assert form("我" * 20_000) == "我"
    assert form("甲乙" * 10_000) == "甲乙"
    assert passes <= 6
