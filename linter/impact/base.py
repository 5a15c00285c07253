"""What every format of a comparison does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from linter.impact.result import Result
from linter.reports import Lang


class Format(ABC):
    """Says what came of a comparison.

    :cvar limit: how many changes of each rule and kind it shows unless it is told; ``None``: all.
    """

    limit: int | None = 10

    def __init__(self, lang: Lang = "zh") -> None:
        self.lang = lang

    @abstractmethod
    def text(self, result: Result) -> Iterable[str]:
        """Pieces of text, to be written one after the other; line ends are in them."""
