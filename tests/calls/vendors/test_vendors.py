"""What holds for all vendors: each sample is one's alone, nothing breaks, nothing is lost."""

from __future__ import annotations

import copy
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.calls import ReadOptions, read_stream, to_canonical
from linter.calls.vendors import vendor_named, vendor_names
from linter.calls.wrapping import candidates
from linter.errors import HuashuError
from linter.model import Call

from ..helpers import read
from . import samples

NAMES = vendor_names()
SAMPLES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in samples.PATHS}
GOOD = [path for path in samples.PATHS if not path.stem.endswith("_failed")]

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-9, 10**25)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "1", "x", "[", "{", "[]", "{}", '{"a": 1}', "9e999", "[1:2,3:4] 喂"])
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=3,
)


def vendor_of(path: Path) -> str:
    names = sorted(NAMES, key=len, reverse=True)
    return next(name for name in names if path.stem.startswith(name.replace("-", "_")))


def test_every_vendor_has_a_sample() -> None:
    assert {vendor_of(path) for path in samples.PATHS} == set(NAMES)


@pytest.mark.parametrize("path", samples.PATHS, ids=lambda path: path.stem)
def test_a_sample_is_one_vendors_alone(path: Path) -> None:
    """The outermost value that is anybody's document is its own vendor's and no other's."""
    fitting = (
        [name for name in NAMES if vendor_named(name).fits(value)]
        for value in candidates(SAMPLES[path.stem])
    )
    assert next(names for names in fitting if names) == [vendor_of(path)]


@pytest.mark.parametrize("name", NAMES)
@given(value=JSON)
@settings(max_examples=50, deadline=None)
def test_fits_never_raises(name: str, value: object) -> None:
    assert vendor_named(name).fits(value) in (True, False)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_the_format_is_told_or_named(path: Path) -> None:
    data = path.read_bytes()
    told = read(data, "a.json")
    assert told
    assert all(call.turns and call.path == "a.json" for call in told)
    assert read(data, "a.json", source=vendor_of(path)) == told


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_turns_stand_in_order_and_have_whole_times(path: Path) -> None:
    for call in read(path.read_bytes(), "a.json"):
        starts = [turn.start_ms for turn in call.turns]
        assert all(type(start) is int for start in starts)
        assert starts == sorted(starts)  # type: ignore[type-var]


def bare(call: Call) -> Call:
    turns = tuple(turn._replace(line=None, column=None) for turn in call.turns)
    return replace(call, turns=turns, path="", notices=())


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_written_down_a_call_reads_back_as_itself(path: Path) -> None:
    calls = read(path.read_bytes(), "a.json")
    lines = "".join(json.dumps(to_canonical(call), ensure_ascii=False) + "\n" for call in calls)
    again = read(lines, "b.jsonl", source="jsonl")
    assert [bare(call) for call in again] == [bare(call) for call in calls]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_no_word_is_lost(path: Path) -> None:
    """Every text of the document that is long enough to be said stands in a call."""
    written = json.dumps([to_canonical(call) for call in samples.calls(path.stem)])
    for text in _said(SAMPLES[path.stem]):
        assert json.dumps(text)[1:-1] in written


def _said(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(_said, value.values()))
    if isinstance(value, list):
        return set().union(*map(_said, value))
    is_sentence = isinstance(value, str) and value[-1:] in ("。", "？", "！") and len(value) < 30
    return {value.strip()} if is_sentence and " " not in value.strip() else set()


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container of a value with each of its keys."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [(value, key) for key in keys] + [one for key in keys for one in places(value[key])]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A sample's text after some accidents, and its vendor."""
    path = draw(st.sampled_from(samples.PATHS))
    value = copy.deepcopy(SAMPLES[path.stem])
    for _ in range(draw(st.integers(0, 3))):
        if not (found := places(value)):
            break
        holder, key = draw(st.sampled_from(found))
        accident = draw(st.sampled_from(["replace", "delete", "double"]))
        if accident == "replace":
            holder[key] = draw(JSON)
        elif accident == "delete":
            del holder[key]
        elif isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        else:
            holder[f"{key}2"] = holder[key]
    text = json.dumps(value, ensure_ascii=False)
    if draw(st.integers(0, 9)) == 0:
        text = text[: draw(st.integers(0, len(text)))]
    return text, vendor_of(path)


@given(document=damaged(), is_named=st.booleans(), suffix=st.sampled_from([".json", ".jsonl", ""]))
@settings(max_examples=1000, deadline=None)
def test_whatever_is_damaged_gives_calls_or_says_why(
    document: tuple[str, str], is_named: bool, suffix: str
) -> None:
    text, vendor = document
    options = ReadOptions(vendor if is_named else None)
    said, paths = [], set()
    try:
        for call in read_stream(io.BytesIO(text.encode()), name=f"a{suffix}", options=options):
            said.append(json.dumps(to_canonical(call), allow_nan=False))
            paths.add(call.path)
    except HuashuError as error:
        said.append(error.message)
        paths.add(error.path)
    assert all(said)
    assert paths == {f"a{suffix}"}
