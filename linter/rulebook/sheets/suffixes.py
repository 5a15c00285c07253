"""Which files are tables (禁语表), by their names."""

from __future__ import annotations

from pathlib import Path

OTHERS = (".xls", ".xlsb", ".et", ".ods")
"""Tables of other programs; they can be saved as one of those that are read."""
SUFFIXES = (".xlsx", ".xlsm", ".csv", *OTHERS)
"""Suffixes of tables, in small letters."""


def is_sheet(path: Path) -> bool:
    """Whether a file is a table by its name; spreadsheets' lock files (``~$…``) are not."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith("~$")
