"""The formats there are: every module ``format_*`` of this package, and every vendor's.

None is named here. A module is imported when its format is asked for.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from linter import lazy
from linter.calls.fields import fold
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.errors import InputError, UsageError

_PACKAGE = __name__.rpartition(".")[0]


@cache
def _modules() -> tuple[str, ...]:
    """The modules of formats, in the order of their names."""
    modules = pkgutil.iter_modules(import_module(_PACKAGE).__path__)
    return tuple(sorted(m.name for m in modules if m.name.startswith("format_")))


def _own() -> tuple[Format, ...]:
    """The formats that are told by their first characters."""
    return tuple(import_module(f"{_PACKAGE}.{module}").FORMAT for module in _modules())


class _Formats(Mapping[str, Format]):
    """Name to format, own ones first, each group in the order of the names."""

    def __getitem__(self, name: str) -> Format:
        module = f"format_{name.replace('-', '_')}"
        if module in _modules():
            found: Format = import_module(f"{_PACKAGE}.{module}").FORMAT
            return found
        from linter.calls.documents import vendor_format
        from linter.calls.vendors import vendor_names

        if name not in vendor_names():
            raise KeyError(name)
        return vendor_format(name)

    def __iter__(self) -> Iterator[str]:
        from linter.calls.vendors import vendor_names

        yield from (name.removeprefix("format_").replace("_", "-") for name in _modules())
        yield from vendor_names()

    def __len__(self) -> int:
        return sum(1 for _ in self)


FORMATS: Mapping[str, Format] = _Formats()
"""Name to format."""


@cache
def known_suffixes() -> frozenset[str]:
    """All suffixes that some format claims."""
    return frozenset(suffix for entry in _own() for suffix in entry.suffixes)


@cache
def script_suffixes() -> frozenset[str]:
    """The suffixes of files that may hold script libraries."""
    return frozenset(
        suffix for entry in _own() for suffix in entry.suffixes if entry.script or suffix in _TABLES
    )


_TABLES = (".csv", ".tsv", ".txt", ".xlsx")
"""What may hold a transcript or scripts; only the content tells."""


def format_named(name: str) -> Format:
    """Find a format by the name a user gave.

    :raises UsageError: when there is none; lists those there are.
    """
    try:
        return FORMATS[name]
    except KeyError:
        raise UsageError(f"没有叫“{name}”的格式", hint="可用：" + "、".join(FORMATS)) from None


_SURE = 50
"""From this score on a JSON text is canonical and no vendor need be asked."""
_BY_SUFFIX = 55
"""But for this one: a file is called .jsonl, and its first line has no turns."""


def detect_format(source: Source) -> Format:
    """Tell the format by its content; between equals the suffix decides.

    :raises InputError: when it looks like none of them.
    """

    def rank(entry: Format) -> tuple[int, bool]:
        score = entry.sniff(source.head, source.suffix)
        return score, source.suffix in entry.suffixes

    is_calls = _has_given_columns(source)
    candidates = [
        entry
        for entry in _own()
        if entry.workbook == source.is_workbook
        and not (is_calls and entry.script and not entry.suffixes)
    ]
    best = max(candidates, key=rank)
    score = rank(best)[0]
    if (score < _SURE or score == _BY_SUFFIX) and source.head.lstrip()[:1] in ("{", "["):
        from linter.calls.documents import detect_document

        if vendor := detect_document(source):
            return vendor
    if not score:
        raise InputError(
            "认不出是什么格式",
            path=source.name,
            hint="用 --from 指明：" + "、".join(FORMATS),
        )
    return best


_HEADER_WITHIN = 10
_BETWEEN_CELLS = lazy.pattern(r"[,;\t|\n\r]")


def _has_given_columns(source: Source) -> bool:
    """Whether there is a column of which the user said what a call has in it: no script then."""
    given = {fold(name) for _, name in source.options.columns if not name.isdigit()}
    if not given:
        return False
    top = "\n".join(source.head.splitlines()[:_HEADER_WITHIN])
    return any(fold(cell.strip(' "')) in given for cell in _BETWEEN_CELLS.split(top))
