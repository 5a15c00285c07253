from __future__ import annotations

import pytest

from linter.signals.similar import Example, alike, likeness

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
    assert likeness(left, right) == pytest.approx(expected)
    assert likeness(right, left) == pytest.approx(expected)


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
