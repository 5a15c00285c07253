"""CSV and TSV: one row a turn or a call, columns found by their names or given by the user.

Rows of one call id belong together wherever they stand; without such a column a file of turns is
one call. A row that leaves the id empty belongs to the call of the row above, as merged cells come
out; where a row is a call, it is one without an id. ``line`` is the row's first line; columns are
told only of the turns of a dialogue in a cell. Rows are streamed: :mod:`linter.calls.table_groups`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from linter.calls.source import Source
from linter.calls.spec import Format
from linter.calls.tables import WITHIN, Given, known_columns, weight
from linter.model import Call

_DELIMITERS = ",\t;|"


def _first_rows(head: str, delimiter: str) -> list[list[str]]:
    """The first rows of a table in which something stands, as far as they can be told."""
    lines = [line for line in head.splitlines() if line.strip()][:WITHIN]
    if delimiter == "|" and any(line.lstrip().startswith("|") for line in lines):
        return []  # a table of Markdown
    try:
        return list(csv.reader([line + "\n" for line in lines], delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in lines]


def delimiter_of(head: str, given: Given) -> str:
    """The one under which some row has the most column names, or else the first the most cells."""

    def rank(delimiter: str) -> tuple[int, int]:
        rows = _first_rows(head, delimiter)
        return max((weight(row, given) for row in rows), default=0), len(rows[0]) if rows else 0

    return max(_DELIMITERS, key=rank)


def _sniff(head: str, suffix: str) -> int:
    claimed = suffix in FORMAT.suffixes
    if head.lstrip()[:1] in ("{", "["):
        return 5 if claimed else 0
    rows = _first_rows(head, delimiter_of(head, ()))
    header: Sequence[str] = max(rows, key=weight, default=())
    known = known_columns(header)
    if "role" in known or "speaker" in known:
        if "text" in known or "dialogue" in known:
            return 55
    elif "dialogue" in known and weight(header) > 1:
        return 50
    return 20 if known and claimed else 5 if claimed else 0


def _read(source: Source) -> Iterator[Call]:
    # Not at the top: what reads tables takes as long to import as a few calls to lint.
    from linter.calls.csv_rows import read_csv

    return read_csv(source)


FORMAT = Format(name="csv", suffixes=(".csv", ".tsv"), sniff=_sniff, read=_read)
