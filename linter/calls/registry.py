"""The formats there are: every module ``format_*`` of this package; none is named here."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module

from linter.calls.source import Source
from linter.calls.spec import Format
from linter.errors import InputError, UsageError

_PACKAGE = __name__.rpartition(".")[0]


def _discover() -> dict[str, Format]:
    found: dict[str, Format] = {}
    for module in pkgutil.iter_modules(import_module(_PACKAGE).__path__):
        if module.name.startswith("format_"):
            entry: Format = import_module(f"{_PACKAGE}.{module.name}").FORMAT
            found[entry.name] = entry
    return found


FORMATS: Mapping[str, Format] = _discover()
"""Name to format, in the order of the names."""


def known_suffixes() -> frozenset[str]:
    """All suffixes that some format claims."""
    return frozenset(suffix for entry in FORMATS.values() for suffix in entry.suffixes)


def format_named(name: str) -> Format:
    """Find a format by the name a user gave.

    :raises UsageError: when there is none; lists those there are.
    """
    try:
        return FORMATS[name]
    except KeyError:
        raise UsageError(f"没有叫“{name}”的格式", hint="可用：" + "、".join(FORMATS)) from None


def detect_format(source: Source) -> Format:
    """Tell the format by its content; between equals the suffix decides.

    :raises InputError: when it looks like none of them.
    """

    def rank(entry: Format) -> tuple[int, bool]:
        return entry.sniff(source.head, source.suffix), source.suffix in entry.suffixes

    best = max(FORMATS.values(), key=rank)
    if not rank(best)[0]:
        raise InputError(
            "认不出是什么格式",
            path=source.name,
            hint="用 --from 指明：" + "、".join(FORMATS),
        )
    return best
