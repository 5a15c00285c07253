"""Examples as JSON objects; the key order is part of the contract.

A record can be drilled as it stands: ``turns[:prompt]`` is what the learner is shown, the answer
takes the place of the next turn, and ``rule`` with ``channel``, ``direction``, ``scene`` and
``business`` tell a linter what to judge it by.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.coaching.examples.card import Card
from linter.coaching.examples.making import ExampleSet
from linter.coaching.examples.model import Example, ExampleTurn, Pair
from linter.reports.objects import rules_object

SCHEMA = 1
"""Of the records; a reader refuses what it does not know."""


def example_object(example: Example, pair: Pair | None) -> dict[str, Any]:
    """One example, with what it is held against if it is bad."""
    value: dict[str, Any] = {
        "record": "example",
        "id": example.id,
        "kind": "good" if example.good else "bad",
        "category": example.category,
        "rule": example.rule,
        "aspect": example.aspect,
        "severity": example.severity,
        "certainty": example.certainty,
        "moment": example.moment,
        "moments": list(example.moments),
        "difficulty": example.grade,
        "difficulty_why": list(example.reasons),
        "business": example.business,
        "channel": example.channel,
        "direction": example.direction,
        "scene": example.scene,
        **_shown(example),
        "message": example.message,
        "why": example.why,
        "suggestion": example.suggestion,
    }
    for key, said in (
        ("lookalike", example.lookalike),
        ("also", list(example.also)),
        ("part", example.part),
    ):
        if said:
            value[key] = said
    if pair is not None:
        value["pair"] = pair_object(example, pair)
    return value


def pair_object(bad: Example, pair: Pair) -> dict[str, Any]:
    """The good answer of a pair: from a call, or what the rule suggests."""
    if pair.good is None:
        return {"from": "rule", "text": bad.suggestion}
    return {
        "from": "call",
        "id": pair.good.id,
        "same": pair.same,
        "text": pair.good.said,
        **_shown(pair.good),
    }


def prompt_of(turns: Sequence[ExampleTurn], focus: int) -> int:
    """How many turns come before the agent begins to say what the example is about."""
    first = focus
    while first and not turns[first].skipped and turns[first - 1].role == "agent":
        first -= 1
    return first


def card_object(made: ExampleSet) -> dict[str, Any]:
    """The data card."""
    card: Card = made.card
    asked = card.asked
    return {
        "record": "card",
        "schema": SCHEMA,
        "rules": rules_object(card.rules),
        "seed": asked.seed,
        "per": asked.limits.per,
        "per_call": asked.limits.per_call,
        "per_agent": asked.limits.per_agent,
        "review": asked.review,
        "split": asked.split,
        "files": card.files,
        "skipped": card.skipped,
        "calls": card.calls,
        "turns": card.turns,
        "agent_turns": card.agent_turns,
        "agents": card.agents,
        "businesses": dict(card.businesses),
        "channels": dict(card.channels),
        "candidates": card.candidates,
        "passed_over": dict(card.passed),
        "examples": len(made.examples),
        "masked_characters": card.masked,
        "missing": [
            {
                "kind": "good" if missing.cell[0] else "bad",
                "category": missing.cell[1],
                "difficulty": missing.cell[2],
                "chosen": missing.chosen,
                "found": missing.found,
                "passed_over": dict(missing.passed),
            }
            for missing in card.missing
        ],
        "absent": list(card.absent),
    }


def _shown(example: Example) -> dict[str, Any]:
    return {
        "turns": [_turn(turn) for turn in example.turns],
        "focus": example.focus,
        "prompt": prompt_of(example.turns, example.focus),
    }


def _turn(turn: ExampleTurn) -> dict[str, Any]:
    value: dict[str, Any] = {"role": turn.role, "text": turn.text}
    if turn.skipped:
        value["skipped"] = turn.skipped
    if turn.spans:
        value["spans"] = [
            {"start": s.start, "end": s.end, "as": s.as_, "label": s.label} for s in turn.spans
        ]
    return value
