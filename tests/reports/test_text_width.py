"""Nothing is wider than the page, and the carets stand under the quoted characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from linter.judged import Part, Report
from linter.model import Evidence, Turn
from linter.reports import Options, Summary
from linter.reports.cells import visible

from .samples import finding, one, rendered

NASTY = "中，。“”a1 -\u00a0\u3000\t\n\r\x1b\x7f\x85\u00ad\u200b\u200d\u202e\u2028"
NASTY += "\ufe0f\ud800\u0301\u20e3\u0939\u093f\u094d"
EMOJI = "😀👍🏽👨👩❤🇨🇳"
ANY_CHARS = st.one_of(
    st.characters(codec=None),
    st.sampled_from(NASTY + EMOJI),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x4FFF),
)
ANY_TEXT = st.text(ANY_CHARS, max_size=200)
SOLID_TEXT = st.text(
    st.sampled_from("中文，。“”abc 12\u00a0\u3000\t\x1b\u200b😀👍（）é"), max_size=300
)


def report_of(texts: list[str], span: tuple[int, int]) -> Report:
    words, said, label, rule = texts
    start, end = (min(limit, len(words)) for limit in sorted(span))
    turns = (Turn("agent", words, start_ms=5_999_000), Turn("customer", said))
    call = one(turns, id=label, path=said, channel=rule)
    evidence = Evidence(1, 0, len(said), said, "trigger", label)
    changes = {"rule": rule, "category": label, "why": said, "suggestion": label, "message": rule}
    found = finding(
        call, 0, "", start=start, end=end, evidence=(evidence,), window=(0, 1), line=7, **changes
    )
    parts = (
        Part("适时结束", "缺失", 0, words, said, label, (evidence,)),
        Part("话术", "未评", None, "", rule),
    )
    return Report(call, (found,), (), parts)


@given(
    st.lists(ANY_TEXT, min_size=4, max_size=4),
    st.tuples(st.integers(0, 250), st.integers(0, 250)),
    st.integers(40, 120),
    st.sampled_from(["zh", "en"]),
)
def test_no_line_is_wider_than_the_page(texts, span, width, lang):
    report = report_of(texts, span)
    options = Options(width=width, lang=lang)
    summary = Summary(skipped=((texts[0], texts[1]),))
    output = rendered("text", [report], options, summary)
    output.encode()
    for line in output.split("\n"):
        assert 0 <= wcswidth(line) <= width


def underlined(lines: list[str]) -> str:
    """The characters over carets; fails when a caret stands under half a character."""
    found = []
    for above, below in pairwise(lines):
        if not below.strip() or below.strip().strip("^"):
            continue
        column = 0
        over = False
        for char in above:
            columns = wcwidth(char)
            if columns:
                under = below[column : column + columns]
                over = under == "^" * columns
                assert over or "^" not in under
            if over:
                found.append(char)
            column += columns
        assert column >= len(below)
    return "".join(found)


def quoted_lines(text: str, start: int, end: int, width: int) -> list[str]:
    call = one((Turn("agent", text),))
    found = finding(call, 0, "", start=start, end=end)
    output = rendered("text", [Report(call, (found,), ())], Options(width=width))
    lines = output.split("\n")
    return lines[lines.index("  #0 坐席") + 1 : lines.index("  " + found.message)]


@given(SOLID_TEXT, st.integers(0, 300), st.integers(1, 60), st.sampled_from([40, 80, 120]))
def test_carets_stand_under_exactly_the_quoted_characters(text, start, length, width):
    start = min(start, len(text))
    end = min(start + length, len(text))
    # Four lines of this many columns are quoted whole.
    expected = visible(text[start:end])
    if wcswidth(expected) <= 4 * (width - 4):
        assert underlined(quoted_lines(text, start, end, width)) == expected


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    ("before", "quote", "shown", "carets"),
    [
        ("您好", "声音小", "您好声音小", "    ^^^^^^"),
        ("😀好", "小声", "😀好小声", "    ^^^^"),
        ("ok\u00a0好", "小声", "ok 好小声", "     ^^^^"),
        ("好\u3000", "小声", "好  小声", "    ^^^^"),
        ("cafe\u0301", "小声", "cafe\u0301小声", "    ^^^^"),
        ("一\t二", "小声", "一␉二小声", "     ^^^^"),
        ("一\n", "小\r声", "一␊小␍声", "   ^^^^^"),
        ("投\u200b", "诉", "投<U+200B>诉", " " * 10 + "^^"),
        ("投", "\u202e", "投<U+202E>", "  ^^^^^^^^"),
        ("👨\u200d👩\u200d👧", "好", "👨👩👧好", "      ^^"),
        ("👍🏽❤\ufe0f", "好", "👍❤好", "   ^^"),
        ("🇨🇳", "好", "CN好", "  ^^"),
        ("ﾊﾝ", "Ａ", "ﾊﾝＡ", "  ^^"),
        ("cafe", "\u0301", "cafe\u0301", "   ^"),
        ("", "\u0301好", "\u25cc\u0301好", "^^^"),
        ("好", " ", "好 ", "  ^"),
        ("\ud83d", "好", "<U+D83D>好", " " * 8 + "^^"),
        ("\u0301", "好", "\u25cc\u0301好", " ^^"),
    ],
)
def test_alignment_of_wide_composed_and_invisible_characters(before, quote, shown, carets, width):
    lines = quoted_lines(before + quote, len(before), len(before + quote), width)
    assert lines == ["    " + shown, "    " + carets]


def test_a_long_turn_is_cut_around_the_words_at_80_columns():
    text = "前" * 100 + "小点声" + "后" * 100
    assert quoted_lines(text, 100, 103, 80) == [
        "    …" + "前" * 37,
        "    小点声" + "后" * 35,
        "    ^^^^^^",
        "    " + "后" * 2 + "…",
    ]


def test_a_long_turn_is_cut_around_the_words_at_120_columns():
    text = "前" * 100 + "小点声" + "后" * 40
    assert quoted_lines(text, 100, 103, 120) == [
        "    …" + "前" * 57,
        "    小点声" + "后" * 40,
        "    ^^^^^^",
    ]


def test_long_quoted_words_lose_their_middle():
    text = "好" + "啊" * 400 + "吧"
    lines = quoted_lines(text, 1, 401, 80)
    assert lines == [
        "    好" + "啊" * 37,
        "      " + "^" * 74,
        "    " + "啊" * 37,
        "    " + "^" * 74,
        "    啊…" + "啊" * 36,
        "    " + "^" * 75,
        "    " + "啊" * 38,
        "    " + "^" * 76,
        "    啊啊吧",
        "    ^^^^",
    ]


def test_without_quoted_words_the_beginning_is_shown():
    assert quoted_lines("喂" * 100, 5, 5, 80) == ["    " + "喂" * 38, "    " + "喂" * 37 + "…"]


def test_the_narrowest_page_in_the_longer_language():
    call = one((Turn("agent", "您小点声"),))
    part = Part("适时结束", "未评", 0, "小点声", "理由", "您说的我都记下了")
    output = rendered("text", [Report(call, (), (), (part,))], Options(width=40, lang="en"))
    assert output.startswith(
        "Call c1\n\n"
        "  Diagnosis\n"
        "  Timely close  not judged  #0 agent “小\n"
        "                            点声”\n"
        "                            理由\n"
        "                            Should say:\n"
        "                            您说的我都记\n"
        "                            下了\n"
    )
