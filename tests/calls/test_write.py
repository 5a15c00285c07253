from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from linter.calls import ReadOptions, read_stream, to_canonical
from linter.model import ROLES, Call, Turn

from .helpers import read

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)
NAME = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)
UNKNOWN = st.dictionaries(
    st.sampled_from(["meta", "labels", "备注", "words", "path", ""]), JSON, max_size=3
)
MS = st.integers(-5, 10**7)


def fields(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of the fields, and some unknown ones."""
    known = st.fixed_dictionaries({}, optional=optional)
    return st.builds(lambda have, more: {**have, **more}, known, UNKNOWN)


TURNS = st.builds(
    lambda role, text, rest: {"role": role, "text": text, **rest},
    st.sampled_from(ROLES),
    TEXT,
    fields(speaker=NAME, start_ms=MS, end_ms=MS),
)
AGENTS = fields(id=NAME, name=NAME).filter(bool)
CALLS = st.builds(
    lambda id_, turns, rest: {"id": id_, "turns": turns, **rest},
    NAME,
    st.lists(TURNS, max_size=3),
    fields(
        agent=AGENTS,
        team=NAME,
        channel=st.sampled_from(["phone", "chat", "微信"]),
        direction=st.sampled_from(["in", "out"]),
        scene=NAME,
        business=NAME,
        started_at=NAME,
        kind=st.sampled_from(["script", "call", "x"]),
    ),
)


def back(call: Call) -> Call:
    data = json.dumps(to_canonical(call), ensure_ascii=False).encode()
    (again,) = read_stream(io.BytesIO(data), name=call.path, options=ReadOptions("jsonl"))
    return again


@given(CALLS)
def test_every_field_comes_out_where_it_was(value: dict[str, Any]) -> None:
    (call,) = read(json.dumps(value), "a.jsonl", source="jsonl")
    assert to_canonical(call) == value


@given(CALLS)
def test_reading_what_was_written_gives_the_same_call(value: dict[str, Any]) -> None:
    (call,) = read(json.dumps(value), "a.jsonl", source="jsonl")
    assert back(call) == call


def test_known_fields_come_first_and_in_order() -> None:
    turn = Turn("agent", "您好", "王丽", 0, 9, line=3, column=4, meta={"x": 1})
    call = Call(
        id="c",
        turns=(turn,),
        path="a.txt",
        kind="script",
        agent_id="1",
        agent_name="王丽",
        team="t",
        channel="phone",
        direction="in",
        scene="s",
        business="b",
        started_at="2026",
        meta={"labels": [], "agent": {"level": 3}},
    )
    written = to_canonical(call)
    assert json.dumps(written, ensure_ascii=False) == (
        '{"id": "c", "turns": [{"role": "agent", "text": "您好", "speaker": "王丽", "start_ms": 0, '
        '"end_ms": 9, "x": 1}], "agent": {"id": "1", "name": "王丽", "level": 3}, "team": "t", '
        '"channel": "phone", "direction": "in", "scene": "s", "business": "b", '
        '"started_at": "2026", "kind": "script", "labels": []}'
    )
    assert back(call) == replace(call, turns=(turn._replace(line=1, column=None),))


def test_empty_fields_are_left_out() -> None:
    assert to_canonical(Call("c", (Turn("unknown", ""),))) == {
        "id": "c",
        "turns": [{"role": "unknown", "text": ""}],
    }


def test_a_field_with_a_known_name_is_not_lost() -> None:
    (call,) = read("role,内容,text,备注\nagent,您好,另一列,x\n", "a.csv")
    (turn,) = to_canonical(call)["turns"]
    assert turn == {"role": "agent", "text": "您好", "备注": "x", "meta": {"text": "另一列"}}


def test_clashing_names_join_the_meta_that_is_there() -> None:
    first = Call("c", (), meta={"id": 5, "meta": {"a": 1}})
    assert to_canonical(first) == {"id": "c", "turns": [], "meta": {"a": 1, "id": 5}}
    second = Call("c", (), meta={"id": 5, "meta": "m"})
    assert to_canonical(second) == {"id": "c", "turns": [], "meta": {"meta": "m", "id": 5}}
