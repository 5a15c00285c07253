from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from linter.signals.similar import Example, alike, bare, likeness

EXAMPLE = (Example.of("您的问题我们会尽快处理，请耐心等待。"),)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("一二三", "一二三", 100),
        ("一二三", "三二一", 100 / 3),
        ("一二三四", "一二三五", 75),
        ("一一一", "一一", 80),
        ("一，二。三", "一二，三", 100),
        ("一", "二", 0),
        ("", "一二", 0),
    ],
)
def test_likeness(left: str, right: str, expected: float) -> None:
    assert likeness(bare(left), bare(right)) == pytest.approx(expected)
    assert likeness(bare(right), bare(left)) == pytest.approx(expected)


def found(text: str, least: int = 75, examples: tuple[Example, ...] = EXAMPLE) -> list[str]:
    return [text[start:end] for start, end, _ in alike(text, examples, least)]


def test_the_stretch_of_clauses_that_is_most_alike() -> None:
    assert found("您好，您的问题，我们会尽快给处理，请耐心等待，再见。") == [
        "您的问题，我们会尽快给处理，请耐心等待"
    ]


def test_never_over_the_end_of_a_sentence() -> None:
    assert found("您的问题我们会尽快。处理请耐心等待") == []
    assert found("您的问题我们会尽快处理。请耐心等待", 70) == ["您的问题我们会尽快处理"]


def test_each_sentence_has_its_own() -> None:
    said = "您的问题我们会尽快处理请耐心等待"
    assert found(f"{said}。{said}！") == [said, said]


def test_the_likest_example_is_named() -> None:
    examples = (Example.of("一二三四五六"), Example.of("一二三四五七"))
    assert list(alike("一二三四五七", examples, 75)) == [(0, 6, "一二三四五七")]


def test_under_the_limit_there_is_nothing() -> None:
    examples = (Example.of("一二三四五六七八"),)
    assert found("一二三四五六甲乙", 75, examples) == ["一二三四五六甲乙"]
    assert found("一二三四五六甲乙", 76, examples) == []


EXAMPLES = (Example.of("一二三四"), Example.of("三四五"), Example.of("一二三四五三四五"))


def _alike(text: str, examples: tuple[Example, ...], least: int) -> list[tuple[int, int, str]]:
    """Every stretch of up to six clauses of a sentence with every example, the likest first."""
    chosen: list[tuple[int, int, str]] = []
    for sentence in re.finditer(r"[^。！？]+", text):
        spans = [part.span() for part in re.finditer(r"[^，。！？]+", text)]
        inside = [s for s in spans if sentence.start() <= s[0] and s[1] <= sentence.end()]
        stretches = [
            (inside[first][0], last[1])
            for first in range(len(inside))
            for last in inside[first : first + 6]
        ]
        likest = sorted(
            (-score, *stretch, example.text)
            for stretch in stretches
            for example in examples
            if (score := fuzz.ratio(bare(text[slice(*stretch)]), example.words)) >= least
        )
        for _, start, end, example_text in likest:
            if all(end <= a or b <= start for a, b, _ in chosen):
                chosen.append((start, end, example_text))
    return chosen


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.text("一二三四五，，。", max_size=24), st.sampled_from([40, 60, 75, 100]))
def test_the_likest_of_all_stretches(text: str, least: int) -> None:
    assert list(alike(text, EXAMPLES, least)) == _alike(text, EXAMPLES, least)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.text("一二三四", max_size=12), st.text("一二三四", max_size=12), st.integers(0, 101))
def test_a_likeness_is_exact_from_the_limit_on(left: str, right: str, least: int) -> None:
    score = fuzz.ratio(left, right)
    assert likeness(left, right, least) in ((score,) if score >= least else (score, 0))
