"""What every format of a set does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from linter.coaching.examples.making import ExampleSet
from linter.reports import Lang


class Format(ABC):
    """Writes a set.

    :param lang: of the fixed words.
    :cvar binary: whether it is bytes, which no terminal can show.
    """

    binary: ClassVar[bool] = False

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    @abstractmethod
    def text(self, made: ExampleSet) -> Iterable[str | bytes]:
        """The whole of it, in pieces; line ends are in it."""
