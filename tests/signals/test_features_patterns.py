"""Patterns beyond words: regular expressions, example sentences, parts of speech."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model import Call, Turn
from linter.signals.view import CallView

from .helpers import call
from .timed import gone, hits, quote, view_of


def view(said: str, *lines: tuple[str, str]) -> CallView:
    return view_of(f"signals: {{试: {{{said}}}}}", call(*lines))


def words(said: str, text: str) -> list[str]:
    return [quoted for _, quoted in hits(view(said, ("a", text)), "试")]


# --- regex


@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        (r"[a-z]{2}\d{6,}", "单号是SF123456789。", ["SF123456789"]),
        (r"[a-z]{2}\d{6,}", "单号是ＳＦ１２３４５６７。", ["ＳＦ１２３４５６７"]),
        (r"[a-z]{2}\d{6,}", "单号是123456789。", []),
        ("退.*款", "退呃，那个，给您款", ["退呃，那个，给您款"]),
        ("退，款", "退、款", ["退、款"]),
        ("退。款", "退；款", ["退；款"]),
        ("b{2}", "bbbbb", ["bb", "bb"]),
        ("退(一|二)+款", "退一二一款，退款", ["退一二一款"]),
        ("^您", "您好，您说", ["您"]),
        ("款$", "退款，款", ["款"]),
        ("(退|换)货", "退货换货", ["退货", "换货"]),
        ("退款", "", []),
        ("说😀+好", "说😀😀好吧", ["说😀😀好"]),
        ("，退", "说，退", []),
    ],
)
def test_a_regular_expression(expression: str, text: str, expected: list[str]) -> None:
    assert words(f"regex: ['{expression}']", text) == expected


@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        (r"\d{7,}", "号码13800001234", ["13800001234"]),
        ("a+b", "aaab", ["aaab"]),
        ("b+", "说bbb", ["bbb"]),
        ("[退换]+", "退换货", ["退换"]),
    ],
)
def test_an_expression_takes_as_much_as_it_says(
    expression: str, text: str, expected: list[str]
) -> None:
    assert words(f"regex: ['{expression}']", text) == expected


def test_an_expression_s_hit_is_certain_and_says_which_it_was() -> None:
    (only,) = view("regex: [a+b, 'dc+']", ("a", "一dcc")).seen["试"]
    assert (only.hit.pattern, only.hit.certainty, only.hit.level) == ("dc+", "certain", 0)


def test_an_expression_over_a_cut_is_quoted_up_to_the_cut() -> None:
    seen = view("regex: ['退.*款']", ("a", "先退一下"), ("c", "嗯"), ("a", "再说款吧"))
    assert hits(seen, "试") == [(0, "退一下")]


def test_an_expression_stands_beside_patterns() -> None:
    assert words("any: [退款], regex: ['ca+']", "退款caa") == ["退款", "caa"]
    assert words("any: [退款], regex: ['a+'], least: 2", "退款") == []


def test_exceptions_hold_for_expressions() -> None:
    seen = view(
        "regex: ['退.款'], over: [不退货款]", ("a", "不退货款"), ("c", "啥"), ("a", "退货款")
    )
    assert hits(seen, "试") == [(2, "退货款")]
    assert gone(seen, "试") == [(0, "退货款", "over: 不退货款")]


def test_a_lone_surrogate_stops_no_expression() -> None:
    assert words("regex: ['退.款']", "退\ud800款") == ["退\ud800款"]


# --- like


LIKE = "like: [您的问题我们会尽快处理请耐心等待]"


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        (LIKE, "您的问题我们会尽快处理，请耐心等待。", ["您的问题我们会尽快处理，请耐心等待"]),
        (
            f"{LIKE}, similar: 70",
            "好的，您的问题呢，我们这边会尽快处理，请您耐心等待，再见。",
            ["您的问题呢，我们这边会尽快处理，请您耐心等待"],
        ),
        (
            f"{LIKE}, similar: 100",
            "您的问题我们会呃尽快处理、请耐心等待！",
            ["您的问题我们会呃尽快处理、请耐心等待"],
        ),
        (f"{LIKE}, similar: 100", "您的问题我们会尽快处理，请耐心等", []),
        (LIKE, "您的问题我马上处理，三点前给您回电话。", []),
        (LIKE, "您的问题我们会尽快。处理请耐心等待。", []),
        (LIKE, "", []),
        (
            "like: ['您的問題，呃，會儘快處理！'], similar: 100",
            "您的问题会尽快处理",
            ["您的问题会尽快处理"],
        ),
        (LIKE, "您的問題我們會儘快處理請耐心等待", ["您的問題我們會儘快處理請耐心等待"]),
    ],
)
def test_a_sentence_like_an_example(said: str, text: str, expected: list[str]) -> None:
    assert words(said, text) == expected


def test_likeness_is_only_worth_a_look_and_names_the_example() -> None:
    (only,) = view(f"{LIKE}, similar: 60", ("a", "您的问题会处理，请等待")).seen["试"]
    example = "您的问题我们会尽快处理请耐心等待"
    assert (only.hit.certainty, only.hit.pattern, only.hit.note) == (
        "review",
        example,
        f"像“{example}”",
    )


def test_a_likeness_over_a_cut_is_quoted_up_to_the_cut() -> None:
    said = [("a", "您的问题我们会尽快处理"), ("c", "嗯"), ("a", "请耐心等待")]
    assert hits(view(LIKE, *said), "试") == [(0, "您的问题我们会尽快处理")]


def test_the_very_words_of_a_pattern_are_better_than_a_likeness() -> None:
    seen = view(f"any: [尽快处理], {LIKE}", ("a", "您的问题我们会尽快处理，请耐心等待。"))
    assert hits(seen, "试") == [(0, "尽快处理")]
    assert seen.seen["试"][0].hit.certainty == "certain"


def test_exceptions_hold_for_likeness() -> None:
    seen = view(f"{LIKE}, not_if: [登记]", ("a", "您的问题我们会尽快处理，请耐心等待，登记了"))
    assert gone(seen, "试") == [(0, "您的问题我们会尽快处理，请耐心等待", "not_if: 登记")]


# --- parts of speech


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("我叫<词性 nr>", "我叫王小明。", ["我叫王小明"]),
        ("我叫<词性 nr>", "我叫快递员来。", []),
        ("我叫<词性 nr>", "我叫。王小明", []),
        ("我叫<词性 nr>", "我叫", []),
        ("我在<词性 ns>", "我在北京呢", ["我在北京"]),
        ("我在<词性 n>", "我在北京呢", ["我在北京"]),
        ("我在<词性 nr>", "我在北京呢", []),
        ("(前无 在)<词性 ns>", "在北京，上海", ["上海"]),
        ("<词性 ns>(人|话)", "北京人说上海话", ["北京人", "上海话"]),
        ("「<词性 ns>」", "去北京", ["北京"]),
    ],
)
def test_a_part_of_speech(pattern: str, text: str, expected: list[str]) -> None:
    assert words(f"any: ['{pattern}']", text) == expected


def test_a_part_of_speech_is_a_whole_token() -> None:
    # jieba takes 北京大学 for one word, which is no place but an institution.
    assert words("any: ['<词性 ns>']", "去北京大学") == []


def test_words_of_one_s_own_have_no_part_of_speech() -> None:
    rules = "words: [北京站台]\nsignals: {试: {any: ['<词性 ns>']}}"
    assert hits(view_of(rules, call(("a", "去北京站台"))), "试") == []


# --- whatever was said


SAID = st.lists(
    st.tuples(
        st.sampled_from(["agent", "customer", "unknown", "system", "bot"]),
        st.text("退款换，。 呃嗯好是a1报欠抱歉您的问题处理\ud800😀“”", max_size=12),
    ),
    max_size=6,
)
EVERYTHING = """
signals:
  一: {who: any, regex: ['退.*款', '[^，]+换']}
  二: {who: any, like: [您的问题处理好], similar: 50}
  三: {who: any, any: [抱歉, 问题], heard: near, least: 2}
  四: {who: any, none: [退款]}
  五: {who: any, any: ['<词性 v>', 退款], at: last 2}
  六: {who: any, of: [一, 二, 三, 五], least: 2, in: 2 turns}
  七: {who: any, measure: {of: characters, over: 2}}
"""


@settings(max_examples=60, deadline=None)
@given(SAID)
def test_every_hit_is_an_exact_slice_of_one_turn(said: list[tuple[str, str]]) -> None:
    heard = Call("c", tuple(Turn(role, text) for role, text in said))  # type: ignore[arg-type]
    seen = view_of(EVERYTHING, heard)
    for found in (*seen.seen.values(), *seen.taken_back.values()):
        for one in found:
            turn, words = quote(heard, one)
            assert heard.turns[turn].role == seen.turns[one.speaking].role
            assert turn in {piece.turn for piece in seen.turns[one.speaking].pieces}
            assert words.strip("，。 ") != ""
