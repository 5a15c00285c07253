"""Rule books as bytes."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, replace

import pytest

from linter.rulebook.packing import Parts, in_parts, pack
from linter.rulebook.types import Place, RuleBook

from .helpers import SIGNALS, book, rule_text


@dataclass(frozen=True)
class Made:
    """A frozen object with a field that its class makes."""

    given: int
    own: list[int] = field(init=False, default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Named:
    """A frozen object that wants names."""

    given: int


@dataclass
class Loose:
    """An object that may contain itself."""

    inner: object = None


@pytest.fixture
def loaded() -> RuleBook:
    return replace(book(SIGNALS + rule_text("forbid: 催")), variants=None)


def again(value: object) -> object:
    return pickle.loads(pack(value))


def test_a_book_comes_out_as_it_went_in(loaded):
    packed = again(loaded)
    assert packed == loaded
    assert loaded == packed
    assert repr(packed) == repr(loaded)
    assert [*packed.signals] == [*loaded.signals]
    assert packed.signals["催"] is packed.signals["催"]


def test_a_book_that_was_unpacked_can_be_packed_again(loaded):
    once = again(loaded)
    assert isinstance(once.signals, Parts)
    assert again(once) == loaded
    assert pickle.loads(pickle.dumps(once)) == loaded


def test_parts_are_unpacked_when_they_are_asked_for():
    parts = Parts({"good": pack(Place("p", 1, 2)), "bad": b"no pickle"})
    assert parts["good"] == Place("p", 1, 2)
    assert "bad" in parts
    assert [*parts] == ["good", "bad"]
    assert len(parts) == 2
    with pytest.raises(pickle.UnpicklingError):
        parts["bad"]
    with pytest.raises(KeyError):
        parts["none"]


def test_any_mapping_can_be_in_parts():
    places = {"one": Place("p", 1, 2), "other": Place("q", 3, 4)}
    parts = in_parts(places)
    assert parts == places
    assert in_parts(parts) is parts


def test_parts_are_compared_by_what_is_in_them():
    one = Parts({"a": pack(1)})
    assert one == {"a": 1}
    assert one != {"a": 2}
    assert one != {"a": 1, "b": 2}


def test_objects_that_their_classes_cannot_make_again():
    made = Made(1)
    made.own.append(2)
    assert again(made).own == [2]
    assert again(Named(given=3)) == Named(given=3)
    loop = Loose()
    loop.inner = loop
    assert again(loop).inner.inner.inner is not None


def test_classes_themselves_can_be_packed():
    assert again([Made, Place]) == [Made, Place]
