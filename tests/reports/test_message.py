from __future__ import annotations

from dataclasses import replace

from linter.reports.message import message, shortened
from linter.reports.words import EN, ZH

from .samples import CALL, NO_APOLOGY, TONE


def test_who_said_what_why_it_matters_and_what_to_say():
    said = message(TONE, CALL, ZH)
    assert said.text == (
        "#4 01:07 坐席 “小点声”：客户在说事，坐席在管客户的嗓门。\n"
        "为什么：客户正忍着，这样说是火上浇油。\n"
        "怎么说：您说的我都记下了，马上办。"
    )
    assert said.line == said.text.replace("\n", " ")


def test_english():
    assert message(TONE, CALL, EN).what == (
        "#4 01:07 agent “小点声”: 客户在说事，坐席在管客户的嗓门。"
    )


def test_what_is_not_certain_or_late_says_so():
    said = message(replace(NO_APOLOGY, late=True, suggestion=""), CALL, ZH)
    assert said.text == (
        "[需复核] [偏晚] #2 00:09 坐席 “麻烦您报一下号码”：客户已表示不满，接下来两轮没有致歉。"
    )


def test_without_words_nothing_is_quoted():
    said = message(replace(TONE, quote="", end=TONE.start), CALL, ZH)
    assert said.what == "#4 01:07 坐席：客户在说事，坐席在管客户的嗓门。"


def test_a_quote_is_on_one_line_and_not_long():
    assert shortened("一\n二") == "一 二"
    assert shortened("字" * 40) == "字" * 40
    assert shortened("字" * 41) == "字" * 39 + "…"
