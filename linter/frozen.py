"""Frozen dataclasses that are made in a fraction of the time.

A run that lints one small file makes a hundred of these classes. The standard library writes the
source of six methods for each and compiles it, which takes longer than reading, linting and
reporting a call. Here only ``__init__`` is written; the other methods are ordinary functions.
What comes of it behaves as :func:`dataclasses.dataclass` documents it, and is known to
:func:`dataclasses.fields`, :func:`dataclasses.replace`, ``match``, pickle and type checkers.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from dataclasses import dataclass

__all__ = ["dataclass"]

Fields = Sequence["dataclasses.Field[Any]"]

_ABSENT: Any = object()


def _dataclass(
    *, frozen: bool, slots: bool = False, eq: bool = True
) -> Callable[[type[Any]], type[Any]]:
    """What :func:`dataclasses.dataclass` does, for frozen classes.

    :param slots: as there.
    :param eq: as there.
    :raises TypeError: for what is not frozen, for fields that are keyword-only or have a default
        and are no parameter, and for a class that inherits fields.
    """
    if not frozen:
        raise TypeError("only frozen classes are made here")

    def made(cls: type[Any]) -> type[Any]:
        if dataclasses.is_dataclass(cls):
            raise TypeError(f"{cls.__name__} inherits fields")
        own: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
        # Whoever wants to know what kind of dataclass it is asks here.
        own.__dataclass_params__.frozen = True
        own.__dataclass_params__.eq = eq
        fields = dataclasses.fields(own)
        methods: dict[str, Any] = {
            "__init__": _init(cls, fields),
            "__repr__": _repr,
            "__setattr__": _refuse_to_set,
            "__delattr__": _refuse_to_delete,
        }
        if eq:
            methods["__eq__"], methods["__hash__"] = _comparing(fields)
        if slots:
            methods |= {"__getstate__": _getstate, "__setstate__": _setstate}
        for name in methods.keys() - vars(cls).keys():
            setattr(own, name, methods[name])
        return cast(type[Any], own)

    return made


if not TYPE_CHECKING:
    dataclass = _dataclass


def _init(cls: type[Any], fields: Fields) -> Callable[..., None]:
    """Written as by hand: it is called far more often than it is made."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_ABSENT": _ABSENT}
    parameters, lines = ["self"], []
    for number, field in enumerate(fields):
        name, value = field.name, field.name
        preset = field.default is not dataclasses.MISSING
        made = field.default_factory is not dataclasses.MISSING
        if field.kw_only or ((preset or made) and not field.init):
            raise TypeError(f"{cls.__name__}.{name}: no such fields are made here")
        if not field.init:
            continue
        if preset:
            known[f"_{number}"] = field.default
            parameters.append(f"{name}=_{number}")
        elif made:
            known[f"_{number}"] = field.default_factory
            parameters.append(f"{name}=_ABSENT")
            value = f"_{number}() if {name} is _ABSENT else {name}"
        else:
            parameters.append(name)
        lines.append(f" _set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec("\n".join([f"def __init__({', '.join(parameters)}):", *lines, " return None"]), known)
    method: Callable[..., None] = known["__init__"]
    method.__qualname__ = f"{cls.__qualname__}.__init__"
    return method


def _comparing(fields: Fields) -> tuple[Callable[..., Any], Callable[..., int]]:
    """``__eq__`` and ``__hash__``."""
    names = [field.name for field in fields if field.compare]
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda value: ()

    def equal(self: Any, other: object) -> Any:
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return equal, hashed


def _repr(self: Any) -> str:
    shown = (f.name for f in dataclasses.fields(self) if f.repr)
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{self.__class__.__qualname__}({said})"


def _refuse_to_set(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _setstate(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)
