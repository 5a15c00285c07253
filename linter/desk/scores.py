"""The score of a call: by a company's scheme where there is one, else the simple one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.judged import Report
from linter.scoring.score import FULL

if TYPE_CHECKING:
    from decimal import Decimal

TOTAL = "总分"


class Score(NamedTuple):
    """So many points of so many."""

    points: float
    full: float

    @property
    def percent(self) -> float:
        """In per cent of the full score."""
        return 100 * self.points / self.full if self.full else 0.0


def score_of(report: Report) -> Score | None:
    """A call's score; ``None`` when nothing could be scored, or when it is no call."""
    if report.sheet is not None:
        points = report.sheet.total
        return None if points is None else Score(_number(points), _number(report.sheet.full))
    total = report.scores.get(TOTAL)
    return None if total is None or report.call.kind != "call" else Score(total, FULL)


def percent_of(report: Report) -> float | None:
    """The score in per cent of the full one."""
    score = score_of(report)
    return None if score is None else score.percent


def _number(points: Decimal) -> float:
    value = float(points)
    return int(value) if value.is_integer() else value
