"""Folding: the form in which texts and patterns are compared, and the way back.

Full and half width, capitals, traditional characters and the invisible characters that
exports leave behind all say the same thing. Matching happens on the folded text; whatever is
quoted comes from the original, so every folded character knows where it came from.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import field
from importlib import resources

from linter.frozen import dataclass

_ENTITY = "&nbsp;"
"""Chat exports leave this one HTML entity in their text; no other is read."""

_KEPT = "\n\t…"
"""Left alone: the two controls with a meaning, and the ellipsis, which NFKC makes three stops."""

_BLANK_CATEGORIES = frozenset({"Cc", "Zs", "Zl", "Zp"})
"""Controls and separators: whatever the kind, a reader sees a gap at most."""

_IGNORABLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
"""Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt; Python has no table.

U+3164 and U+FFA0 are not listed: NFKC makes them U+1160.
"""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters came from.

    All positions count code points. :func:`fold` makes these; nothing else needs to.
    """

    text: str
    _starts: tuple[int, ...] | None = field(default=None, repr=False)
    """Per folded character and for the end; ``None`` when every position is its own origin."""
    _ends: tuple[int, ...] | None = field(default=None, repr=False)

    def origin(self, index: int) -> int:
        """Where in the original the folded character at ``index`` begins.

        :param index: 0 to the folded text's length; the end maps to the original's end.
        :raises IndexError: when ``index`` is outside the folded text.
        """
        if not 0 <= index <= len(self.text):
            raise IndexError(f"position {index} is outside a text of {len(self.text)}")
        return index if self._starts is None else self._starts[index]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that the folded span came from.

        It covers every original character that has a part in the span, and removed ones
        between them, but no removed ones at its edges. An empty span gives its position twice.

        :raises IndexError: when the span is reversed or outside the folded text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"span {start}:{end} is outside a text of {len(self.text)}")
        if start == end:
            position = self.origin(start)
            return position, position
        if self._starts is None or self._ends is None:
            return start, end
        return self._starts[start], self._ends[end - 1]


def fold(text: str) -> Folded:
    """Bring ``text`` to the form in which texts are compared.

    Character by character: NFKC (but ``…`` stays), lower case, traditional to simplified where
    that is one to one, controls and separators to a space (but newline and tab stay),
    default-ignorable characters removed; then ``&nbsp;`` to a space. The entity is looked
    for last, so that folding a folded text changes nothing. Any ``str`` will do, lone
    surrogates too.
    """
    characters = text.translate(_TABLE)
    if _is_aligned(text, characters):
        return Folded(characters)
    starts: list[int] = []
    ends: list[int] = []
    for position, char in enumerate(text):
        size = len(_TABLE[ord(char)])
        starts += [position] * size
        ends += [position + 1] * size
    if _ENTITY in characters:
        characters, starts, ends = _without_entities(characters, starts, ends)
    return Folded(characters, (*starts, len(text)), tuple(ends))


def keeps_places(text: str) -> bool:
    """Whether every character of ``fold(text)`` stands where it came from."""
    return _is_aligned(text, text.translate(_TABLE))


def _is_aligned(text: str, characters: str) -> bool:
    """Whether each character was folded to one, and no entity stands for one."""
    return (
        len(characters) == len(text)
        and _ENTITY not in characters
        and _TABLE.resized.isdisjoint(text)
    )


def folded(text: str) -> str:
    """The text of ``fold(text)``, for who need not know where its characters came from."""
    return text.translate(_TABLE).replace(_ENTITY, " ")


def _without_entities(
    folded: str, starts: list[int], ends: list[int]
) -> tuple[str, list[int], list[int]]:
    pieces = folded.split(_ENTITY)
    new_starts: list[int] = []
    new_ends: list[int] = []
    begin = 0
    for piece in pieces:
        stop = begin + len(piece)
        new_starts += starts[begin:stop]
        new_ends += ends[begin:stop]
        begin = stop + len(_ENTITY)
        if stop < len(folded):
            new_starts.append(starts[stop])
            new_ends.append(ends[begin - 1])
    return " ".join(pieces), new_starts, new_ends


class _Table(dict[int, str]):
    """What each character folds to, found out the first time it is met."""

    def __init__(self) -> None:
        super().__init__()
        self.resized: set[str] = set()
        """The characters met so far that do not fold to exactly one."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _fold_char(char)
        # Before the entry: another thread must not see the entry without the mark.
        if len(folded) != 1:
            self.resized.add(char)
        self[code] = folded
        return folded


_TABLE = _Table()


def _fold_char(char: str) -> str:
    if char in _KEPT:
        return char
    # One character may become several, each of which may still be a capital, a space ...
    return "".join(map(_fold_piece, unicodedata.normalize("NFKC", char).lower()))


def _fold_piece(piece: str) -> str:
    code = ord(piece)
    if any(low <= code <= high for low, high in _IGNORABLE):
        return ""
    if unicodedata.category(piece) in _BLANK_CATEGORIES:
        return " "
    return simplified().get(piece, piece)


@functools.cache
def simplified() -> dict[str, str]:
    """Traditional characters and what they fold to."""
    table = resources.files("linter.text").joinpath("traditional.txt").read_text(encoding="utf-8")
    return {line[0]: line[1] for line in table.splitlines() if not line.startswith("#")}
