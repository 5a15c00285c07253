from __future__ import annotations

import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls import read_path, read_stream, source
from linter.calls.source import Source, seekable
from linter.errors import InputError

from .helpers import error, read


class Pipe(io.RawIOBase):
    """A stream that can only be read on."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._data.readinto(buffer)


def lines(data: bytes) -> list[tuple[int, str]]:
    return list(Source(io.BytesIO(data), "a").lines())


def byte_lines(data: bytes) -> list[tuple[int, bytes]]:
    return list(Source(io.BytesIO(data), "a").byte_lines())


def test_every_kind_of_line_end_counts_once() -> None:
    assert lines(b"a\r\nb\rc\n\nd") == [(1, "a"), (2, "b"), (3, "c"), (4, ""), (5, "d")]


def test_other_separators_are_characters() -> None:
    text = "a\x0b\x0c\x1c\x85\u2028b"
    assert lines(text.encode()) == [(1, text)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@given(st.lists(st.sampled_from(["a", "您", "😀", "\r", "\n", "\r\n", "\x0b", "\x85", "\u2028"])))
def test_lines_as_bytes_are_the_same_lines(encoding: str, parts: list[str]) -> None:
    opened = Source(io.BytesIO(f"通话{''.join(parts)}".encode(encoding)), "a")
    assert [(n, line.decode()) for n, line in opened.byte_lines()] == list(opened.lines())


def test_lines_as_bytes_begin_where_the_text_begins() -> None:
    data = io.BytesIO("略过坐席\n您好".encode())
    data.seek(6)
    assert list(Source(data, "a").byte_lines()) == [(1, "坐席".encode()), (2, "您好".encode())]


def test_a_pipe_is_read_like_a_file() -> None:
    data = '{"turns": [{"text": "您好"}]}\n'.encode()
    (call,) = read_stream(io.BufferedReader(Pipe(data)))
    assert call.turns[0].text == "您好"
    assert call.path == "<stdin>"


def test_a_pipe_goes_to_disk_and_is_cleaned_up() -> None:
    with seekable(io.BufferedReader(Pipe(b"0123456789"))) as spool:
        assert spool.read() == b"0123456789"
        spool.seek(3)
        assert spool.read(1) == b"3"
    assert spool.closed


def test_the_stream_stays_open_and_is_read_from_where_it_stands() -> None:
    data = io.BytesIO("略过坐席：您好".encode())
    data.seek(6)
    (call,) = read_stream(data, name="a.txt")
    assert call.turns[0].text == "您好"
    assert not data.closed


def test_the_stream_stays_open_when_reading_is_given_up() -> None:
    data = io.BytesIO(b'{"turns": []}\n{"turns": []}\n')
    reading = read_stream(data)
    next(reading)
    del reading
    assert not data.closed


def test_a_line_may_be_as_long_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LINE_LIMIT", 4)
    data = "您好您好\n😀😀😀😀\r\nab\n".encode()
    assert lines(data) == [(1, "您好您好"), (2, "😀😀😀😀"), (3, "ab")]
    assert byte_lines(data) == [(number, line.encode()) for number, line in lines(data)]


@pytest.mark.parametrize("long", ["abcde", "您好您好您", "😀😀😀😀😀", "😀" * 99, "a" * 99])
@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\nab\n"])
def test_a_line_that_is_too_long(monkeypatch: pytest.MonkeyPatch, long: str, end: str) -> None:
    monkeypatch.setattr(source, "LINE_LIMIT", 4)
    data = f"ab\n{long}{end}".encode()
    for read_all in (lines, byte_lines):
        with pytest.raises(InputError) as caught:
            read_all(data)
        assert caught.value.where == "a:2"
        assert caught.value.message == "这一行超过 0 Mi 个字符"


def test_good_calls_come_before_the_line_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    good = b'{"id": "a", "turns": []}\n'
    monkeypatch.setattr(source, "LINE_LIMIT", len(good))
    reading = read_stream(io.BytesIO(good + b'{"turns": [' + b" " * 99 + b"]}\n"))
    assert next(reading).id == "a"
    with pytest.raises(InputError) as caught:
        next(reading)
    assert (caught.value.line, caught.value.hint != "") == (2, True)


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.md"])
def test_formats_held_in_memory_have_a_size_limit(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(source, "WHOLE_LIMIT", 5)
    wrong = error(
        "坐席：您好", name, source={"a.txt": "plain", "a.md": "markdown"}.get(name, name[2:])
    )
    assert "JSONL" in wrong.hint


def test_json_lines_have_no_size_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "WHOLE_LIMIT", 5)
    assert len(read('{"turns": [{"text": "您好"}]}\n' * 2, "a.jsonl")) == 2


def test_memory_stays_flat_while_streaming(tmp_path: Path) -> None:
    call = {"turns": [{"role": "agent", "text": "您好" * 50}] * 100}
    line = json.dumps(call, ensure_ascii=False) + "\n"
    path = tmp_path / "a.jsonl"
    path.write_text(line * 400, encoding="utf-8")
    tracemalloc.start()
    try:
        count = sum(1 for _ in read_path(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 400
    assert peak < path.stat().st_size / 2
