"""A vendor's JSON documents: one a file, a list of them, or one a line; perhaps wrapped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from linter.calls.members import Members
from linter.calls.place import Place
from linter.calls.source import LINE_LIMIT, Source
from linter.calls.spec import Format
from linter.calls.strict_json import decode_json
from linter.calls.vendors import vendor_named, vendor_of
from linter.calls.vendors.base import Vendor
from linter.calls.wrapping import Document, candidates, documents
from linter.errors import InputError
from linter.model import Call


def vendor_format(name: str) -> Format:
    """The format of a vendor's documents; its name is the vendor's."""
    vendor = vendor_named(name)

    def read(source: Source) -> Iterator[Call]:
        return _read(vendor, source)

    return Format(name=name, suffixes=(), sniff=lambda _head, _suffix: 0, read=read)


def detect_document(source: Source) -> Format | None:
    """The format of a vendor whose document the source is, if it is one.

    Of a list, and of lines, the first decides.
    """
    value = _first_line(source)
    if value is None:
        try:
            value = source.document
        except InputError:
            return None  # whoever reads it as JSON says what is wrong, and where
    vendor = next((v for one in candidates(value) if (v := vendor_of(one))), None)
    return vendor_format(vendor.name) if vendor else None


def _first_line(source: Source) -> object:
    """The value of the first line, when more lines follow it; JSON Lines look so."""
    first, newline, _ = source.head.lstrip().partition("\n")
    if newline and _decoded(first) is None:
        return None  # the usual document over many lines, told without reading on
    with source.open() as text:
        lines = iter(lambda: text.readline(LINE_LIMIT + 1), "")
        two = list(islice((line for line in lines if line.strip()), 2))
    return _decoded(two[0]) if len(two) == 2 else None


def _decoded(line: str) -> object:
    try:
        value: object = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) else None


def _read(vendor: Vendor, source: Source) -> Iterator[Call]:
    for value, place in _values(source):
        if value == []:
            raise place.error("一通对话也没有")
        found = False
        for document in documents(value, place, vendor.fits):
            found = True
            yield from _calls(vendor, document, source)
        if not found:
            hint = f"{vendor.name} 的结果里要有 {vendor.shape}；一个文件只放一家的结果"
            raise place.error(f"不像 {vendor.name} 的结果", hint)


def _values(source: Source) -> Iterator[tuple[object, Place]]:
    if _first_line(source) is None:
        yield source.document, Place(source.name)
        return
    for number, line in source.lines():
        # Files put together with cat carry a byte order mark in the middle.
        text = line.removeprefix("\ufeff")
        if text.strip():
            place = Place(source.name, number)
            yield decode_json(text, place), place


def _calls(vendor: Vendor, document: Document, source: Source) -> Iterator[Call]:
    """The calls of one document; what stood around it is kept under a name of its own."""
    value = document.value
    members = Members({"": value} if isinstance(value, list) else value, document.place)
    for call in vendor.calls(members, source.options.words):
        if document.around:
            around = dict(document.around)
            if "wrapper" in call.meta:
                around["wrapper"] = call.meta["wrapper"]
            call = replace(call, meta={**call.meta, "wrapper": around})
        yield call
