from __future__ import annotations

from dataclasses import replace

import pytest

from linter.coaching.examples.model import ExampleTurn, Pair
from linter.coaching.examples.objects import card_object, example_object, prompt_of

from .making import BAD, GOOD, made


def test_an_example():
    assert example_object(BAD, Pair(GOOD, "moment")) == {
        "record": "example",
        "id": "bad1",
        "kind": "bad",
        "category": "impatience",
        "rule": "rude",
        "aspect": "态度",
        "severity": "error",
        "certainty": "certain",
        "moment": "生气",
        "moments": ["生气"],
        "difficulty": 2,
        "difficulty_why": ["polite"],
        "business": "banking",
        "channel": "phone",
        "direction": "",
        "scene": "",
        "turns": [
            {
                "role": "customer",
                "text": "气死了",
                "skipped": 3,
                "spans": [{"start": 0, "end": 2, "as": "trigger", "label": "生气"}],
            },
            {
                "role": "agent",
                "text": "抱歉，快点说😀好不",
                "spans": [{"start": 3, "end": 5, "as": "focus", "label": ""}],
            },
            {"role": "customer", "text": "<b>|你\n催谁", "skipped": 1},
        ],
        "focus": 1,
        "prompt": 1,
        "message": "坐席催客户。",
        "why": "催了就急。",
        "suggestion": "您慢慢说。",
        "also": ["blame"],
        "pair": {
            "from": "call",
            "id": "good1",
            "same": "moment",
            "text": "对不起，是我们不好。",
            "turns": [
                {
                    "role": "customer",
                    "text": "气死了",
                    "spans": [{"start": 0, "end": 2, "as": "trigger", "label": "生气"}],
                },
                {
                    "role": "agent",
                    "text": "对不起，是我们不好。",
                    "spans": [{"start": 0, "end": 3, "as": "focus", "label": ""}],
                },
            ],
            "focus": 1,
            "prompt": 1,
        },
    }


def test_without_a_real_answer_the_rule_speaks():
    assert example_object(BAD, Pair(None))["pair"] == {"from": "rule", "text": "您慢慢说。"}
    assert "pair" not in example_object(GOOD, None)


@pytest.mark.parametrize(
    ("roles", "focus", "prompt"),
    [("ca", 1, 1), ("caa", 2, 1), ("a", 0, 0), ("aca", 2, 2), ("aa", 1, 0)],
)
def test_what_a_learner_is_shown(roles, focus, prompt):
    names = {"c": "customer", "a": "agent"}
    turns = [ExampleTurn(names[role], "x") for role in roles]
    assert prompt_of(turns, focus) == prompt


def test_turns_left_out_end_what_the_agent_says():
    turns = [ExampleTurn("agent", "x"), ExampleTurn("agent", "y", 4)]
    assert prompt_of(turns, 1) == 1


def test_the_card():
    card = card_object(made(BAD, replace(GOOD, id="g2", part="")))
    assert (card["record"], card["schema"], card["calls"], card["agents"]) == ("card", 1, 1, 1)
    assert (card["candidates"], card["examples"]) == (2, 2)
    assert card["missing"][0] == {
        "kind": "bad",
        "category": "impatience",
        "difficulty": 1,
        "chosen": 0,
        "found": 0,
        "passed_over": {},
    }
    assert card["absent"] == ["missing_greeting"]
