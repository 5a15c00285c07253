"""What tools for labelling are told of an example, beside its words."""

from __future__ import annotations

from linter.coaching.examples.model import Example


def facts(example: Example) -> dict[str, object]:
    """By the names that all of them are given."""
    return {
        "category": example.category,
        "rule": example.rule,
        "difficulty": example.grade,
        "moment": example.moment,
        "business": example.business,
        "part": example.part,
        "message": example.message,
        "suggestion": example.suggestion,
    }
