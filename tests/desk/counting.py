"""Figures made by hand."""

from __future__ import annotations

from linter.desk.figures import Counted, Figures
from linter.desk.scores import Score


def add(
    figures: Figures,
    count: int,
    *certain: str,
    group: str = "",
    day: str = "",
    score: float | None = None,
    kind: str = "call",
) -> Figures:
    """Count so many calls, each with a certain error of these categories.

    Rule ``r-a`` is violated by calls with a finding and met by the others.
    """
    row = {
        "certain": {"error": len(certain), "warning": 0, "info": 0},
        **{"review": 0, "load": 0, "praise": 0, "kind": kind},
    }
    call = Counted(
        {(one, "态度", True): 1 for one in certain},
        frozenset(certain),
        {"violated" if certain else "met": ("r-a",)},
        None if score is None else Score(score, 100),
    )
    for _ in range(count):
        figures.add(row, call, group, day)
    return figures
