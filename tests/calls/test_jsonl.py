from __future__ import annotations

import io
import json
from typing import Any

import pytest

from linter.calls import read_stream
from linter.errors import InputError
from linter.model import Call, Turn

from .helpers import error, read


def lines(*values: Any) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def test_only_the_text_is_needed() -> None:
    (call,) = read('{"turns": [{"text": "您好"}]}', "a.jsonl")
    turn = Turn("unknown", "您好", line=1)
    assert call == Call(Call.content_id((turn,)), (turn,), "a.jsonl")


def test_every_field() -> None:
    value = {
        "id": "c1",
        "turns": [
            {
                "role": "坐席",
                "text": "您好",
                "speaker": "王丽",
                "start_ms": 0,
                "end_ms": 900.4,
                "confidence": 0.5,
            },
        ],
        "agent": {"id": "1001", "name": "王丽", "level": 3},
        "team": "一组",
        "channel": "phone",
        "direction": "inbound",
        "scene": "退款",
        "business": "信用卡",
        "started_at": "2026-01-01T08:00:00+08:00",
        "labels": [{"turn": 0}],
        "meta": {"a": 1},
    }
    (call,) = read(lines(value), "a.jsonl")
    assert call == Call(
        id="c1",
        turns=(Turn("agent", "您好", "王丽", 0, 900, line=1, meta={"confidence": 0.5}),),
        path="a.jsonl",
        agent_id="1001",
        agent_name="王丽",
        team="一组",
        channel="phone",
        direction="in",
        scene="退款",
        business="信用卡",
        started_at="2026-01-01T08:00:00+08:00",
        meta={"labels": [{"turn": 0}], "meta": {"a": 1}, "agent": {"level": 3}},
    )


def test_lines_are_counted_with_blank_ones() -> None:
    text = '\n{"turns": [{"text": "一"}]}\r\n \t\r\n\u3000\n{"turns": [{"text": "二"}]}'
    first, second = read(text, "a.jsonl")
    assert [call.turns[0].line for call in (first, second)] == [2, 5]
    assert first.turns[0].column is None


@pytest.mark.parametrize("text", [None, ""])
def test_an_empty_turn_is_a_turn(text: str | None) -> None:
    (call,) = read(lines({"turns": [{"role": "agent", "text": text}]}), "a.jsonl")
    assert call.turns[0].text == ""


def test_text_is_kept_as_it_stands() -> None:
    text = " \u00a0您好\u2028\x85吗\r\n\u3000"
    (call,) = read(lines({"turns": [{"text": text}]}), "a.jsonl")
    assert call.turns[0].text == text


def test_empty_values_are_no_values() -> None:
    value = {"id": None, "turns": [{"text": "a", "role": None, "start_ms": None, "speaker": None}]}
    (call,) = read(lines({**value, "agent": None, "team": None}), "a.jsonl")
    assert call.turns == (Turn("unknown", "a", line=1),)
    assert (call.id, call.team, call.meta) == (Call.content_id(call.turns), "", {})


def test_numbers_are_ids_as_written() -> None:
    (call,) = read(lines({"id": 7, "turns": [], "agent": {"id": 1001}}), "a.jsonl")
    assert (call.id, call.agent_id) == ("7", "1001")


def test_ids_are_made_different() -> None:
    found = read(lines(*[{"id": "a", "turns": []}] * 3), "a.jsonl")
    assert [call.id for call in found] == ["a", "a#2", "a#3"]


def test_a_mark_in_the_middle_is_no_error() -> None:
    text = '{"turns": [{"text": "一"}]}\n\ufeff{"turns": [{"text": "二"}]}\n'
    assert [call.turns[0].text for call in read(text, "a.jsonl")] == ["一", "二"]


def test_a_bad_line_comes_after_the_good_ones() -> None:
    reading = read_stream(io.BytesIO(b'{"id": "a", "turns": []}\n{"turns": [}\n'), name="a.jsonl")
    assert next(reading).id == "a"
    with pytest.raises(InputError) as caught:
        next(reading)
    assert caught.value.where == "a.jsonl:2:12"


@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ('{"turns": [{"text": "您好"}]', 27, "没有写完"),
        ('{"turns": [{"text": “您好”}]}', 21, "引号"),
        ('{"turns": [{"text"： "您好"}]}', 19, "标点"),
        ("{'turns': []}", 2, "双引号"),
        ('{"turns": []} {}', 15, "检查"),
    ],
)
def test_broken_json(line: str, column: int, hint: str) -> None:
    wrong = error(line + "\n", "a.jsonl", source="jsonl")
    assert (wrong.line, wrong.column) == (1, column)
    assert wrong.message.startswith("不是合法的 JSON")
    assert hint in wrong.hint


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"turns": [], "x": NaN}', "NaN"),
        ('{"turns": [], "x": -Infinity}', "-Infinity"),
        ('{"turns": [], "x": ' + "9" * 5000 + "}", "数"),
        ('{"turns": ' + "[" * 200_000, "嵌套"),
        (r'{"turns": [{"text": "好\ud83d"}]}', "代理"),
        (r'{"turns": [], "\uDE00": 1}', "代理"),
    ],
)
def test_what_python_would_let_through_or_stumble_over(line: str, message: str) -> None:
    wrong = error(line, "a.jsonl")
    assert wrong.line == 1
    assert message in wrong.message
    assert wrong.hint


def test_whole_surrogate_pairs_are_fine() -> None:
    (call,) = read(r'{"turns": [{"text": "\ud83d\ude00"}]}', "a.jsonl")
    assert call.turns[0].text == "😀"


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ([], "一通对话"),
        ({"id": "a"}, "没有 turns"),
        ({"turns": {}}, "turns："),
        ({"turns": ["您好"]}, "turns[0]："),
        ({"turns": [{"text": "a"}, {"content": "b"}]}, "turns[1]：没有 text"),
        ({"turns": [{"text": 3}]}, "turns[0].text："),
        ({"turns": [{"text": "a", "role": "老板"}]}, "turns[0].role：认不得的角色“老板”"),
        ({"turns": [{"text": "a", "speaker": []}]}, "turns[0].speaker："),
        ({"turns": [{"text": "a", "start_ms": "1"}]}, "turns[0].start_ms："),
        ({"turns": [{"text": "a", "start_ms": 10**400}]}, "turns[0].start_ms："),
        ({"turns": [{"text": "a", "end_ms": -1e300}]}, "turns[0].end_ms："),
        ({"turns": [{"text": "a", "end_ms": True}]}, "turns[0].end_ms："),
        ({"turns": [], "id": True}, "id："),
        ({"turns": [], "id": 1.5}, "id："),
        ({"turns": [], "team": []}, "team："),
        ({"turns": [], "agent": "王丽"}, "agent："),
        ({"turns": [], "agent": {"name": {}}}, "agent.name："),
    ],
)
def test_wrong_fields(value: object, where: str) -> None:
    wrong = error(lines({"turns": []}, value), "a.jsonl")
    assert wrong.line == 2
    assert wrong.message.startswith(where)


def test_an_endless_time() -> None:
    wrong = error('{"turns": [{"text": "a", "start_ms": 1e999}]}', "a.jsonl")
    assert wrong.message.startswith("turns[0].start_ms：")


def test_only_a_script_is_a_script() -> None:
    script, other = read(lines({"turns": [], "kind": "script"}, {"turns": [], "kind": "x"}))
    assert (script.kind, script.meta) == ("script", {})
    assert (other.kind, other.meta) == ("call", {"kind": "x"})
