"""What every format of a set does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from linter.coaching.examples.making import ExampleSet
from linter.reports import Lang


class Format(ABC):
    """Writes a set.

    :param lang: of the fixed words.
    """

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    @abstractmethod
    def text(self, made: ExampleSet) -> Iterable[str]:
        """The whole text, in pieces; line ends are in it."""
