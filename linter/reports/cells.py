"""Text as the cells of a terminal: what is drawn, and how many columns it takes.

A Chinese character takes two columns (East Asian Width, Unicode UAX #11, as ``wcwidth`` has
it). What has no certain width on every terminal is replaced, so that adding up widths is
right everywhere:

- C0 controls and DEL become their picture (tab is ``␉``, newline ``␊``);
- other unprintable and invisible code points (bidi controls, zero-width spaces, lone
  surrogates) become ``<U+200B>``: words hidden that way must be seen by the reviewer;
- every blank becomes as many plain spaces as it is wide;
- parts of a composed emoji are drawn one by one; its joiners, skin tones and variation
  selectors are left out, flags become their two letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from linter.frozen import dataclass

_FLAG_A = 0x1F1E6
_FLAG_Z = 0x1F1FF
_DOTTED_CIRCLE = "\u25cc"
_VIRAMA = 9

_NARROW = frozenset("“”‘’…—·–")
_WIDE = frozenset("　、。〈〉《》「」『』【】〔〕！（），：；？～")
"""Usual punctuation, beside ASCII and Chinese characters, and its columns."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One or more code points that cannot be parted, as they are drawn.

    ``width`` is in columns; ``marked`` says whether the cell belongs to the quoted words.
    """

    shown: str
    width: int
    marked: bool = False


def cells(text: str, start: int = 0, end: int = 0) -> list[Cell]:
    """The cells of a text; those of ``text[start:end]`` are marked.

    :param start: first marked code point.
    :param end: end of the mark, exclusive; nothing is marked when it equals ``start``.
    """
    drawn: list[Cell] = []
    after_picture = False
    for index, char in enumerate(text):
        marked = start <= index < end
        joined = _joined(char, after_picture)
        if joined is None:
            after_picture = unicodedata.category(char) == "So"
            drawn.append(_alone(char, marked))
        elif drawn:
            base = drawn[-1]
            drawn[-1] = Cell(base.shown + joined, base.width, base.marked or marked)
        else:
            drawn.append(Cell(_DOTTED_CIRCLE + joined, 1, marked))
    return drawn


def width(row: Iterable[Cell]) -> int:
    """The columns a row of cells takes."""
    return sum(cell.width for cell in row)


def visible(text: str) -> str:
    """The text on one line, with nothing in it that cannot be seen."""
    return "".join(cell.shown for cell in cells(text))


def columns_of(char: str) -> int:
    """The columns of a code point, negative for a control.

    wcwidth is imported for rare characters only: its tables take longer to load than a small
    file takes to lint.
    """
    if " " <= char <= "~" or char in _NARROW:
        return 1
    if "\u4e00" <= char <= "\u9fff" or char in _WIDE:
        return 2
    from wcwidth import wcwidth

    return wcwidth(char)


def _joined(char: str, after_picture: bool) -> str | None:
    """What a code point adds to the cell before it, or ``None`` when it starts its own."""
    code = ord(char)
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return ""
    if after_picture and (
        code == 0x200D or 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F
    ):
        return ""
    kind = unicodedata.category(char)
    # Vowel signs (class 0) and viramas are left out: terminals do not agree on their columns.
    accent = kind == "Mn" and unicodedata.combining(char) not in (0, _VIRAMA)
    return char if (accent or kind == "Me") and columns_of(char) == 0 else None


def _alone(char: str, marked: bool) -> Cell:
    code = ord(char)
    if code < 0x20:
        return Cell(chr(0x2400 + code), 1, marked)
    if code == 0x7F:
        return Cell("\u2421", 1, marked)
    if _FLAG_A <= code <= _FLAG_Z:
        return Cell(chr(ord("A") + code - _FLAG_A), 1, marked)
    columns = columns_of(char)
    if unicodedata.category(char) == "Zs":
        return Cell(" " * max(columns, 1), max(columns, 1), marked)
    if columns < 1 or not char.isprintable() or unicodedata.category(char).startswith("M"):
        spelled = f"<U+{code:04X}>"
        return Cell(spelled, len(spelled), marked)
    return Cell(char, columns, marked)
