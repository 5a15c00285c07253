"""The score of a call: by a company's scheme where there is one, else the simple one."""

from __future__ import annotations

from typing import NamedTuple

from linter.model import Report
from linter.scoring.score import FULL

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
        total = report.sheet.total
        return None if total is None else Score(_number(total), _number(report.sheet.full))
    total = report.scores.get(TOTAL)
    return None if total is None or report.call.kind != "call" else Score(total, FULL)


def percent_of(report: Report) -> float | None:
    """The score in per cent of the full one."""
    score = score_of(report)
    return None if score is None else score.percent


def _number(points: object) -> float:
    value = float(str(points))
    return int(value) if value.is_integer() else value
