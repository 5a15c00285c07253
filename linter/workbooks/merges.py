"""Cells merged downwards: the rows below the first have nothing there, and mean what it says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import BinaryIO, TypeVar

from linter.workbooks.cells import column_number

T = TypeVar("T")

_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]{0,99}?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"'
)
_CHUNK = 1 << 18
_LONGEST = 256
"""Bytes one of them may take."""


class Merges:
    """The merged cells of one sheet, for rows that are asked about from top to bottom.

    :param spans: column to first and last row of each cell merged downwards.
    """

    def __init__(self, spans: Mapping[int, list[tuple[int, int]]]) -> None:
        self._spans = {column: sorted(rows) for column, rows in spans.items()}

    def lent(self, number: int, cells: Mapping[int, T], tops: dict[int, tuple[int, T]]) -> list[T]:
        """What a row has of cells merged downwards from rows above it.

        :param number: the row's.
        :param cells: what it has itself, by column.
        :param tops: the cells above, by column, each with the row it stands in; kept up here,
            and empty before the first row.
        """
        found = []
        for column, spans in self._spans.items():
            at = bisect_right(spans, (number, number)) - 1
            if at + 1 < len(spans) and spans[at + 1][0] == number:
                at += 1
            if at < 0 or spans[at][1] < number:
                continue
            if column in cells:
                if spans[at][0] == number:
                    tops[column] = (number, cells[column])
            elif column in tops and tops[column][0] == spans[at][0]:
                found.append(tops[column][1])
        return found


def find_merges(data: BinaryIO) -> Merges:
    """Find them in a sheet's part; they stand behind all its rows."""
    spans: dict[int, list[tuple[int, int]]] = {}
    kept = b""
    while chunk := data.read(_CHUNK):
        kept += chunk
        seen = 0
        for found in _MERGED.finditer(kept) if b"mergeCell" in kept else ():
            seen = found.end()
            first, last = int(found[2]), int(found[3])
            if first < last:
                spans.setdefault(column_number(found[1].decode()), []).append((first, last))
        kept = kept[max(seen, len(kept) - _LONGEST) :]
    return Merges(spans)
