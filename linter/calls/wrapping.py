"""Finds a vendor's documents inside what gateways, queues and exports put around them.

A result is often stored as it came by: ``{"data": {...}}``, ``{"Records": [{"body": "..."}]}``
with the document as a JSON string, a list of such. How deep is looked is bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from linter.calls.place import Place
from linter.calls.strict_json import decode_json
from linter.errors import InputError

Fits = Callable[[object], bool]

_DEPTH = 5
"""Objects and lists around a document."""
_WIDTH = 64
"""Members of one object that are looked into."""
_MOST = 1000
"""Values that may be tried before a text is said to be nobody's."""


class Document(NamedTuple):
    """One document, where it stands, and the members of the objects around it."""

    value: object
    place: Place
    around: Mapping[str, Any] = {}


def candidates(value: object) -> Iterator[object]:
    """The values that may be a document: the whole first, then what is in it, level by level.

    Of a list only the first element is taken: it stands for all.
    """
    level = [value]
    for _ in range(_DEPTH + 1):
        level = [opened(one) for one in level]
        yield from level
        inside = (inner for one in level for inner in _first_inside(one))
        level = list(islice(inside, _MOST))


def documents(value: object, place: Place, fits: Fits, depth: int = _DEPTH) -> Iterator[Document]:
    """The documents in a value, in its order.

    :param place: where the value stands.
    :param fits: whether a value is a document.
    :raises InputError: for an element of a list of documents that holds none.
    """
    value = opened(value)
    if fits(value):
        yield Document(value, place)
    elif depth and isinstance(value, list):
        yield from _of_list(value, place, fits, depth - 1)
    elif depth and isinstance(value, Mapping):
        yield from _of_object(value, place, fits, depth - 1)


def opened(value: object) -> object:
    """The value that a string holds as JSON; anything else as it is."""
    if not isinstance(value, str) or not value.lstrip().startswith(("{", "[")):
        return value
    try:
        return decode_json(value, Place(""))
    except InputError:
        return value  # a text in brackets


def _first_inside(value: object) -> Iterator[object]:
    if isinstance(value, list):
        yield from value[:1]
    elif isinstance(value, Mapping):
        yield from islice(value.values(), _WIDTH)


def _of_list(value: list[Any], place: Place, fits: Fits, depth: int) -> Iterator[Document]:
    found = [
        list(documents(item, place.inside(number), fits, depth))
        for number, item in enumerate(value)
    ]
    if not any(found):
        return
    for number, inside in enumerate(found):
        if not inside:
            raise place.inside(number).error(
                "认不出是哪家的结果，和同一列表里别的不一样", "一个文件只放一家的结果"
            )
        yield from inside


def _of_object(
    value: Mapping[str, Any], place: Place, fits: Fits, depth: int
) -> Iterator[Document]:
    found = {
        key: inside
        for key, member in islice(value.items(), _WIDTH)
        if (inside := list(documents(member, place.inside(key), fits, depth)))
    }
    around = {key: member for key, member in value.items() if key not in found}
    for inside in found.values():
        for document in inside:
            yield document._replace(around={**around, **document.around})
