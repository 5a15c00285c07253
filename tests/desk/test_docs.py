"""The page on the report says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from linter.desk.chart import MOST
from linter.desk.groups import FEW
from linter.desk.priority import LISTEN, SHOW

PAGE = Path(__file__).parents[2] / "docs" / "report.md"


def weights(heading: str) -> list[tuple[int, int | None]]:
    """Points, and the most that there are, of the table below a heading."""
    text = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\|[^|]+\| (\d+) \| (\d*) ?\|$", text, re.MULTILINE)
    return [(int(points), int(most) if most else None) for points, most in rows]


def test_the_tables_are_those_of_the_program() -> None:
    for heading, table in (("先听哪通", LISTEN), ("值得给大家看的", SHOW)):
        assert weights(heading) == [
            (one.points, None if one.most is None else one.points * one.most) for one in table
        ]


def test_the_limits_are_those_of_the_program() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert f"不到 {FEW} 通的标" in text
    assert f"图里最多 {MOST} 条" in text
