"""Frozen dataclasses behave as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from typing import Any

import pytest

from linter import frozen


class Plain:
    """With everything that a field may have."""

    one: int
    two: str = "二"
    more: list[int] = dataclasses.field(default_factory=list)
    silent: int = dataclasses.field(default=0, repr=False)
    beside: int = dataclasses.field(default=0, compare=False)


class Empty:
    """Without fields."""


class Derived:
    """With a field that is worked out."""

    text: str
    size: int = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len(self.text))


class Named:
    """With methods of its own."""

    one: int

    def __repr__(self) -> str:
        return f"<{self.one}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named)

    def __hash__(self) -> int:
        return 1


def both(cls: type[Any], **options: Any) -> tuple[Any, Any]:
    """The class as made here, and as the standard library makes it."""

    def anew() -> Any:
        return type(cls.__name__, (), {k: v for k, v in vars(cls).items() if k not in _ITS_OWN})

    made: Any = frozen.dataclass(frozen=True, **options)(anew())
    return made, dataclasses.dataclass(frozen=True, **options)(anew())


_ITS_OWN = ("__dict__", "__weakref__")
OPTIONS = [{}, {"slots": True}, {"eq": False}, {"slots": True, "eq": False}]
VALUES = [
    (Plain, (1,), {}),
    (Plain, (1, "x", [2]), {"beside": 3}),
    (Plain, (), {"one": 1, "silent": 5}),
    (Empty, (), {}),
    (Derived, ("abc",), {}),
    (Named, (7,), {}),
]


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize(("cls", "args", "named"), VALUES)
def test_values_are_the_same(
    cls: type[Any], args: tuple[Any, ...], named: dict[str, Any], options: dict[str, Any]
) -> None:
    ours, theirs = (made(*args, **named) for made in both(cls, **options))
    assert repr(ours) == repr(theirs)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert type(ours).__match_args__ == type(theirs).__match_args__
    assert type(ours).__doc__ == cls.__doc__
    assert hasattr(ours, "__dict__") == hasattr(theirs, "__dict__")
    same = copy.copy(ours)
    assert (same == ours) == (copy.copy(theirs) == theirs)
    assert dataclasses.asdict(copy.deepcopy(ours)) == dataclasses.asdict(theirs)
    assert ours != theirs


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("args", [(1,), (1, "x"), (), (1, 2, 3, 4, 5, 6)])
def test_parameters_are_the_same(args: tuple[Any, ...], options: dict[str, Any]) -> None:
    ours, theirs = both(Plain, **options)
    names = [str(p).split(":")[0] for p in inspect.signature(theirs).parameters.values()]
    assert [p.split("=")[0] for p in map(str, inspect.signature(ours).parameters.values())] == [
        name.split("=")[0] for name in names
    ]
    said = []
    for made in (ours, theirs):
        try:
            said.append(dataclasses.astuple(made(*args)))
        except TypeError as error:
            said.append(str(error).replace(made.__qualname__, ""))
    assert said[0] == said[1]


@pytest.mark.parametrize("options", [{}, {"slots": True}])
def test_equal_values_have_equal_hashes(options: dict[str, Any]) -> None:
    made, theirs = both(Plain, **options)
    assert made(1, beside=2) == made(1, beside=3) != made(2)
    assert made(1) != theirs(1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(made(1))
    derived, _ = both(Derived, **options)
    assert len({derived("a"), derived("a"), derived("b")}) == 2
    empty, other = both(Empty, **options)
    assert {empty(), empty()} == {empty()} != {other()}


@pytest.mark.parametrize("options", OPTIONS)
def test_nothing_can_be_changed(options: dict[str, Any]) -> None:
    for made in both(Plain, **options):
        value = made(1)
        for change in (
            lambda value: setattr(value, "one", 2),
            lambda value: delattr(value, "one"),
        ):
            with pytest.raises(dataclasses.FrozenInstanceError, match="'one'"):
                change(value)
        assert dataclasses.replace(value, one=2).one == 2
        assert value.one == 1
        assert made(1).more is not made(1).more


@frozen.dataclass(frozen=True, slots=True)
class Kept:
    """Can be pickled by its name."""

    text: str
    size: int = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len(self.text))


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_values_can_be_pickled(protocol: int) -> None:
    value = pickle.loads(pickle.dumps(Kept("abc"), protocol))
    assert (value, value.size) == (Kept("abc"), 3)


def test_they_are_known_as_frozen() -> None:
    params = Kept.__dataclass_params__  # type: ignore[attr-defined]
    assert (params.frozen, params.eq) == (True, True)
    match Kept("abc"):
        case Kept(text):
            assert text == "abc"


def test_what_is_not_made_here() -> None:
    with pytest.raises(TypeError, match="frozen"):
        frozen.dataclass(frozen=False)
    for cls in (
        type("Keyword", (), {"__annotations__": {"a": int}, "a": dataclasses.field(kw_only=True)}),
        type(
            "Preset",
            (),
            {"__annotations__": {"a": int}, "a": dataclasses.field(default=0, init=False)},
        ),
        type("Heir", (Kept,), {}),
    ):
        with pytest.raises(TypeError, match=cls.__name__):
            frozen.dataclass(frozen=True)(cls)
