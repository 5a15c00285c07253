"""Text as the cell of a workbook: it says what it says, and is never a formula.

A workbook keeps text and formulas apart, unlike CSV; but who edits a cell that begins with ``=``
makes it one, and a long number loses its last digits. The quote prefix of a cell (the apostrophe
that Excel shows only where the cell is edited) keeps both text.
"""

from __future__ import annotations

from decimal import Decimal

from linter import lazy

Value = str | int | float | Decimal | None
"""What a cell may hold; ``None`` is an empty one."""

LONGEST = 32_767
"""UTF-16 code units a cell can hold, and the line feeds below; see
https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3."""
MOST_LINES = 253

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), and the carriage return, which
# it can but no reader gives back.
_UNWRITABLE = lazy.pattern("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PICTURES = 0x2400
_EDITED_AWAY = lazy.pattern(r"[=+\-@\t\r\n＝＋－＠'\d０-９]")


def cell_text(text: str) -> str:
    """The text as the cell shows it.

    What cannot be written is shown: controls as their picture (``␀``), lone surrogates and
    noncharacters as ``<U+FFFE>``. What is too long ends with how many characters are missing.
    """
    shown = _UNWRITABLE.sub(lambda found: _shown(found[0]), text.replace("\r\n", "\n"))
    if shown.count("\n") > MOST_LINES:
        head, tail = _parted(shown, MOST_LINES)
        shown = head + "\n" + tail.replace("\n", "␊")
    return shown if len(shown) * 2 <= LONGEST else _cut(shown)


def is_edited_away(text: str) -> bool:
    """Whether a spreadsheet would make something else of it if it were typed."""
    return _EDITED_AWAY.match(text) is not None


def _shown(char: str) -> str:
    code = ord(char)
    return chr(_PICTURES + code) if code < 0x20 else f"<U+{code:04X}>"


def _parted(text: str, lines: int) -> tuple[str, str]:
    parts = text.split("\n", lines)
    return "\n".join(parts[:-1]), parts[-1]


def _cut(text: str) -> str:
    if _units(text) <= LONGEST:
        return text
    kept = text[:LONGEST]
    while _units(kept + (mark := f"…（+{len(text) - len(kept)}）")) > LONGEST:
        kept = kept[: len(kept) - max(1, (_units(kept + mark) - LONGEST) // 2)]
    return kept + mark


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
