from __future__ import annotations

import pytest

from .making import examples


def lookalikes(text: str) -> list[tuple[str, str]]:
    return [(one.rule, one.lookalike) for one in examples(text) if one.lookalike]


def test_words_in_a_context_that_excuses_them():
    (found,) = (
        one
        for one in examples("坐席：您好。\n客户：嗯我想想\n坐席：他说“快点”是不对的。")
        if one.lookalike
    )
    assert (found.good, found.rule, found.category, found.grade) == (True, "rude", "impatience", 3)
    assert found.lookalike.startswith("quoted（")
    assert found.turns[found.focus].spans == ((3, 5, "focus", ""),)


@pytest.mark.parametrize(
    "text",
    [
        "坐席：快点说。",
        "坐席：他说“快点”，您也快点。",
        "客户：他说“快点”。",
        "坐席：您点右下角的“快点”就行。",
        "坐席：要是我快点呢？",
        "坐席：要我快点吗？",
    ],
)
def test_none(text):
    assert lookalikes("坐席：您好。\n客户：嗯我想想\n" + text) == []


def test_one_a_turn():
    assert len(lookalikes("客户：嗯我想想\n坐席：您好，他说“快点”，又说“快点”。")) == 1
