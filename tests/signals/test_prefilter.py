"""What every match contains and begins with, and how far it may go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from linter.rulebook.notation import MAX_DIGITS
from linter.signals import prefilter
from linter.signals.matcher import LONGEST_NUMBER, Context
from linter.text.normal import BOUNDARIES

from .helpers import CONTEXT, classes, finder
from .random_patterns import Counted, Said, contexts, drawn, made, matches, plainly, probed, texts

CLASSES = classes(类=["甲乙", "丙"], 空=["甲", "(乙|)"], 数={"一": ["甲…乙", "丙丁"]}, 无=[])


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲乙", [{"甲乙"}]),
        ("甲…乙丙", [{"乙丙"}, {"甲"}]),
        ("(甲|乙丙)丁", [{"丁"}, {"甲", "乙丙"}]),
        ("(甲|)丁", [{"丁"}]),
        ("<类>丁丁", [{"丁丁"}, {"甲乙", "丙"}]),
        ("<空>", []),
        ("<数>", [{"甲", "丙丁"}]),
        ("<数 as 项>", [{"甲", "丙丁"}]),
        ("「甲乙」", [{"甲乙"}]),
        ("(前无 甲)(后无 乙)^丙$", [{"丙"}]),
        ("<数字 3+>", []),
        ("(<数字 3+>|甲)", []),
        ("甲…甲", [{"甲"}]),
    ],
)
def test_needs_and_the_rarest_are_asked_for_first(pattern: str, expected: list[set[str]]) -> None:
    needs = finder(pattern, CLASSES).needs
    assert [{word for same in words.values() for word in same} for words in needs] == expected
    assert {frozenset(words) for words in prefilter.needs(finder(pattern, CLASSES).matcher)} == {
        frozenset(words) for words in expected
    }


def test_words_that_are_needed_go_by_their_first_character_and_shorter_ones_first() -> None:
    (words,) = finder("(甲丁丙|乙|甲乙|乙丁)").needs
    assert dict(words) == {"甲": ("甲乙", "甲丁丙"), "乙": ("乙", "乙丁")}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲乙", "甲"),
        ("(甲|乙丙)丁", "甲乙"),
        ("(甲|)丁", "甲丁"),
        ("(甲|)(乙|)丁丙", "甲乙丁"),
        ("((甲|)|…乙)丁", None),
        ("(甲|)…丁", None),
        ("<类>", "甲丙"),
        ("<空>", "甲乙"),
        ("<数>", "甲丙"),
        ("<数 as 项>", "甲丙"),
        ("「甲|乙」丙", "甲乙"),
        ("…甲", None),
        ("^甲", "甲"),
        ("(前无 乙)甲", "甲"),
        ("(后无 乙)甲", "甲"),
        ("<数字 3+>", "0123456789零一二三四五六七八九幺两十百千万*x["),
        ("<词性 n>", None),
        ("()甲", "甲"),
    ],
)
def test_firsts(pattern: str, expected: str | None) -> None:
    found = finder(pattern, CLASSES).firsts
    assert found == (None if expected is None else set(expected))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲乙", 2),
        ("(甲|乙丙)丁", 3),
        ("(甲|)", 1),
        ("甲…3乙", 5),
        ("甲……3乙", 5),
        ("^甲(后无 乙丙丁)$", 1),
        ("(前无 乙丙丁)甲", 1),
        ("「甲(乙|丙丁)」", 3),
        ("<类>丁", 3),
        ("<空 as 项>", 1),
        ("<数字 3+>", LONGEST_NUMBER),
        ("甲<数字 3+>", LONGEST_NUMBER + 1),
        ("<词性 n>", None),
        ("甲<词性 n>", None),
        ("(甲|<词性 n>)", None),
        ("<无>", 0),
    ],
)
def test_longest(pattern: str, expected: int | None) -> None:
    assert finder(pattern, CLASSES).longest == expected


def test_a_number_is_as_long_as_can_be_with_a_comma_after_each_digit() -> None:
    text = "，".join("1" * MAX_DIGITS)
    ((start, end, _),) = plainly(finder("<数字 3+>")).find(text, CONTEXT)
    assert MAX_DIGITS < end - start <= LONGEST_NUMBER


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲乙", True),
        ("ab cd", False),
        ("(ab cd|丙)", False),
        ("甲…3乙", True),
        ("甲……3乙", False),
        ("(甲|……3乙)", False),
        ("^甲(后无 ……3乙)$$", True),
        ("「甲……3」", False),
        ("<类>", True),
        ("<数字 3+>", False),
        ("<词性 n>", False),
    ],
)
def test_stays_in_clause(pattern: str, expected: bool) -> None:
    assert finder(pattern, CLASSES).in_clause is expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("甲", True), ("<类>", True), ("(甲|乙)", True), ("ab cd", False), ("甲…乙", False)],
)
def test_plain(pattern: str, expected: bool) -> None:
    assert finder(pattern, CLASSES).plain is expected


@settings(deadline=None, max_examples=400)
@given(drawn, texts, contexts)
def test_of_every_match(said: Said, text: str, context: Context) -> None:
    finder = made(*said)
    needed = prefilter.needs(finder.matcher)
    longest = prefilter.longest(finder.matcher)
    in_clause = prefilter.stays_in_clause(finder.matcher)
    coded = probed(finder, text)
    for start, end in matches(finder, text, context):
        found = coded[start:end]
        assert longest is None or end - start <= longest
        assert not in_clause or BOUNDARIES.isdisjoint(found)
        assert finder.firsts is None or found[:1] in finder.firsts or not found
        for choice in needed:
            assert any(word in found for word in choice)


@settings(deadline=None, max_examples=400)
@given(drawn, texts, contexts)
def test_it_changes_nothing(said: Said, text: str, context: Context) -> None:
    finder = made(*said)
    assert finder.find(text, context) == plainly(finder).find(text, context)


@pytest.mark.parametrize("number", ["138", "一三八", "*三八", "[数字]", "百一一"])
def test_a_number_is_one_as_it_is_written_whatever_it_sounds_like(number: str) -> None:
    by_sound = made("<数字 3+>甲乙", frozenset())
    assert [span[:2] for span in by_sound.find(f"{number}家以", CONTEXT)] == [(0, len(number) + 2)]


@pytest.mark.parametrize(
    ("pattern", "text", "looked"),
    [
        ("甲…乙", "乙甲", True),
        ("甲…乙", "甲丙", False),
        ("甲…乙丙", "甲，乙，丙", False),
        ("(甲|乙)丙", "乙丙", True),
        ("(甲|乙)丙", "丁丙", False),
        ("(甲|)丙", "乙丙", True),
        ("(甲乙|甲丙丁)…丙", "甲丙", False),
        ("<数字 3+>", "", False),
        ("<数字 3+>", "甲乙", False),
        ("<数字 3+>", "两元", True),
        ("…2(甲|乙)", "丙丁", False),
    ],
)
def test_a_text_that_cannot_match_is_not_looked_at(pattern: str, text: str, looked: bool) -> None:
    quick = finder(pattern)
    counted = Counted(quick.matcher)
    found = replace(quick, matcher=counted).find(text, CONTEXT)
    assert (counted.asked > 0) is looked
    assert found == plainly(quick).find(text, CONTEXT)
