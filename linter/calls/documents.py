"""A vendor's JSON documents: one a file, a list of them, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from linter.calls.members import Members
from linter.calls.place import Place
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.calls.strict_json import decode_json
from linter.calls.vendors import vendor_named, vendor_of
from linter.calls.vendors.base import Vendor
from linter.errors import InputError
from linter.model import Call


def vendor_format(name: str) -> Format:
    """The format of a vendor's documents; its name is the vendor's."""
    vendor = vendor_named(name)

    def read(source: Source) -> Iterator[Call]:
        return _read(vendor, source)

    return Format(name=name, suffixes=(), sniff=lambda _head, _suffix: 0, read=read)


def detect_document(source: Source) -> Format | None:
    """The format of a vendor whose document the source is, if it is one."""
    value = _first_line(source.head)
    if value is None:
        try:
            value = source.document
        except InputError:
            return None  # whoever reads it as JSON says what is wrong, and where
    if isinstance(value, list) and value and vendor_of(value) is None:
        value = value[0]
    vendor = vendor_of(value)
    return vendor_format(vendor.name) if vendor else None


def _first_line(head: str) -> object:
    """The value of the first line, when there are more lines; JSON Lines look so."""
    first, _, rest = head.lstrip().partition("\n")
    if not rest.strip():
        return None
    try:
        value: object = json.loads(first)
    except (ValueError, RecursionError):
        return None
    return value


def _read(vendor: Vendor, source: Source) -> Iterator[Call]:
    if _first_line(source.head) is not None:
        for number, line in source.lines():
            if line.strip():
                place = Place(source.name, number)
                yield from _of(
                    vendor, decode_json(line.removeprefix("\ufeff"), place), source, place
                )
        return
    place = Place(source.name)
    value = source.document
    if isinstance(value, list) and not vendor.fits(value):
        if not value:
            raise place.error("一通对话也没有")
        for number, item in enumerate(value):
            yield from _of(vendor, item, source, place.inside(number))
    else:
        yield from _of(vendor, value, source, place)


def _of(vendor: Vendor, value: object, source: Source, place: Place) -> Iterator[Call]:
    """The calls of one document, with the file they are of."""
    if isinstance(value, list):
        value = {"": value}
    yield from vendor.calls(Members(value, place), source.options.words)
