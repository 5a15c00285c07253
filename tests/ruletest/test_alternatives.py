from __future__ import annotations

import pytest

from linter.rulebook import notation
from linter.ruletest.alternatives import alternatives, written


@pytest.mark.parametrize(
    "pattern",
    [
        "抱歉",
        "(给|帮|)您",
        "(a|b(c|d)e)",
        "别…急……快…3点……20啊",
        "<信息 as 项>号<类><数字 7+><词性 nr>",
        "「滚」",
        "「(滚|走)开」",
        "^好$",
        "^^滚$$",
        "(前无 不|没)要(后无 紧)",
    ],
)
def test_patterns_are_written_as_they_were(pattern):
    assert written(notation.parse(pattern)) == pattern


def test_a_regular_expression_is_written_as_it_is():
    assert written(notation.Regex("a+|b")) == "a+|b"


def options(pattern: str) -> list[tuple[str, str]]:
    return [(one.written, written(one.narrowed)) for one in alternatives(notation.parse(pattern))]


def test_each_option_with_the_pattern_narrowed_to_it():
    assert options("您(好|)(请|说)") == [
        ("好", "您好(请|说)"),
        ("", "您(请|说)"),
        ("请", "您(好|)请"),
        ("说", "您(好|)说"),
    ]


def test_options_in_options():
    assert options("(甲|乙(丙|丁))") == [
        ("甲", "甲"),
        ("乙(丙|丁)", "乙(丙|丁)"),
        ("丙", "乙丙"),
        ("丁", "乙丁"),
    ]


def test_options_of_whole_words():
    assert options("「(滚|走)」") == [("滚", "「滚」"), ("走", "「走」")]


@pytest.mark.parametrize("pattern", ["抱歉", "(前无 不|没)要", "<类>", "要(后无 紧|好)"])
def test_patterns_without_a_choice(pattern):
    assert options(pattern) == []


def test_what_has_to_be_there_for_an_option():
    literals = [one.literal for one in alternatives(notation.parse("(甲|乙<类>|)"))]
    assert literals == ["甲", "", ""]
