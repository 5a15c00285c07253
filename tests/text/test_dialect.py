from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.rulebook.notation import Literal, parse
from linter.text.dialect import MOST_VARIANTS, WORDS, standard, variants
from linter.text.fold import fold
from linter.text.normal import normalise


@given(st.text())
def test_the_length_stays_and_once_is_enough(text: str) -> None:
    assert len(standard(text)) == len(text)
    assert standard(standard(text)) == standard(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("我哋唔知你講咩", "我们不知你讲咩"),
        ("佢冇畀錢我", "他没给钱我"),
        ("甭急俺來看", "别急我来看"),
        ("唔該，唔使急", "唔该，不使急"),
        ("系統出了點問題，中間呢", "系统出了点问题，中间呢"),
    ],
)
def test_transcripts_are_read_in_standard_characters(written: str, read: str) -> None:
    form = normalise(written)
    assert form.text == read
    assert form.original(0, len(read)) == (0, len(written))


def test_a_hum_is_no_negation() -> None:
    assert normalise("唔，好的").text == "好的"
    assert normalise("唔好意思").text == "不好意思"


def test_patterns_are_read_in_standard_characters_too() -> None:
    assert parse("对唔住") == Literal("对不住")


@pytest.mark.parametrize(
    ("phrase", "some"),
    [
        ("什么态度", {"什么态度", "啥态度", "咩态度"}),
        ("为什么", {"为什么", "为啥", "点解"}),
        ("不知道怎么", {"不知道怎么", "不晓得咋", "晓不得啷个"}),
    ],
)
def test_regional_forms_of_the_words_of_a_phrase(phrase: str, some: set[str]) -> None:
    assert variants(phrase)[0] == phrase
    assert some <= set(variants(phrase))


def test_the_longest_word_counts() -> None:
    assert "为啥" in variants("为什么")
    assert "为咩" not in variants("为什么")


def test_a_phrase_without_such_words_is_only_itself() -> None:
    assert variants("抱歉") == ("抱歉",)
    assert variants("") == ("",)


@given(st.lists(st.sampled_from([*WORDS, "抱歉"]), max_size=5).map("".join))
def test_there_are_never_too_many_and_none_twice(phrase: str) -> None:
    found = variants(phrase)
    assert phrase in found
    assert len(found) == len(set(found)) <= MOST_VARIANTS


def test_all_forms_are_folded_and_standard() -> None:
    for word, forms in WORDS.items():
        for form in (word, *forms):
            assert standard(fold(form).text) == form
