"""What every chart of the overview has: a title, a drawing, its figures and notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from linter.desk.drawing import NARROW, WIDE, Size
from linter.desk.words import DeskWords, desk_words
from linter.reports import Lang

CERTAIN, REVIEW, RATE, SCORE = "var(--error)", "var(--review)", "var(--accent)", "var(--praise)"
"""The page's colours for what is certain, what is to be reviewed, rates and scores."""

MOST = 15
"""Bars of a chart beside each other that can still be read; the table has all figures."""

Row = list[Any]
Chart = dict[str, Any]


class Draw(Protocol):
    """Draws a chart as an SVG."""

    def __call__(self, *, size: Size = ...) -> str:
        """Draw it with so much room."""


def drawings(draw: Draw) -> dict[str, str]:
    """The drawing of a chart for a screen and paper, and that for a telephone."""
    return {"svg": draw(size=WIDE), "narrow": draw(size=NARROW)}


class Words:
    """The words of charts in one language.

    :param of_scenes: they are drawn of the scenes of script libraries.
    :ivar said: all fixed words of the report.
    """

    def __init__(self, lang: Lang, *, of_scenes: bool = False) -> None:
        self.lang: Lang = lang
        self.said: DeskWords = desk_words(lang, of_scenes=of_scenes)

    def head(self, *keys: str) -> list[str]:
        """Names of a table's columns."""
        return [self.said.heads[key] for key in keys]

    def notes(self, *keys: str) -> list[str]:
        """Sentences below a chart."""
        return [self.said.notes[key] for key in keys]

    def top(self, shown: int, all_: int) -> list[str]:
        """Whether the drawing shows less than the table, in words."""
        return [self.said.notes["top"].format(count=shown)] if shown < all_ else []

    def chart(
        self, key: str, draw: Draw, head: Sequence[str], rows: Sequence[Row], notes: Sequence[str]
    ) -> Chart:
        """A chart as the page gets it."""
        return {
            "id": key,
            "title": self.said.charts[key],
            **drawings(draw),
            "head": list(head),
            "rows": list(rows),
            "notes": list(notes),
        }
