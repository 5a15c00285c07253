"""What a comparison came to, for the formats."""

from __future__ import annotations

from linter.frozen import dataclass
from linter.impact.books import BookChanges
from linter.impact.choosing import Chosen
from linter.impact.model import Side
from linter.impact.tally import Counts, Tally


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that is said of a run.

    :ivar chosen: the changes that are shown.
    :ivar skipped: (where, why) of every input that could not be read to its end.
    """

    old: Side
    new: Side
    rules: BookChanges
    tally: Tally
    chosen: Chosen
    skipped: tuple[tuple[str, str], ...] = ()

    @property
    def differing(self) -> list[str]:
        """The rules with any change, those with the most first."""
        return ranked({r: c for r, c in self.tally.rules.items() if c.differs})


def ranked(counts: dict[str, Counts]) -> list[str]:
    """Names, those with the most changes first."""

    def order(name: str) -> tuple[int, str]:
        found = counts[name]
        return -(found.gained + found.lost + found.changed), name

    return sorted(counts, key=order)
