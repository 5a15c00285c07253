"""The words of which every match contains one."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from linter.rulebook.notation import parse
from linter.signals import anchors as module
from linter.signals.anchors import MOST_COMBINED, anchors, of_example, written_out
from linter.signals.finder import Compiler
from linter.signals.matcher import Context, Literal, Regex, Wordlist
from linter.text.normal import BOUNDARIES
from linter.text.sounds import NEAR, hearing

from .helpers import classes, finder
from .random_patterns import NO_TOKENS, Said, contexts, drawn, made, matches, probed, texts

CLASSES = classes(
    类=["甲乙", "丙"],
    空=["甲", "(乙|)"],
    数={"一": ["甲…乙", "丙丁"]},
    长=["ab cd", "ab"],
)
TENS = "(甲|乙|丙|丁|戊|己|庚|辛|壬|癸)"


@settings(deadline=None, max_examples=400)
@given(drawn, texts, contexts)
@example(("ab cd甲", None), "ab，cd甲", NO_TOKENS)
@example(("(ab cd|甲)", None), "ab，cd", NO_TOKENS)
@example(("(甲乙|)丙", NEAR), "家以病", NO_TOKENS)
def test_every_match_contains_one(said: Said, text: str, context: Context) -> None:
    finder = made(*said)
    words = anchors(finder.matcher)
    if words is None:
        return
    assert all(word and BOUNDARIES.isdisjoint(word) for word in words)
    coded = probed(finder, text)
    for start, end in matches(finder, text, context):
        assert any(word in coded[start:end] for word in words)


@settings(deadline=None)
@given(drawn)
def test_none_contains_another(said: Said) -> None:
    words = anchors(made(*said).matcher) or frozenset()
    assert not any(one in other for one in words for other in words - {one})


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲乙", {"甲乙"}),
        ("(甲乙|丙)", {"甲乙", "丙"}),
        ("(甲乙|乙)", {"乙"}),
        ("<类>丁", {"甲乙丁", "丙丁"}),
        ("甲(乙|)", {"甲"}),
        ("(甲|)(乙|)丙", {"丙"}),
        ("甲(乙|丙)丁", {"甲乙丁", "甲丙丁"}),
        ("甲…乙丙", {"乙丙"}),
        ("乙丙……甲", {"乙丙"}),
        ("^甲$丙", {"甲丙"}),
        ("甲(后无 丁)乙", {"甲乙"}),
        ("(前无 丁)甲", {"甲"}),
        ("「甲(乙|丙)」丁", {"甲乙丁", "甲丙丁"}),
        ("「甲…乙丙」", {"乙丙"}),
        ("(甲…乙丙|丁戊…己)", {"乙丙", "丁戊"}),
        ("(甲|…)", None),
        ("(甲乙|<数字 3+>)", None),
        ("甲<数字 3+>乙丙", {"乙丙"}),
        ("甲<词性 n>", {"甲"}),
        ("<数>", {"丙丁", "乙"}),
        ("<数 as 项>", {"丙丁", "乙"}),
        ("<数字 3+>", None),
        ("<词性 n>", None),
        ("……3", None),
        ("^$", None),
        ("(甲|)", None),
        ("<空>", None),
        ("<空>丙", {"丙"}),
        ("ab cd", {"ab"}),
        ("a bcd", {"bcd"}),
        ("<长>", {"ab"}),
        # The rare one of two stretches that are as long.
        ("您好…投诉", {"投诉"}),
        ("投诉…您好", {"投诉"}),
        ("(的|是)…投", {"投"}),
        ("您好吗…投", {"您好吗"}),
    ],
)
def test_anchors(pattern: str, expected: set[str] | None) -> None:
    assert anchors(finder(pattern, CLASSES).matcher) == expected


def test_a_regular_expression_has_none() -> None:
    assert anchors(Regex(re.compile("投诉"))) is None


def test_what_is_looked_for_by_sound_is_coded() -> None:
    ear = hearing(NEAR)
    found = Compiler(CLASSES, ear).finder(parse("投诉…(您|)"))
    assert anchors(found.matcher) == {ear.code("投诉")}
    assert anchors(found.matcher) == {ear.code("头数")} != {ear.code("退诉")}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲乙", {"甲乙"}),
        ("(甲|乙)丙", {"甲丙", "乙丙"}),
        ("(甲|)(乙|)", {"", "甲", "乙", "甲乙"}),
        ("^甲(后无 乙丙)$", {"甲"}),
        ("「甲(乙|)」", {"甲", "甲乙"}),
        ("<空>", {"", "甲", "乙"}),
        ("<空 as 项>", {"", "甲", "乙"}),
        ("ab cd", {"ab，cd"}),
        ("^", {""}),
        ("()", {""}),
        ("甲…1乙", None),
        ("(甲|<数字 3+>)", None),
        ("<词性 n>", None),
    ],
)
def test_written_out(pattern: str, expected: set[str] | None) -> None:
    assert written_out(finder(pattern, CLASSES).matcher) == expected


@settings(deadline=None)
@given(drawn, texts, contexts)
def test_whatever_matches_is_written_out(said: Said, text: str, context: Context) -> None:
    finder = made(*said)
    words = written_out(finder.matcher)
    coded = probed(finder, text)
    for start, end in matches(finder, text, context):
        assert words is None or coded[start:end] in words


def test_how_many_words_parts_may_come_to() -> None:
    hundred = finder(TENS * 2).matcher
    assert len(written_out(hundred) or ()) == 100
    assert written_out(hundred, most=100) is not None
    assert written_out(hundred, most=99) is None
    assert written_out(finder(TENS * 3).matcher) is None


def test_one_part_may_be_any_number_of_words() -> None:
    many = {f"{a}{b}": () for a in "甲乙丙丁戊己庚辛壬癸" for b in map(chr, range(0x5000, 0x5040))}
    assert len(many) > MOST_COMBINED
    assert anchors(Wordlist(many)) == many.keys()
    assert written_out(module.Sequence((Wordlist(many), Literal("子")))) == {w + "子" for w in many}
    assert written_out(module.Sequence((Wordlist(many), Wordlist({"子": (), "": ()})))) is None


def test_what_would_be_too_many_words_is_taken_apart() -> None:
    words = anchors(finder(f"{TENS}{TENS}{TENS}").matcher)
    assert words is not None
    assert len(words) == 100
    assert {len(word) for word in words} == {2}


def test_of_very_many_words_those_stay_that_contain_another() -> None:
    # Comparing all with all would take longer than looking for them.
    many = {chr(0x5000 + n): () for n in range(MOST_COMBINED)}
    longer = {**many, "\u5000\u5001": ()}
    assert anchors(Wordlist({"\u5000": (), "\u5000\u5001": ()})) == {"\u5000"}
    assert anchors(Wordlist(longer)) == longer.keys()


letters = st.text("甲乙丙丁的是", max_size=10)


@settings(deadline=None, max_examples=1_000)
@given(letters.filter(bool), letters, st.integers(1, 100))
@example("甲乙丙丁", "丁", 40)
@example("甲甲甲乙", "甲", 40)
def test_what_is_like_an_example_shares_a_character(words: str, said: str, least: int) -> None:
    needed = of_example(words, least)
    assert needed
    assert needed <= set(words)
    # As it is asked by who finds what is alike.
    if fuzz.ratio(said, words, score_cutoff=least):
        assert not needed.isdisjoint(said)


@pytest.mark.parametrize(
    ("words", "least", "expected"),
    [
        # Nothing may be missing: one will do, and a rare one does best.
        ("您好投诉", 100, {"投"}),
        # Of four characters 4 · 60 / 140, that is two, are shared.
        ("您好投诉", 60, {"投", "诉", "好"}),
        # Whatever shares one of four is one percent alike.
        ("您好投诉", 1, {"投", "诉", "您", "好"}),
        # A character counts as often as it stands there.
        ("投投投您", 60, {"投"}),
        ("的", 50, {"的"}),
    ],
)
def test_of_example(words: str, least: int, expected: set[str]) -> None:
    assert of_example(words, least) == expected
