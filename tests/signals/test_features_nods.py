"""Turns that only hum or nod, and whose hits a group takes."""

from __future__ import annotations

import pytest

from .helpers import view

NODS = """
signals:
  应声: {who: customer, backchannel: true}
  转接: {any: [转过去]}
"""


@pytest.mark.parametrize("words", ["嗯。", "好的", "对对", "  行  ", "嗯嗯，好"])
def test_a_turn_that_only_nods(words: str) -> None:
    (seen,) = view(NODS, ("a", "可以吗"), ("c", words), ("a", "给您转过去")).seen["应声"]
    assert (seen.hit.turn, words[seen.hit.start : seen.hit.end]) == (1, words.strip())


@pytest.mark.parametrize("words", ["嗯我不想转", "不用", "", "。。。"])
def test_a_turn_that_says_something_or_nothing_does_not_nod(words: str) -> None:
    assert "应声" not in view(NODS, ("a", "可以吗"), ("c", words), ("a", "给您转过去")).seen


def test_only_its_own_side_nods() -> None:
    assert "应声" not in view(NODS, ("c", "查一下"), ("a", "好的"), ("c", "快点")).seen


GROUP = """
signals:
  组: {OF}
  甲: {who: any, any: [转过去]}
"""


@pytest.mark.parametrize(
    ("of", "turns"),
    [
        ("of: 甲", [0, 1]),
        ("of: 甲, who: any", [0, 1]),
        ("of: 甲, who: agent", [1]),
        ("of: 甲, who: customer", [0]),
        ("of: 甲, any: [您好]", [1]),
    ],
)
def test_a_group_takes_the_hits_of_its_side(of: str, turns: list[int]) -> None:
    rules = GROUP.replace("OF", of)
    seen = view(rules, ("c", "帮我转过去"), ("a", "给您转过去")).seen.get("组", ())
    assert [hit.hit.turn for hit in seen] == turns
