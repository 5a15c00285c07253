"""Canonical JSON: one call, a list of calls, or ``{"calls": [...]}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from linter.calls.canonical import call_from
from linter.calls.place import Place
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.model import Call

_CANONICAL = re.compile(r'"(?:turns|calls)"\s*:\s*\[')


def _sniff(head: str, suffix: str) -> int:
    if not head.lstrip().startswith(("{", "[")):
        return 5 if suffix in FORMAT.suffixes else 0
    return 50 if _CANONICAL.search(head) else 11


def _read(source: Source) -> Iterator[Call]:
    place = Place(source.name)
    value = source.document
    words = source.options.words
    if isinstance(value, Mapping) and "turns" not in value and "calls" in value:
        value, place = value["calls"], place.inside("calls")
        if not isinstance(value, list):
            raise place.error("要是一个列表", '如 {"calls": [{"turns": [...]}]}')
    if isinstance(value, list):
        if not value:
            raise place.error("一通对话也没有")
        for number, item in enumerate(value):
            yield call_from(item, place.inside(number), words)
    else:
        yield call_from(value, place, words)


FORMAT = Format(name="json", suffixes=(".json",), sniff=_sniff, read=_read)
