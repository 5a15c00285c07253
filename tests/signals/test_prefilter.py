"""What every match contains and begins with."""

from __future__ import annotations

import pytest

from .helpers import classes, finder

CLASSES = classes(类=["甲乙", "丙"], 空=["甲", "(乙|)"], 数={"一": ["甲…乙", "丙丁"]})


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
def test_needs(pattern: str, expected: list[set[str]]) -> None:
    assert [set(words) for words in finder(pattern, CLASSES).needs] == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲乙", {"甲"}),
        ("(甲|乙丙)丁", {"甲", "乙"}),
        ("(甲|)丁", None),
        ("((甲|)|…乙)丁", None),
        ("<类>", {"甲", "丙"}),
        ("<空>", None),
        ("<数>", {"甲", "丙"}),
        ("<数 as 项>", {"甲", "丙"}),
        ("「甲|乙」丙", {"甲", "乙"}),
        ("…甲", None),
        ("^甲", frozenset("甲")),
        ("(前无 乙)甲", frozenset("甲")),
        ("<数字 3+>", None),
        ("()甲", None),
    ],
)
def test_firsts(pattern: str, expected: set[str] | None) -> None:
    assert finder(pattern, CLASSES).firsts == expected


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("甲…乙", "乙甲", True),
        ("甲…乙", "甲丙", False),
        ("(甲|乙)丙", "乙丙", True),
        ("(甲|乙)丙", "丁丙", False),
        ("<数字 3+>", "", True),
    ],
)
def test_possible(pattern: str, text: str, expected: bool) -> None:
    assert finder(pattern, CLASSES).possible(text) is expected
