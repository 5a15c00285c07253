"""The figures that the page shows, worked out from the results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tools.bench.processes import middle

Results = Mapping[str, Any]

WORKER_MB = 100
"""What a process may take."""


@dataclass(frozen=True)
class Bar:
    """A figure and what it has to reach.

    :ivar value: ``None`` when it was not measured.
    :ivar least: whether ``limit`` is the least, or what it must stay under.
    """

    name: str
    value: float | None
    limit: float
    least: bool
    unit: str = ""

    @property
    def reached(self) -> bool | None:
        """Whether it does; ``None`` when it was not measured."""
        if self.value is None:
            return None
        return self.value >= self.limit if self.least else self.value <= self.limit


def bars(results: Results) -> tuple[Bar, ...]:
    """All figures that have something to reach."""
    runs, start = results["end_to_end"], results["cold_start"]
    one, rules = runs["one"], results["by_rules"]
    search = pace(one) / pace(runs["ripgrep"]) if "ripgrep" in runs else None
    cold = middle(start["full"]["wall"]) / middle(start["bare"]["wall"])
    two = middle(one["wall"]) / middle(runs["two"]["wall"])
    worker = max(one["peak_mb"], runs["two"]["peak_mb"])
    return (
        Bar(
            "整个命令是显而易见的写法的几倍（一个核）",
            pace(one) / pace(runs["obvious"]),
            100,
            True,
            "倍",
        ),
        Bar("整个命令是 ripgrep 只找字的几倍（一个核）", search, 0.3, True, "倍"),
        Bar("检查一个小文件，是空的 Python 启动的几倍", cold, 15, False, "倍"),
        Bar("两个进程是一个进程的几倍", two, 1.7, True, "倍"),
        Bar("一个进程的内存峰值", worker, WORKER_MB, False, " MB"),
        Bar(
            "没碰到的规则从 300 条到 3000 条，一通电话的时间是几倍", tenfold(rules), 2, False, "倍"
        ),
    )


def pace(run: Mapping[str, Any]) -> float:
    """Calls per second of processor time, by the median run."""
    return float(run["calls"] / middle(run["cpu"]))


def spread(values: list[float]) -> float:
    """How far apart the runs are: greatest less least, in percent of the median."""
    return (max(values) - min(values)) * 100 / middle(values)


def tenfold(points: list[Mapping[str, float]]) -> float:
    """The cost of a call with 3000 rules by that with 300."""
    cost = {point["at"]: point["ms"] for point in points}
    return cost[3000] / cost[300]
