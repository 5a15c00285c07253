"""Offsets as programs in a browser count them: in UTF-16 code units.

So do both annotation tools that are written for, whatever their back ends are written in: doccano
unless a project counts grapheme clusters (https://github.com/doccano/doccano/issues/2290), and
Label Studio's Paragraphs. Only characters beyond U+FFFF, emoji above all, make a difference.
"""

from __future__ import annotations

_BEYOND = 0xFFFF


def units(text: str) -> int:
    """How long a text is, in UTF-16 code units."""
    return len(text) + sum(ord(char) > _BEYOND for char in text)


def span_units(text: str, start: int, end: int) -> tuple[int, int]:
    """A span of a text, from code points to UTF-16 code units."""
    return units(text[:start]), units(text[:end])
