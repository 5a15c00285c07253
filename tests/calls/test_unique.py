from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.calls.unique import UniqueNames


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
