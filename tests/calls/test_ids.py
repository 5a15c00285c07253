"""The id of a line at a glance, against the id of the call that is read from it."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls import lines
from linter.calls.lines import id_ahead, read_each
from linter.errors import InputError

TURNS = '"turns": [{"text": "您好", "id": "t"}]'


def id_of(line: bytes) -> str | None:
    """The id of the call, read; ``None`` when it is no call."""
    try:
        (call,) = read_each([(1, line)], "a.jsonl")
    except (InputError, ValueError):
        return None
    return call.id


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f'{{"id": "c1", {TURNS}}}', "c1"),
        (f' {{"agent": {{"id": "7"}}, {TURNS}, "id": "甲"}} ', "甲"),
        (f'{{"id": "a", {TURNS}, "id": "b"}}', "b"),
        (f'{{"\\u0069d": "\\u7532\\n", {TURNS}}}', "甲\n"),
        (f'{{"id": 7, {TURNS}}}', "7"),
        (f'{{"id": 18446744073709551616, {TURNS}}}', "18446744073709551616"),
    ],
)
def test_at_a_glance(line: str, found: str) -> None:
    assert id_ahead(line.encode()) == found == id_of(line.encode())


@pytest.mark.parametrize(
    "line",
    [
        f"{{{TURNS}}}",
        f'{{"id": "", {TURNS}}}',
        f'{{"id": null, {TURNS}}}',
        f'{{"id": ["a"], "id": "b", {TURNS}}}',
        f'\ufeff{{"id": "a", {TURNS}}}',
        f'{{"id": {"9" * 5000}, {TURNS}}}',
        f'{{"id": "a", "deep": {"[" * 5000}{"]" * 5000}, {TURNS}}}',
        '["id"]',
        "",
    ],
)
def test_only_reading_tells(line: str) -> None:
    assert id_ahead(line.encode()) is None


def test_bytes_that_are_no_text() -> None:
    assert id_ahead(b'{"id": "\xff", "turns": []}') is None


KEYS = st.sampled_from(["id", "turns", "agent", "\\u0069d", "meta"])
VALUES = st.sampled_from(
    [
        *('"a"', '"b\\u0000"', '"\\ud83d"', '""', "null", "true", "0", "-0", "1.0", "1e400", "NaN"),
        *('[{"text": "好"}]', '{"id": "x"}', "[]", "{}"),
    ]
)


@given(st.lists(st.tuples(KEYS, VALUES), max_size=5), st.sampled_from(["", " ", ",", "\ufeff"]))
def test_never_another_id_than_that_of_the_call(members: list[tuple[str, str]], rest: str) -> None:
    inside = ", ".join(f'"{key}": {value}' for key, value in [*members, ("turns", "[]")])
    line = f"{{{inside}}}{rest}".encode()
    ahead, read = id_ahead(line), id_of(line)
    assert ahead is None or read is None or ahead == read


def test_without_msgspec_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "linter.calls.fast_id", raising=False)
    monkeypatch.setitem(sys.modules, "msgspec", None)
    lines._id_reader.cache_clear()
    try:
        assert id_ahead(f'{{"id": "c1", {TURNS}}}'.encode()) is None
    finally:
        lines._id_reader.cache_clear()
