"""The sample documents beside this module, and reading them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from linter.model import Call, Turn

from ..helpers import error, read

PATHS = sorted(Path(__file__).with_name("samples").glob("*.json"))


def text(name: str) -> str:
    return (Path(__file__).with_name("samples") / f"{name}.json").read_text(encoding="utf-8")


def value(name: str) -> Any:
    """The decoded document, to be changed by a test."""
    return json.loads(text(name))


def calls(name: str) -> list[Call]:
    return read(text(name), "a.json")


def call(name: str) -> Call:
    (only,) = calls(name)
    return only


def read_value(document: Any) -> Call:
    (only,) = read(json.dumps(document), "a.json")
    return only


def who(found: Call) -> list[tuple[str, str]]:
    """Role and speaker of each turn."""
    return [(turn.role, turn.speaker) for turn in found.turns]


def refused(name: str) -> str:
    return error(text(name), "a.json").message


def spans(turn: Turn) -> list[tuple[str, int, int]]:
    return [(one["text"], one["start_ms"], one["end_ms"]) for one in turn.meta["words"]]
