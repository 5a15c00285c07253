"""Phrases as reviewers write them, and what they become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.rulebook.notation import NotationError, parse
from linter.rulebook.sheets.phrases import MAX_PHRASE, read_phrase, split_phrases
from linter.rulebook.sheets.samples import find, sample, wording


@pytest.mark.parametrize(
    ("written", "notation"),
    [
        ("你有病", "你有病"),
        ("“你有病。”", "你有病"),
        ("你有病！！！", "你有病"),
        ("……你有病……", "你有病"),
        ("你就是“骗子”", "你就是骗子"),
        ("don't", "dont"),
        ("你，有病", "你……2有病"),
        ("你,有病", "你……2有病"),
        ("等着：有你好看", "等着……2有你好看"),
        ("再…就挂了", "再…就挂了"),
        ("再...就挂了", "再…就挂了"),
        ("再。。。就挂了", "再…就挂了"),
        ("XX先生你听好", "先生你听好"),
        ("请××先生听好", "请…先生听好"),
        ("请xx先生听好", "请…先生听好"),
        ("请某某听好", "请…听好"),
        ("请***听好", "请…听好"),
        ("买MAXX套餐", "买MAXX套餐"),
        ("再…，就挂", "再……就挂"),
        ("再……就挂", "再……就挂"),
        ("再…12就挂", "再…12就挂"),
        ("等，24小时", "等……2(24)小时"),
        ("等...24小时", "等…(24)小时"),
        ("12:30以后再说", "12:30以后再说"),
        ("shut up", "shut……1up"),
        ("你 有病", "你 有病"),
        ("(不|没)…管", "(不|没)…管"),
        ("「滚」", "「滚」"),
        ("(前无 不)知道", "(前无 不)知道"),
        ("<数字 7+>分", "<数字 7+>分"),
    ],
)
def test_what_a_phrase_becomes(written: str, notation: str) -> None:
    phrase = read_phrase(written)
    assert phrase.text == notation
    assert phrase.node == parse(notation)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("滚！别来", "短语里不能写 ！：短语里不写标点；句末写 $"),
        ("你（真）有病", "短语里不能写 （：写半角 ("),
        ("(不|没", "缺少 )"),
        ("……", "里面没有字"),
        ("XX", "里面没有字"),
        ("——", "里面没有字"),
        ("你有病(辱骂)", "括号里只有一种说法 (辱骂)：解释写到“备注”列，二选一写 (a|b)"),
        ("哈" * (MAX_PHRASE + 1), "超过 200 字：几个短语之间换行，或用分号隔开"),
    ],
)
def test_a_phrase_that_cannot_be_read(written: str, message: str) -> None:
    with pytest.raises(NotationError) as caught:
        read_phrase(written)
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("cell", "phrases"),
    [
        ("滚；闭嘴;有病、骗子/傻子|呆子", ["滚", "闭嘴", "有病", "骗子", "傻子", "呆子"]),
        ("滚\n\n 闭嘴 \n", ["滚", "闭嘴"]),
        ("(不|没)管|(滚/走)", ["(不|没)管", "(滚/走)"]),
        ("全年7/24小时", ["全年7/24小时"]),
        ("1、滚\n2. 闭嘴\n（3）有病\n④骗子", ["滚", "闭嘴", "有病", "骗子"]),
        ("1.5倍", ["1.5倍"]),
        ("(不|没\n滚", ["(不|没", "滚"]),
        ("；；", []),
    ],
)
def test_the_phrases_of_a_cell(cell: str, phrases: list[str]) -> None:
    assert list(split_phrases(cell)) == phrases


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("你有病", "你有病"),
        ("(不|没)可能…解决", "不可能解决"),
        ("^「滚」$", "滚"),
        ("报<数字 3+>号", "报111号"),
        ("(前无 别)挂", "挂"),
        ("报<信息>", None),
    ],
)
def test_a_sample_of_a_pattern(notation: str, words: str | None) -> None:
    assert sample(parse(notation)) == words


@pytest.mark.parametrize(
    ("notation", "text", "found"),
    [
        ("有病", "你，有病吧", "有病"),
        ("你……2有病", "你，有病吧", "你，有病"),
        ("你…有病", "你，有病吧", None),
        ("你…2有病", "你真的没有病", None),
        ("你…有病", "你真的有病，你有病", "你真的有病"),
        ("(不|没)管", "我没管", "没管"),
        ("^不管", "都不管用，谁呢，不管", "不管"),
        ("不管$", "不管用，不管。", "不管"),
        ("^^不管", "都不管", None),
        ("不管$$", "不管。", "不管"),
        ("滚", "请，呃，滚", "滚"),
        ("不知道", "我 不知 道", None),
        ("ＡＢ", "ab", "ab"),
        ("「滚」", "滚", None),
        ("报<信息>", "报信息", None),
    ],
)
def test_where_a_plain_pattern_is(notation: str, text: str, found: str | None) -> None:
    span = find(parse(notation), text)
    assert (text[slice(*span)] if span else None) == found


words = st.lists(st.sampled_from("你有病滚吧不ab1"), min_size=1, max_size=5, unique=True)


@given(st.lists(words, min_size=1, max_size=4), st.sampled_from(["…", "，", "...", "XX", "；"]))
def test_what_is_written_with_gaps_is_found_in_a_wording(parts: list[list[str]], gap: str) -> None:
    for written in split_phrases(gap.join(map("".join, parts))):
        try:
            phrase = read_phrase(written)
        except NotationError:
            # A stutter that came about by a gap that is none: aXXb is a word.
            assert gap == "XX"
            continue
        text = wording(phrase.node)
        assert text is not None
        assert find(phrase.node, text) is not None


@given(st.text("。.XX某，…一()|", max_size=40))
def test_any_phrase_is_read_or_refused(written: str) -> None:
    try:
        phrase = read_phrase(written)
    except NotationError:
        return
    assert parse(phrase.text) == phrase.node
