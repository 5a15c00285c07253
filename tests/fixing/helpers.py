"""Fixing a script library that is written in a test, in one word."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from linter.calls import ReadOptions, read_stream
from linter.fixing import Fixed, fix_file
from linter.linting import Linter

TERMS = Path(__file__).with_name("terms.yml")


@cache
def linter() -> Linter:
    return Linter(TERMS)


def fixed(text: str | bytes, name: str = "a.md", encoding: str = "utf-8") -> Fixed:
    data = text.encode(encoding) if isinstance(text, str) else text
    return fix_file(data, name, linter(), ReadOptions())


def text_of(text: str, name: str = "a.md", encoding: str = "utf-8") -> str:
    """The text afterwards; what is reported then is no more than what was left."""
    done = fixed(text, name, encoding)
    again = fixed(done.data, name)
    assert (again.data, again.made) == (done.data, ())
    assert again.left == done.left
    return done.data.decode(encoding)


def reasons(text: str, name: str = "a.md") -> list[str]:
    """Why what is reported is not changed; the file stays as it is."""
    done = fixed(text, name)
    assert done.data == text.encode()
    assert done.made == ()
    return [why.zh for _, why in done.left]


def said(data: bytes, name: str) -> list[str]:
    """All lines of a library."""
    calls = read_stream(io.BytesIO(data), name=name)
    return [turn.text for call in calls for turn in call.turns]
