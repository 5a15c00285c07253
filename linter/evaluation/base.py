"""What every format of an evaluation does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from linter.evaluation.comparing import Comparison
from linter.evaluation.model import Record
from linter.evaluation.result import Lists, Result
from linter.frozen import dataclass
from linter.reports import Lang


@dataclass(frozen=True, slots=True)
class Wanted:
    """What people want to read beside the figures."""

    lang: Lang = "zh"
    misses: bool = False
    alarms: bool = False


class Format(ABC):
    """Says what came of an evaluation; give it every record, then ask for its text once."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted

    def add(self, record: Record) -> None:  # noqa: B027 - there is nothing to be done
        """Take one more record; most formats keep nothing of it."""

    @abstractmethod
    def text(self, result: Result, lists: Lists, comparison: Comparison | None) -> Iterable[str]:
        """Pieces of text, to be written one after the other; line ends are in them."""
