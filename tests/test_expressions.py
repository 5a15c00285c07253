"""Regular expressions of the program itself mean the same on every Python it runs on."""

from __future__ import annotations

import re
from pathlib import Path

SOURCES = sorted((Path(__file__).parents[1] / "linter").rglob("*.py"))
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)[*+?]\+")


def test_no_group_is_repeated_possessively() -> None:
    """Up to Python 3.11.4 it may fail to match (CPython issue 106052); ``(?>…)`` does not."""
    assert len(SOURCES) > 100
    found = [
        f"{path.name}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if POSSESSIVE_GROUP.search(line)
    ]
    assert found == []
