"""How cells look. Colours only repeat what the words say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from linter.reports.sheets.cells import Value

_COLORS: Mapping[str, tuple[str, str]] = {
    "bad": ("#FFC7CE", "#9C0006"),
    "warn": ("#FFEB9C", "#7F6000"),
    "good": ("#C6EFCE", "#006100"),
    "calm": ("#DDEBF7", "#1F4E78"),
}
"""Fill and ink by :data:`linter.reports.sheets.columns.Color`."""
BAR = "#9BC2E6"
HEAD_HEIGHT = 32
"""Points: two lines."""
_LINE_HEIGHT = 15
_MOST_LINES = 8
_WIDE = "\u2e80"
"""From here on characters are as wide as two letters."""


def look(kind: str, quoted: bool = False) -> dict[str, Any]:
    """The properties of a format of XlsxWriter.

    :param kind: ``head``, ``text``, ``number`` or a colour.
    :param quoted: whether what the cell says stays text when it is edited.
    """
    if kind in _COLORS:
        fill, ink = _COLORS[kind]
        return {"bg_color": fill, "font_color": ink}
    properties: dict[str, Any] = {"valign": "top", "text_wrap": kind != "number"}
    if kind == "head":
        properties |= {"bold": True, "bg_color": "#D9E1F2", "border": 1, "valign": "vcenter"}
    if quoted:
        properties["quote_prefix"] = True
    return properties


def height(row: Iterable[tuple[Value, int]]) -> int:
    """The height of a row in points, so that wrapped text is seen; at most eight lines of it.

    Excel would find it out by itself, other programs draw the rows over each other.

    :param row: what its cells hold, and the width of their columns in characters.
    """
    lines = (_lines(value, width) for value, width in row if isinstance(value, str))
    return _LINE_HEIGHT * min(max(lines, default=1), _MOST_LINES)


def _lines(text: str, width: int) -> int:
    return sum(1 + max(0, _wide(line) - 1) // width for line in text.split("\n"))


def _wide(line: str) -> int:
    return len(line) + sum(map(_WIDE.__le__, line))
