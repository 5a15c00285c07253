"""Canonical JSON Lines: one call a line, streamed, so that a file may be of any size."""

from __future__ import annotations

import json
from collections.abc import Iterator

from linter.calls.lines import read_each
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.model import Call

_BY_SUFFIX = 55
"""The score of lines by their suffix alone; the registry asks the vendors first."""


def _sniff(head: str, suffix: str) -> int:
    claimed = 5 if suffix in FORMAT.suffixes else 0
    text = head.lstrip()
    if not text.startswith("{"):
        return claimed
    first, newline, _ = text.partition("\n")
    try:
        call = json.loads(first)
    except (ValueError, RecursionError):
        if newline:  # a broken line, or the first of a document written over many
            return 0 if not claimed else 60 if '"turns"' in first else 12
        # One line longer than the head. A lone document could be either; only a stream of
        # them has no other reader.
        if '"turns"' in first and (claimed or ('"calls"' not in first and suffix != ".json")):
            return 60
        return _BY_SUFFIX if claimed else 10
    return 60 if "turns" in call else _BY_SUFFIX if claimed and "calls" not in call else 10


def _read(source: Source) -> Iterator[Call]:
    return read_each(source.byte_lines(), source.name, source.options.words)


FORMAT = Format(name="jsonl", suffixes=(".jsonl", ".ndjson"), sniff=_sniff, read=_read)
