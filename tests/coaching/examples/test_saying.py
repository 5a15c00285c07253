from __future__ import annotations

from dataclasses import replace

import pytest

from linter.coaching.examples import saying
from linter.coaching.examples.model import ExampleTurn, Pair, Span

from .making import BAD, GOOD, made


def test_what_came_of_it():
    assert saying.made_line(made(BAD, GOOD), "zh") == (
        "1 通通话，坏例 1 个，好例 1 个；坏例里 1 个配了真实的好答法。"
    )
    assert saying.made_line(made(), "en").startswith("1 calls, 0 bad examples, 0 good ones;")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", ("坏例", "★★（夹在客气话里）", "不耐烦（同一轮还有：指责客户）")),
        (
            "en",
            (
                "bad",
                "★★ (wrapped in polite words)",
                "impatience (in the same turn: blaming the customer)",
            ),
        ),
    ],
)
def test_a_title(lang, said):
    parts = (saying.kind_name, saying.grade_text, saying.titled_category)
    assert tuple(part(BAD, lang) for part in parts) == said


@pytest.mark.parametrize(
    ("turn", "shown"),
    [
        (ExampleTurn("agent", "您快点说", 0, (Span(1, 3, "focus", ""),)), "您【快点】说"),
        (ExampleTurn("agent", "快点", 0, (Span(0, 2, "focus", ""),)), "快点"),
        (ExampleTurn("agent", "您快点", 0, (Span(0, 1, "missing", ""),)), "您快点"),
        (
            ExampleTurn("agent", "a b", 0, (Span(0, 1, "focus", ""), Span(2, 3, "focus", ""))),
            "【a】 【b】",
        ),
    ],
)
def test_marks(turn, shown):
    assert saying.marked(turn, True) == shown
    assert saying.marked(turn, False) == turn.text


def test_remarks():
    assert dict(saying.remarks(BAD, "zh")) == {
        "起因": "“气死”",
        "说明": "坐席催客户。",
        "为什么": "催了就急。",
        "怎么说": "您慢慢说。",
    }
    assert dict(saying.remarks(GOOD, "zh")) == {
        "起因": "“气死”",
        "为什么": "催了就急。",
        "规则要的": "您慢慢说。",
    }
    alike = replace(GOOD, lookalike="quoted（他说）", turns=GOOD.turns[1:], focus=0)
    assert dict(saying.remarks(alike, "zh")) == {"为什么不算": "引用、复述（他说）"}


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("negated", "negated"),
        ("quoted（他说）", "quoted or read back（他说）"),
        ("自己的", "自己的"),
    ],
)
def test_why_it_is_none(raw, said):
    assert saying.lookalike_text(replace(GOOD, lookalike=raw), "en") == said


def test_turns_left_out():
    turn = ExampleTurn("agent", "x", 3)
    assert saying.skipped_text(turn, False, "zh") == "（略 3 轮）"
    assert saying.skipped_text(turn, True, "zh") == ""
    assert saying.skipped_text(turn._replace(skipped=0), False, "zh") == ""


def test_pairs():
    assert saying.pair_title(Pair(GOOD, "moment"), "zh") == "换个人这样答（同样的时刻）"
    assert saying.pair_title(Pair(None), "en") == "Say instead (the rule's suggestion)"
