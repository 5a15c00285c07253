"""Names near the one that does not exist."""

from __future__ import annotations

import pytest

from linter.rulebook.source import suggestion


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("severty", ["severity", "say"], "是不是 severity"),
        ("抱谦", ["抱歉", "致谢"], "是不是 抱歉"),
        ("甲", ["乙", "丙"], "可用的有 丙、乙"),
        ("甲", ["丙", "丙"], "可用的有 丙"),
        ("甲", [], ""),
        ("甲", map(str, range(25)), ""),
    ],
)
def test_suggestion(word: str, known: list[str], expected: str) -> None:
    assert suggestion(word, known) == expected
