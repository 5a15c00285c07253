"""Reading from a string, in one word."""

from __future__ import annotations

import io

import pytest

from linter.calls import ReadOptions, read_stream
from linter.errors import InputError
from linter.model import Call, Turn


def read(
    text: str | bytes, name: str = "a.txt", *, source: str | None = None, encoding: str = "utf-8"
) -> list[Call]:
    data = text.encode(encoding) if isinstance(text, str) else text
    return list(read_stream(io.BytesIO(data), name=name, options=ReadOptions(source)))


def turns(text: str | bytes, name: str = "a.txt", *, source: str | None = None) -> tuple[Turn, ...]:
    """The turns of a file that holds one call."""
    (call,) = read(text, name, source=source)
    return call.turns


def said(text: str | bytes, name: str = "a.txt") -> list[tuple[str, str]]:
    """Role and words of each turn of the only call."""
    return [(turn.role, turn.text) for turn in turns(text, name)]


def error(text: str | bytes, name: str = "a.txt", *, source: str | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        read(text, name, source=source)
    assert caught.value.path == name
    return caught.value


def assert_positions(text: str, turn: Turn) -> None:
    """Every line of a turn stands in the file where its line and column say."""
    assert turn.line is not None
    assert turn.column is not None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for below, words in enumerate(turn.text.split("\n")):
        column = turn.column - 1 if below == 0 else 0
        rest = lines[turn.line - 1 + below][column:]
        assert rest.startswith(words)
        assert not rest[len(words) :].strip()
