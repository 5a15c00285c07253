"""What every format of the exemplars does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from linter.coaching.exemplars.results import Result
from linter.reports import Lang


class Format(ABC):
    """Says what came of a run."""

    def __init__(self, lang: Lang = "zh") -> None:
        self.lang = lang

    @abstractmethod
    def lines(self, result: Result) -> Iterable[str]:
        """The report's lines, without line ends."""
