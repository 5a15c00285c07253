"""Cards, examples and records made for the tests of this folder."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from linter.coaching.drill.cards import Better, Card, card_of
from linter.coaching.examples.model import Example, ExampleTurn, Span

UPSET = ExampleTurn("customer", "我要投诉你们，等了三天！")
RUDE = ExampleTurn("agent", "你投诉去吧，投诉也没用。")
AFTER = ExampleTurn("customer", "你什么态度！")


def example(*turns: ExampleTurn, focus: int = 1, **more: Any) -> Example:
    """A bad one by default: an upset customer, and an agent who talks back."""
    made = Example(
        id="a1",
        good=False,
        category="backtalk",
        rule="backtalk",
        aspect="态度",
        severity="error",
        certainty="certain",
        moment="投诉声明",
        moments=("投诉声明",),
        grade=1,
        reasons=(),
        turns=turns or (UPSET, RUDE, AFTER),
        focus=focus,
        message="坐席和客户顶了起来。",
        suggestion="您的诉求我已经记录。",
    )
    return replace(made, **more)


def card(id_: str = "a1", category: str = "backtalk", grade: int = 1, **more: Any) -> Card:
    """A card of that example, changed in whatever is given."""
    made = card_of(example(), 1, Better("非常抱歉，我马上给您登记。", "call"), 2)
    return replace(made, id=id_, category=category, grade=grade, **more)


def record(**more: Any) -> dict[str, Any]:
    """The record of that example; what is given as ``None`` is left out."""
    value = {
        "record": "example",
        "id": "a1",
        "kind": "bad",
        "category": "backtalk",
        "rule": "backtalk",
        "aspect": "态度",
        "severity": "error",
        "certainty": "certain",
        "moment": "投诉声明",
        "moments": ["投诉声明"],
        "difficulty": 1,
        "difficulty_why": [],
        "business": "",
        "channel": "phone",
        "direction": "",
        "scene": "",
        "turns": [
            {"role": "customer", "text": UPSET.text, "skipped": 3},
            {
                "role": "agent",
                "text": RUDE.text,
                "spans": [{"start": 0, "end": 5, "as": "focus", "label": ""}],
            },
        ],
        "focus": 1,
        "prompt": 1,
        "message": "坐席和客户顶了起来。",
        "why": "",
        "suggestion": "您的诉求我已经记录。",
    }
    return {key: said for key, said in (value | more).items() if said is not None}


def line(**more: Any) -> str:
    """The same as a line."""
    return json.dumps(record(**more), ensure_ascii=False) + "\n"


def trigger(text: str, role: Any = "agent") -> ExampleTurn:
    """A turn that the example rests on."""
    return ExampleTurn(role, text, 0, (Span(0, len(text), "trigger", "等待"),))
