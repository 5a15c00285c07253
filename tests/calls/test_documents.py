from __future__ import annotations

import json
from typing import Any

import pytest

from linter.calls.source import HEAD_BYTES

from .helpers import error, read


def document(number: int, **more: Any) -> dict[str, Any]:
    rows = [{"Text": f"第{number}通，您好。", "BeginTime": 0, "EndTime": 900, "ChannelId": 0}]
    return {"TaskId": f"t{number}", "StatusText": "SUCCESS", "Result": {"Sentences": rows}, **more}


def lines(*values: object) -> str:
    return "\n".join(json.dumps(value, ensure_ascii=False) for value in values) + "\n"


OTHER = {"segments": [{"start": 0, "end": 1, "text": "喂"}], "language": "zh"}


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".txt", ""])
def test_one_document_and_a_list_of_them(indent: int | None, suffix: str) -> None:
    one = json.dumps(document(1), indent=indent)
    assert [call.id for call in read(one, f"a{suffix}")] == ["t1"]
    many = json.dumps([document(1), document(2)], indent=indent)
    assert [call.id for call in read(many, f"a{suffix}")] == ["t1", "t2"]


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".ndjson", ".txt", ""])
@pytest.mark.parametrize("pad", [0, HEAD_BYTES])
def test_lines_are_told_whatever_their_length_and_suffix(suffix: str, pad: int) -> None:
    calls = read(lines(document(1, pad="x" * pad), document(2)), f"a{suffix}")
    assert [call.id for call in calls] == ["t1", "t2"]
    assert [call.turns[0].line for call in calls] == [1, 2]


def test_blank_lines_and_marks_between_lines_are_passed_over() -> None:
    text = "\n" + lines(document(1)) + "\n \n\ufeff" + lines(document(2))
    assert [call.turns[0].line for call in read(text, "a.jsonl")] == [2, 5]


def test_lines_come_as_they_are_read() -> None:
    text = lines(document(1)) + "{\n"
    wrong = error(text, "a.jsonl")
    assert wrong.line == 2


def test_a_line_of_another_vendor_is_an_error_at_it() -> None:
    wrong = error(lines(document(1), OTHER), "a.jsonl")
    assert (wrong.line, wrong.message) == (2, "不像 aliyun-asr 的结果")
    assert "Result.Sentences[].Text" in wrong.hint


def test_lines_may_be_wrapped() -> None:
    text = lines({"body": json.dumps(document(1))}, {"body": json.dumps(document(2))})
    assert [call.id for call in read(text, "a.jsonl")] == ["t1", "t2"]


def test_an_element_of_another_vendor_is_an_error_at_it() -> None:
    assert error(json.dumps([document(1), OTHER]), "a.json").message.startswith("[1]：认不出")


@pytest.mark.parametrize("text", ["{}", "3", '{"turns": []}', lines({}, {})])
def test_what_is_not_the_named_vendors_is_an_error(text: str) -> None:
    assert error(text, "a.json", source="whisperx").message == "不像 whisperx 的结果"


def test_an_empty_list_is_an_error() -> None:
    assert error("[]", "a.json", source="whisperx").message == "一通对话也没有"


def test_what_stood_around_does_not_hide_what_the_document_has() -> None:
    wrapped = {"trace": 1, "data": document(1, wrapper="w")}
    (call,) = read(json.dumps(wrapped), "a.json")
    assert call.meta["wrapper"] == {"trace": 1, "wrapper": "w"}


def test_canonical_calls_are_nobodys_documents() -> None:
    call = {"id": "c", "turns": [{"role": "agent", "text": "您好", "words": [document(1)]}]}
    assert [c.id for c in read(json.dumps(call), "a.json")] == ["c"]
    assert [c.id for c in read(lines(call, call), "a.jsonl")] == ["c", "c#2"]
