"""What a sheet of the workbook is: its title, its columns, and what their words look like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from linter.reports.options import Lang

Color = Literal["bad", "warn", "good", "calm"]


class Column(NamedTuple):
    """A column: its head in Chinese and English, its width in characters.

    ``colors`` says which words are coloured how; ``choices`` what may be entered; ``bar`` is the
    full length of a bar drawn behind the numbers.
    """

    zh: str
    en: str
    width: int = 10
    colors: Mapping[str, Color] = {}
    choices: tuple[str, ...] = ()
    bar: float | None = None

    def head(self, lang: Lang) -> str:
        """The head in a language."""
        return self.zh if lang == "zh" else self.en


class Layout(NamedTuple):
    """A sheet: ``title`` as its tab shows it, and ``columns``; ``pinned`` stay as one scrolls."""

    title: str
    columns: tuple[Column, ...]
    pinned: int = 1
