"""What is asked about the spans of patterns in one turn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.signals.anchors import anchors
from linter.signals.finder import Finder
from linter.signals.matcher import Context
from linter.signals.search import READ_BACK_TURNS, Search
from linter.text.sounds import NEAR
from linter.text.turns import SpeakingTurn, speaking_turns

from .helpers import CONTEXT, call, finder
from .random_patterns import NO_TOKENS, Counted, Said, contexts, drawn, made, plainly, probed, texts


def search(text: str, context: Context = CONTEXT) -> Search:
    return Search(SpeakingTurn(0, "agent", "", (), text, True), context)


def places_of_anchors(finder: Finder, text: str, words: frozenset[str]) -> list[int]:
    """Where one of a pattern's words begins, in order; as often as one does."""
    coded = probed(finder, text)
    return sorted(at for word in words for at in range(len(text)) if coded.startswith(word, at))


@settings(deadline=None, max_examples=500)
@given(drawn, texts, contexts)
@example(("(甲|)…2乙丙", None), "甲丁乙丙乙丙", NO_TOKENS)
@example(("甲…2(乙|乙丙)丁", None), "甲甲乙丁乙丙丁", NO_TOKENS)
@example(("甲…2乙", None), "甲丙丙乙", NO_TOKENS)
@example(("甲…2乙", None), "乙甲乙", NO_TOKENS)
@example(("甲……3乙丙丁", None), "甲，丁乙丙丁。甲乙丙丁", NO_TOKENS)
@example(("(甲乙|丙)…1丁", NEAR), "家以一盯，病盯", NO_TOKENS)
@example(("<数字 3+>甲乙", None), "1，2，3甲乙", NO_TOKENS)
@example(("(甲|甲乙|乙)", None), "甲乙甲", NO_TOKENS)
def test_near_its_words_is_everywhere(said: Said, text: str, context: Context) -> None:
    finder = made(*said)
    words = anchors(finder.matcher)
    near = None if words is None else places_of_anchors(finder, text, words)
    wanted = plainly(finder).find(text, context)
    assert search(text, context).find(finder, near) == wanted
    assert search(text, context).find(finder) == wanted


@settings(deadline=None)
@given(drawn, texts, contexts, st.sets(st.integers(0, 9)))
def test_more_places_to_look_at_change_nothing(
    said: Said, text: str, context: Context, more: set[int]
) -> None:
    finder = made(*said)
    words = anchors(finder.matcher)
    if words is not None:
        near = [*places_of_anchors(finder, text, words), *(at for at in more if at < len(text))]
        wanted = plainly(finder).find(text, context)
        assert search(text, context).find(finder, sorted(near)) == wanted


places = st.integers(0, 12)


@settings(deadline=None, max_examples=300)
@given(drawn, texts, contexts, places, places, places)
def test_what_is_asked_of_spans(
    said: Said, text: str, context: Context, one: int, two: int, three: int
) -> None:
    finder = made(*said)
    looked = search(text, context)
    spans = [(start, end) for start, end, _ in looked.spans(finder)]
    assert looked.within(finder, one, two) == any(one <= a and b <= two for a, b in spans)
    assert looked.precedes(finder, one, two, three) == any(
        one <= a and two <= b <= three for a, b in spans
    )
    assert looked.follows(finder, one, two, three) == any(
        one <= a <= two and b <= three for a, b in spans
    )
    if one < two:
        assert looked.overlaps(finder, one, two) == any(
            a < two and one < b and (a, b) != (one, two) for a, b in spans
        )
    for start, end in spans:
        assert looked.overlaps(finder, start, end) == any(
            a < end and start < b and (a, b) != (start, end) for a, b in spans
        )


def test_a_pattern_is_looked_for_once() -> None:
    quick = finder("甲…乙")
    counted = Counted(quick.matcher)
    pattern = replace(quick, matcher=counted)
    looked = search("甲丙乙")
    assert looked.spans(pattern) == [(0, 3, ())]
    asked = counted.asked
    assert asked > 0
    assert looked.within(pattern, 0, 3)
    assert not looked.overlaps(pattern, 0, 3)
    assert looked.spans(pattern) == [(0, 3, ())]
    assert counted.asked == asked


@pytest.mark.parametrize(
    ("said", "others"),
    [
        ([("a", "您好")], ()),
        ([("c", "我要退款"), ("a", "您好")], ("我要退款",)),
        ([("c", "我要退款"), ("c", "快点办"), ("a", "您好")], ("我要退款，快点办",)),
        ([("a", "请讲"), ("c", "嗯"), ("b", "请按一"), ("a", "您好")], ()),
        (
            [("c", "我要退款"), ("a", "请讲"), ("c", "快点办"), ("a", "您好")],
            ("我要退款", "快点办"),
        ),
    ],
)
def test_what_the_other_side_said_before(
    said: list[tuple[str, str]], others: tuple[str, ...]
) -> None:
    *before, last = speaking_turns(call(*said))
    assert Search(last, CONTEXT, before).others == others


def test_what_the_other_side_said_in_its_last_turns() -> None:
    said = [(who, f"第{n}句话") for n in range(READ_BACK_TURNS + 3) for who in "ca"]
    *before, last = speaking_turns(call(*said))
    first = 3
    assert Search(last, CONTEXT, before).others == tuple(
        f"第{n}句话" for n in range(first, READ_BACK_TURNS + 3)
    )
