"""Where the words of a longer text stand."""

from __future__ import annotations

from dataclasses import replace

from linter.model import Line


def rest_of(line: Line, begin: int) -> Line:
    """What follows the first ``begin`` characters of a line, and where that stands.

    A cell of a workbook has one place for all of it; its text is cut all the same.
    """
    if line.cell:
        return replace(line, text=line.text[begin:])
    below = line.text.count("\n", 0, begin)
    column = begin - line.text.rfind("\n", 0, begin) if below else line.column + begin
    return replace(line, text=line.text[begin:], line=line.line + below, column=column)


def trimmed(line: Line) -> Line:
    """A line without the white space around its words."""
    words = line.text.lstrip()
    found = rest_of(line, len(line.text) - len(words)) if words else line
    return replace(found, text=words.rstrip())
