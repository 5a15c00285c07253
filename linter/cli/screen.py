"""What a stream can show: how many columns, and whether colours."""

from __future__ import annotations

import os
import shutil
from typing import IO, Any

from linter.reports import MIN_WIDTH

FILE_WIDTH = 80
"""Columns of a text report that does not go to a terminal."""
MOST_WIDTH = 120
"""Columns beyond which lines are hard to read, however wide the terminal."""


def width_of(out: IO[Any]) -> int:
    """The columns a line may take."""
    if not out.isatty():
        return FILE_WIDTH
    columns = shutil.get_terminal_size((FILE_WIDTH, 24)).columns
    return max(MIN_WIDTH, min(columns, MOST_WIDTH))


def has_colors(out: IO[Any]) -> bool:
    """Colours go to terminals only, and not where https://no-color.org says so."""
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
