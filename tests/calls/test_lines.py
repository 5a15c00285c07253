from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls import read_stream
from linter.calls.lines import read_each, read_lines
from linter.calls.unique import UniqueNames
from linter.errors import InputError
from linter.model import Call

from .helpers import read

LINES = (
    '{"id": "a", "turns": [{"role": "agent", "text": "您好"}]}',
    "",
    '{"id": "a", "turns": [{"text": "嗯", "confidence": 0.5}], "labels": []}',
    '\ufeff{"turns": [{"role": "客服1", "text": "您请讲"}]}',
    " \t\u3000",
    '{"id": "b", "turns": []}',
    '{"id": "a", "turns": [{"text": "好"}]}',
)


def numbered() -> Iterator[tuple[int, bytes]]:
    return ((number, line.encode()) for number, line in enumerate(LINES, 1))


def whole() -> list[Call]:
    return read("\n".join(LINES), "a.jsonl")


@given(st.lists(st.integers(0, len(LINES)), max_size=3).map(sorted))
def test_shares_of_a_file_give_what_the_file_gives(cuts: list[int]) -> None:
    lines, ids = numbered(), UniqueNames()
    found: list[Call] = []
    for start, end in zip([0, *cuts], [*cuts, len(LINES)], strict=True):
        found += read_lines(islice(lines, end - start), "a.jsonl", ids)
    assert found == whole()


def test_ids_given_out_before_are_known() -> None:
    ids = UniqueNames()
    ids.take("b")
    assert [call.id for call in read_lines(numbered(), "a.jsonl", ids)][-2:] == ["b#2", "a#3"]
    assert ids.take("a") == "a#4"


def test_each_line_keeps_its_own_id() -> None:
    assert [call.id for call in read_each(numbered(), "a.jsonl")][-2:] == ["b", "a"]


def test_an_error_names_its_file_and_line_when_the_calls_before_it_are_out() -> None:
    reading = read_lines([(8, LINES[0].encode()), (9, b'{"turns": [}')], "a.jsonl", UniqueNames())
    assert next(reading).turns[0].line == 8
    with pytest.raises(InputError) as caught:
        next(reading)
    assert caught.value.where == "a.jsonl:9:12"


def test_a_line_that_is_no_utf8() -> None:
    with pytest.raises(InputError) as caught:
        list(read_lines([(3, b'{"id": "\xff"}')], "a.jsonl", UniqueNames()))
    assert caught.value.where == "a.jsonl:3"
    assert "第 8 字节" in caught.value.message
    assert "UTF-8" in caught.value.hint


def test_everything_is_read_without_msgspec_too(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = whole()
    monkeypatch.delitem(sys.modules, "linter.calls.fast_json", raising=False)
    monkeypatch.setitem(sys.modules, "msgspec", None)
    assert whole() == expected
    assert "linter.calls.fast_json" not in sys.modules


def test_a_reader_given_up_on_does_not_hold_on_to_its_stream() -> None:
    data = io.BytesIO("\n".join(LINES).encode())
    reading = read_stream(data, name="a.jsonl")
    next(reading)
    reading.close()
    assert data.seek(0) == 0
