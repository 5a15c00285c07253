"""The key file: which example is from which call and turn, for a trainer who has to go back."""

from __future__ import annotations

from collections.abc import Iterator

from linter.coaching.examples.making import ExampleSet
from linter.reports.csv_ import row

_HEADS = ("id", "path", "call", "turn")
_BOM = "\ufeff"


def origin_lines(made: ExampleSet) -> Iterator[str]:
    """The rows, as CSV; ``turn`` is 0-based, as in every report."""
    yield _BOM + row(_HEADS)
    for id_, origin in sorted(made.origins.items()):
        yield row((id_, origin.path, origin.call, origin.turn))
