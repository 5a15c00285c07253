"""The fast way against the slow one, which decides what is right."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.calls.canonical import call_from
from linter.calls.fast_json import read_call
from linter.calls.place import Place
from linter.calls.strict_json import decode_json
from linter.errors import InputError
from linter.model import Call

CORPUS = Path(__file__).parents[2] / "corpus" / "calls"
PLACE = Place("a.jsonl", 3)


def slow(line: bytes) -> Call | str:
    """The call, or what is wrong."""
    try:
        text = line.decode()
        return call_from(decode_json(text, PLACE), PLACE)
    except (InputError, UnicodeDecodeError) as error:
        return str(error)


def agree(line: bytes) -> bool:
    """Whether the fast way read the line; then it read what the slow way reads."""
    fast = read_call(line, PLACE)
    if fast is None:
        return False
    # The representation shows what equality does not: 1 or True, the order of members.
    assert repr(fast) == repr(slow(line))
    return True


NUMBERS = ["0", "-0", "7", "1200", "1.0", "1.5", "2e3", "1e999", "01", "+1", "1.", "-"]
HUGE = ["9" * 19, "9" * 25, "-" + "9" * 25, "9" * 4300, "9" * 4301, "1e" + "9" * 5]
STRINGS = ['""', '" "', '"a"', '"您好"', '"😀"', '"\u2028"', '"\x7f"', '"\ufeff"', '"script"']
WORDS = ['"agent"', '"坐席"', '"客服1"', '"customer"', '"老板"', '"呼入"', '"phone"', '"c1"']
ESCAPES = [
    r'"\u0061"',
    r'"\ud83d\ude00"',
    r'"\ud83d"',
    r'"\ude00a"',
    r'"\ud83d\u0041"',
    r'"\u0000"',
]
BROKEN = ['"\x01"', '"\t"', r'"\q"', r'"\u12"', '"', "“您好”", "'a'", "nul", "NaN", "-Infinity", ""]
FLAT = [*NUMBERS, *HUGE, *STRINGS, *WORDS, *ESCAPES, *BROKEN, "null", "true", "[]", "{}"]
KEYS = ["id", "turns", "agent", "team", "channel", "direction", "scene", "business", "started_at"]
INNER = ["role", "text", "speaker", "start_ms", "end_ms", "name", "id", "kind", "labels", "meta"]
SPACES = st.sampled_from([*[""] * 20, " ", "\t", "\r", "\u3000", "\x0b", "\ufeff"])

key = st.sampled_from(
    [*KEYS, *INNER, "", "x", "TEXT", r"t\u0065xt", r"\u0069d", r"\ud83d", "y\x01"]
)
flat = st.sampled_from(FLAT)


def listed(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(items, max_size=3).map(lambda found: f"[{','.join(found)}]")


@st.composite
def members(draw: st.DrawFn, *pairs: tuple[str, st.SearchStrategy[str]]) -> str:
    """An object of most of the pairs, and perhaps of others, in any order, perhaps twice."""
    left_out = draw(st.sampled_from([*[""] * 10, *(name for name, _ in pairs)]))
    found = [(name, draw(value)) for name, value in pairs if name != left_out]
    found += draw(st.lists(st.tuples(key, anything), max_size=draw(st.sampled_from([0] * 9 + [2]))))
    if draw(st.booleans()):
        found = draw(st.permutations(found))
    space = draw(SPACES)
    return "{" + ",".join(f'{space}"{name}"{space}:{value}' for name, value in found) + "}"


anything = st.recursive(
    flat,
    lambda inner: (
        listed(inner)
        | st.dictionaries(key, inner, max_size=2).map(
            lambda pairs: (
                "{" + ", ".join(f'"{name}": {value}' for name, value in pairs.items()) + "}"
            )
        )
    ),
    max_leaves=4,
)


def mostly(*good: str) -> st.SearchStrategy[str]:
    return nearly(st.sampled_from(good))


def nearly(good: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.sampled_from([good] * 40 + [anything]).flatmap(lambda chosen: chosen)


WORDED = mostly("null", *STRINGS[:5], ESCAPES[0], ESCAPES[1])
TIME = mostly("null", "0", "-0", "7", "1200")
turn = members(
    ("role", mostly("null", *STRINGS[:2], *WORDS[:4])),
    ("text", WORDED),
    ("speaker", WORDED),
    ("start_ms", TIME),
    ("end_ms", TIME),
)
agent = members(("id", mostly('"1"', "7", "null")), ("name", WORDED))
line = members(
    ("id", mostly('"c"', '""', "7", "-0", "null")),
    ("turns", nearly(listed(nearly(turn)))),
    ("agent", nearly(agent)),
    ("channel", mostly('"phone"', '"电话"', '"Call"', "null")),
    ("direction", mostly('"呼入"', "null")),
    ("team", WORDED),
    ("kind", mostly('"script"', '"x"', "null")),
    ("labels", anything),
).map(str.encode)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A line with some bytes cut out of it or put into it."""
    found = draw(line)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(found)))
        end = start + draw(st.integers(0, 3))
        put = draw(
            st.binary(max_size=2) | st.sampled_from([b'"', b",", b"\\", b"}", b"[", b"\xed"])
        )
        found = found[:start] + put + found[end:]
    return found


@settings(max_examples=300)
@given(line)
def test_what_is_read_fast_is_read_so_slowly(line: bytes) -> None:
    agree(line)


@settings(max_examples=300)
@given(damaged())
def test_what_is_damaged_is_not_read_otherwise(line: bytes) -> None:
    agree(line)


@pytest.mark.parametrize("field", [*KEYS, "kind", "meta", "x"])
def test_every_value_of_every_field_of_a_call(field: str) -> None:
    for value in [*FLAT, '[1, {"a": null}]', '{"id": "1"}', '{"id": 1, "x": 2}']:
        agree(f'{{"turns": [{{"text": "a"}}], "{field}": {value}}}'.encode())
        agree(f'{{"{field}": {value}, "turns": [], "{field}": "a"}}'.encode())
        agree(f'{{"agent": {{"{field}": {value}}}, "turns": []}}'.encode())


@pytest.mark.parametrize("field", INNER)
def test_every_value_of_every_field_of_a_turn(field: str) -> None:
    for value in [*FLAT, "[1]", '{"id": "1"}']:
        agree(f'{{"turns": [{{"text": "a", "{field}": {value}}}]}}'.encode())
        agree(f'{{"turns": [{{"{field}": {value}, "text": "a", "{field}": null}}]}}'.encode())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b'{"turns": []}'),
        (b'{"turns": []}', b""),
        (b'{"turns":', b"[]}"),
        (b'{"turns": [{"text": "', b'"}]}'),
        (b'{"turns": [{"text": "\\', b'"}]}'),
        (b'{"turns": [{"te', b'xt": "a"}]}'),
        (b'{"turns": [], "x": "', b'"}'),
        (b'{"turns": [], "', b'": 1}'),
        (b'{"turns": [], "id": 1', b"}"),
    ],
)
def test_every_byte_everywhere(before: bytes, after: bytes) -> None:
    for byte in range(256):
        agree(before + bytes([byte]) + after)


def test_how_deep_json_may_nest() -> None:
    def nested(depth: int) -> bytes:
        return b'{"turns": [], "x": ' + b"[" * depth + b"]" * depth + b"}"

    edge = bisect_left(range(200_000), True, key=lambda depth: isinstance(slow(nested(depth)), str))
    assert agree(nested(edge - 20))
    for depth in range(edge - 20, edge + 5):
        agree(nested(depth))
        agree(nested(depth).replace(b"}", b', "x": 1}'))


def full(**other: Any) -> bytes:
    turn = {"role": "坐席2", "text": "您好", "speaker": "王丽", "start_ms": 0, "end_ms": 900}
    known = dict.fromkeys(KEYS, "a") | {"turns": [turn], "agent": {"id": 1001, "name": "王丽"}}
    return json.dumps({**known, **other}, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "line",
    [
        full(),
        full(id=7, kind="script", labels=[{"turn": 0}], meta={"a": 1.5}),
        full(turns=[{"role": None, "text": None, "speaker": None, "start_ms": None}]),
        full(id="", agent=None, team=None),
        b'{"turns":[]}',
        b' {"turns" : [ ] } ',
    ],
)
def test_what_files_are_full_of_is_read_fast(line: bytes) -> None:
    assert agree(line)


def corpus() -> Iterator[bytes]:
    for path in sorted(CORPUS.glob("*.jsonl")):
        yield from path.read_bytes().splitlines()


def test_the_corpus_is_read_fast() -> None:
    lines = list(corpus())
    assert len(lines) > 50
    assert all(map(agree, lines))
