from __future__ import annotations

import json
from typing import Any

import pytest

from .helpers import error, read

ONE = {"id": "a", "turns": [{"role": "agent", "text": "您好"}]}
TWO = {"id": "b", "turns": [{"role": "customer", "text": "喂"}]}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    ("value", "ids"),
    [
        (ONE, ["a"]),
        ([ONE, TWO], ["a", "b"]),
        ({"calls": [ONE, TWO]}, ["a", "b"]),
        ({"version": 1, "calls": [ONE]}, ["a"]),
        ([ONE, ONE], ["a", "a#2"]),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "<stdin>"])
def test_shapes(value: Any, ids: list[str], indent: int | None, name: str) -> None:
    found = read(json.dumps(value, indent=indent), name)
    assert [call.id for call in found] == ids
    assert found[0].turns[0].text == "您好"


def test_turns_have_no_lines() -> None:
    (call,) = read(json.dumps([ONE], indent=2), "a.json")
    assert (call.turns[0].line, call.turns[0].column) == (None, None)


def test_a_call_may_have_a_field_named_calls() -> None:
    (call,) = read(json.dumps({**ONE, "calls": 3}, indent=2), "a.json")
    assert call.meta == {"calls": 3}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_broken_json_says_line_and_column(end: str) -> None:
    wrong = error(end.join(['{"calls": [', '  {"turns": [}', "]}"]), "a.json")
    assert wrong.where == "a.json:2:14"


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ([ONE, {"id": "x"}], "[1]：没有 turns"),
        ({"calls": [ONE, {"turns": [{"role": "agent"}]}]}, "calls[1].turns[0]：没有 text"),
        ({"calls": {}}, "calls："),
        ({"calls": []}, "calls：一通对话也没有"),
        ([], "一通对话也没有"),
        ({"data": 1}, "没有 turns"),
        (3, "一通对话要是"),
    ],
)
def test_wrong_fields_say_where(value: Any, where: str) -> None:
    wrong = error(json.dumps(value, indent=1), "a.json")
    assert wrong.message.startswith(where)
