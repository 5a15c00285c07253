"""The data card alone, as Markdown: for formats that have no place for it."""

from __future__ import annotations

from collections.abc import Iterable

from linter.coaching.examples.card_text import card_lines
from linter.coaching.examples.formats.base import Format
from linter.coaching.examples.making import ExampleSet


class CardFormat(Format):
    """The card."""

    def text(self, made: ExampleSet) -> Iterable[str]:
        """Its lines."""
        for line in card_lines(made, self.lang, level=1):
            yield line + "\n"
