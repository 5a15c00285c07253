"""Regular expressions of rule files, and what is said where they cannot be used."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.rulebook import regex
from linter.rulebook.regex import RegexError, check, compiled

from .helpers import book, errors, hints

SYNTAX = "用 RE2 的写法：没有环视 (?=…) 和反向引用 \\1"
PACK = "pack: t\nsignals:\n  甲: {regex: ['a+', '%s']}\n"


@pytest.fixture
def fresh() -> Iterator[None]:
    """No expression is known from before, and none stays."""
    compiled.cache_clear()
    yield
    compiled.cache_clear()


@pytest.fixture
def without_re2(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    known = builtins.__import__

    def refusing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "re2":
            raise ImportError("no such module")
        return known(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refusing)


@pytest.mark.usefixtures("without_re2")
def test_without_re2() -> None:
    with pytest.raises(RegexError) as caught:
        compiled("a+")
    assert (str(caught.value), caught.value.hint) == (
        "没有装 RE2",
        '装上：pip install "huashu[regex]"',
    )


@pytest.mark.usefixtures("without_re2")
def test_a_pack_without_re2_is_refused_at_each_expression() -> None:
    written = PACK % "b+"
    assert errors(written) == [
        "3:16: 正则表达式 'a+'：没有装 RE2",
        "3:22: 正则表达式 'b+'：没有装 RE2",
    ]
    assert hints(written) == ['装上：pip install "huashu[regex]"'] * 2


@pytest.mark.usefixtures("without_re2")
def test_a_pack_without_expressions_needs_no_re2() -> None:
    assert list(book("pack: t\nsignals: {甲: {any: 一}}").signals) == ["甲"]


@pytest.mark.usefixtures("fresh")
def test_re2_that_came_later_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setitem(__import__("sys").modules, "re2", None)
        with pytest.raises(RegexError):
            compiled("a+")
    assert compiled("a+").match("aa") is not None


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("(?=a)", "invalid perl operator: (?="),
        ("(?<!a)b", "invalid perl operator: (?<"),
        (r"(a)\1", r"invalid escape sequence: \1"),
        ("(a", "missing ): (a"),
        ("a)", "unexpected ): a)"),
        ("[b-a]", "invalid character class range: b-a"),
        ("[a", "missing ]: [a"),
        ("*a", "no argument for repetition operator: *"),
        ("a{1001}", "invalid repetition size: {1001}"),
        ("(a{1000}){1000}", "invalid repetition size: {1000}"),
        ("一\\", "trailing \\"),
    ],
)
def test_what_re2_refuses(expression: str, message: str) -> None:
    with pytest.raises(RegexError) as caught:
        check(expression)
    assert str(caught.value).startswith(message)
    assert caught.value.hint == SYNTAX


def test_a_refusal_says_nothing_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RegexError):
        check("(安静")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "expression",
    ["", "a*", "a?", "(a|)", "^", "$", "^$", r"\b", r"\B", r"\bx*", "(一?二?)", "x*|yy", r"\z"],
)
def test_what_may_match_without_any_character(expression: str) -> None:
    with pytest.raises(RegexError) as caught:
        check(expression)
    assert (str(caught.value), caught.value.hint) == (
        "连空的话也能匹配",
        "至少要有一个必须出现的字",
    )


@pytest.mark.parametrize("expression", ["a+", "^a", "a$", r"\ba", r"a\b", "(a|b)c?", "一{2,3}"])
def test_what_has_to_have_a_character(expression: str) -> None:
    check(expression)


@pytest.mark.parametrize(
    ("expression", "text", "at", "end"),
    [
        ("a+", "aab", 0, 2),
        ("a+", "aab", 1, 2),
        ("a+", "aab", 2, None),
        ("A", "a", 0, 1),
        ("a", "A", 0, 1),
        ("二+", "一二二三", 1, 3),
        ("二", "一二", 0, None),
        ("二", "一二", 2, None),
        ("😀二", "一😀二三", 1, 3),
        ("^b", "ab", 1, None),
        ("^b", "ba", 0, 1),
        ("a$", "ab", 0, None),
        ("b$", "ab", 1, 2),
        (r"\bb", "ab", 1, None),
        (r"\bb", "一b", 1, 2),
        ("a|ab", "ab", 0, 1),
        ("b", "\ud800b", 1, 2),
        ("b\ufffdc", "b\udfffc", 0, 3),
    ],
)
def test_matching_at_a_place(expression: str, text: str, at: int, end: int | None) -> None:
    found = compiled(expression).match(text, at)
    assert (found and found.end()) == end


@given(
    st.text(st.sampled_from("ab一二，😀é\ud800"), max_size=8),
    st.sampled_from(["a+", "a(b|一)", "[^a]+", "一.?二", "😀+é", "(?:ab)+|二"]),
)
def test_places_are_code_points(text: str, expression: str) -> None:
    slow = re.compile(expression)
    for at in range(len(text) + 1):
        found, expected = compiled(expression).match(text, at), slow.match(text, at)
        assert (found and found.end()) == (expected and expected.end())


def test_a_text_is_encoded_once_for_all_its_places() -> None:
    regex._encoded.cache_clear()
    text = "一二三四五" * 20
    for at in range(len(text)):
        compiled("五").match(text, at)
    assert regex._encoded.cache_info().misses == 1
