"""Paragraphs and underlined quotes laid out for a terminal of a given width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from linter.frozen import dataclass
from linter.reports.cells import Cell, cells, width
from linter.reports.wrapping import around, wrap

BOLD = "1"
DIM = "2"
RED = "31"
GREEN = "32"
YELLOW = "33"
CYAN = "36"

# A code point that is spelled out takes up to ten columns and is not broken.
_MIN_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Page:
    """A page of ``columns`` columns; styles are ANSI SGR parameters (ECMA-48, 8.3.117)."""

    columns: int
    color: bool = False

    def paint(self, text: str, style: str) -> str:
        """Coloured text, on a page that has colours."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.color and style and text else text

    def heading(self, text: str, indent: int = 0, style: str = BOLD) -> Iterator[str]:
        """The lines of a text that is coloured as a whole."""
        for line in wrap(cells(text), self.columns - indent):
            yield " " * indent + self.paint(_joined(line), style)

    def prose(self, text: str, indent: int = 0, first: str = "", style: str = "") -> Iterator[str]:
        """The lines of a text, each of its own lines a paragraph; blank ones are dropped.

        :param indent: blank columns before every line.
        :param first: a label before the text; the other lines are set under the text.
        :param style: the colour of the label.
        """
        label = cells(first)
        room = self.columns - indent
        hang = width(label) if room - width(label) >= _MIN_COLUMNS else 0
        for paragraph in filter(None, map(str.strip, text.split("\n"))):
            for number, line in enumerate(wrap([*label, *cells(paragraph)], room, hang)):
                drawn = _joined(line)
                if number == 0 and drawn.startswith(first):
                    drawn = self.paint(first, style) + drawn[len(first) :]
                yield " " * (indent + (hang if number else 0)) + drawn
            label = cells(" " * hang)
            first = ""

    def quote(self, text: str, start: int, end: int, indent: int, style: str) -> Iterator[str]:
        """The lines of a text around ``text[start:end]``, those words underlined with ``^``."""
        room = self.columns - indent
        margin = " " * indent
        for line in wrap(around(cells(text, start, end), room), room):
            yield margin + self._painted(line, style)
            carets = "".join(("^" if cell.marked else " ") * cell.width for cell in line).rstrip()
            if carets:
                yield margin + self._painted_carets(carets, style)

    def _painted(self, line: Iterable[Cell], style: str) -> str:
        return "".join(
            self.paint(_joined(run), style) if marked else _joined(run)
            for marked, run in groupby(line, key=lambda cell: cell.marked)
        )

    def _painted_carets(self, carets: str, style: str) -> str:
        words = carets.lstrip()
        return " " * (len(carets) - len(words)) + self.paint(words, style)


def _joined(line: Iterable[Cell]) -> str:
    return "".join(cell.shown for cell in line)
