from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls import unique
from linter.calls.unique import UniqueNames, told_apart
from linter.model import Call


class Remembering:
    """The same promise, kept in the obvious way."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def take(self, name: str) -> str:
        number = self._times.get(name, 0) + 1
        free = name if number == 1 else f"{name}#{number}"
        while number > 1 and free in self._times:
            number += 1
            free = f"{name}#{number}"
        self._times[name] = number
        self._times.setdefault(free, 1)
        return free


NAMES = st.sampled_from(
    ["a", "a#", "a#1", "a#2", "a#3", "a#2#2", "aa", "", "#2", "1", "12", "坐席"]
)


def take(*names: str) -> list[str]:
    unique = UniqueNames()
    return [unique.take(name) for name in names]


def test_the_second_and_third_get_a_number() -> None:
    assert take("a", "b", "a", "a") == ["a", "b", "a#2", "a#3"]


def test_a_name_that_looks_numbered_is_not_taken_twice() -> None:
    assert take("a#2", "a", "a") == ["a#2", "a", "a#3"]
    assert take("a", "a", "a#2") == ["a", "a#2", "a#2#2"]


@given(st.lists(st.sampled_from(["a", "a#2", "a#3", "a#2#2", "b"]), max_size=30))
def test_no_two_are_the_same(names: list[str]) -> None:
    taken = take(*names)
    assert len(set(taken)) == len(names)
    assert all(got.startswith(name) for got, name in zip(taken, names, strict=True))


@given(
    st.lists(NAMES | st.integers(0, 40).map(str) | st.text(max_size=2), max_size=200),
    st.integers(1, 4),
)
def test_names_are_those_of_the_obvious_way(names: list[str], crowded: int) -> None:
    obvious, kept = Remembering(), UniqueNames()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unique, "_CROWDED", crowded)
        assert list(map(kept.take, names)) == list(map(obvious.take, names))


def test_no_name_is_forgotten_or_made_up_among_many() -> None:
    names = UniqueNames()
    many = [f"通话-{number:05}" for number in range(20_000)]
    assert [names.take(name) for name in many] == many
    assert [names.take(name) for name in many] == [f"{name}#2" for name in many]
    assert [names.take(name) for name in many] == [f"{name}#3" for name in many]


def test_a_name_takes_little_more_than_its_bytes() -> None:
    names = UniqueNames()
    tracemalloc.start()
    try:
        for number in range(20_000):
            names.take(f"call-{number:011}")
        taken = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert taken < 20_000 * 2 * len("call-00000000000")


def test_calls_are_told_apart_by_their_ids() -> None:
    names = UniqueNames()
    names.take("b")
    calls = [Call(name, ()) for name in "aab"]
    assert [call.id for call in told_apart(calls, names)] == ["a", "a#2", "b#2"]
    assert names.take("a") == "a#3"


@given(st.lists(st.tuples(NAMES | st.text(max_size=3), st.integers(1, 1 << 70)), max_size=60))
def test_a_number_is_noted_once(said: list[tuple[str, int]]) -> None:
    names, known = UniqueNames(), dict[str, int]()
    for name, number in said:
        assert names.noted(name) == known.get(name)
        assert names.note(name, number) == known.get(name)
        known.setdefault(name, number)
    assert [names.noted(name) for name in known] == [*known.values()]


def test_numbers_stay_as_the_names_grow() -> None:
    names = UniqueNames()
    for number in range(1, 5_000):
        assert names.note(f"c{number}", number) is None
    assert all(names.noted(f"c{number}") == number for number in range(1, 5_000))
