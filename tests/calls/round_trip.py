"""What every reader has to hold, whatever it is given."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

from linter.calls import ReadOptions, read_stream, to_canonical
from linter.errors import HuashuError
from linter.model import Call


def read_with(data: str | bytes, name: str, **options: Any) -> list[Call]:
    """The calls of a file, read with what a user says of it."""
    raw = data.encode() if isinstance(data, str) else data
    return list(read_stream(io.BytesIO(raw), name=name, options=ReadOptions(**options)))


def bare(call: Call) -> Call:
    """The call without what is a fact of its file."""
    turns = (turn._replace(line=None, column=None, sheet="", cell="") for turn in call.turns)
    return replace(call, turns=tuple(turns), path="", notices=())


def assert_comes_back(calls: list[Call]) -> None:
    """Calls written down and read again are the same calls."""
    lines = [json.dumps(to_canonical(call), ensure_ascii=False) for call in calls]
    again = read_with("\n".join(lines) + "\n", "a.jsonl") if lines else []
    assert list(map(bare, again)) == list(map(bare, calls))


def assert_calls_or_error(data: str | bytes, name: str, **options: Any) -> list[Call]:
    """Nothing but calls or an error of our own comes of it."""
    try:
        calls = read_with(data, name, **options)
    except HuashuError:
        return []
    assert_comes_back(calls)
    return calls
