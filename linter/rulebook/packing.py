"""Rule books as bytes that are unpacked quickly, and only as far as they are needed.

A book has tens of thousands of small nodes, and a run looks at few of them. So each signal, word
class, condition and slot kind is packed by itself, and unpacked when it is first asked for; and
frozen value objects are made again by their classes, which takes half the time that dataclasses
take to restore each field.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from linter.rulebook.types import RuleBook

PROTOCOL = 5

V = TypeVar("V")


class Parts(Mapping[str, V]):
    """A mapping whose values are unpacked when they are asked for.

    :param packed: each value as :func:`pack` makes it.
    """

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        self._packed = packed
        self._values: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        try:
            return self._values[name]
        except KeyError:
            # Of two threads that come here at once, both get the value that was kept first.
            return self._values.setdefault(name, pickle.loads(self._packed[name]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __contains__(self, name: object) -> bool:
        return name in self._packed

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return Parts, (self._packed,)


def in_parts(values: Mapping[str, V]) -> Parts[V]:
    """The same mapping, each value packed by itself."""
    if isinstance(values, Parts):
        return values
    return Parts({name: pack(value) for name, value in values.items()})


def pack(value: object) -> bytes:
    """Anything that can be pickled; books in it as this module's documentation says.

    It is unpacked by :func:`pickle.loads`, which has no defence against data made to harm.
    """
    data = io.BytesIO()
    _Packer(data, PROTOCOL).dump(value)
    return data.getvalue()


class _Packer(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        kind = type(value)
        if kind is RuleBook:
            return RuleBook, tuple(
                in_parts(field) if isinstance(field, Mapping) else field for field in _fields(value)
            )
        # Enough of them, and none of these can contain itself.
        if is_dataclass(kind) and _is_plain(kind):
            return kind, _fields(value)
        return NotImplemented


def _fields(value: Any) -> tuple[Any, ...]:
    return tuple(getattr(value, field.name) for field in fields(value))


def _is_plain(kind: Any) -> bool:
    """Whether it is frozen, made from its fields in order, and does not say itself of what."""
    return (
        kind.__dataclass_params__.frozen
        and all(field.init and not field.kw_only for field in fields(kind))
        and "__reduce__" not in vars(kind)
    )
