"""The curves as SVG files: small, text as text.

Labels are in English: no Chinese font is sure to be where the picture is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")
from matplotlib import pyplot as plt

Points = Sequence[Mapping[str, float]]
_STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "huashu",
    "font.family": "sans-serif",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def draw_all(results: Mapping[str, Any], folder: Path) -> None:
    """All pictures of the page.

    :param folder: has to be there.
    """
    ms = "ms of processor time per call"
    _curve(
        folder / "rules.svg",
        results["by_rules"],
        "ms",
        "rules that the text does not hit",
        ms,
        log=True,
    )
    _curve(
        folder / "phrases.svg", results["by_phrases"], "ms", "phrases (in 300 rules)", ms, log=True
    )
    _curve(folder / "turns.svg", results["by_turns"], "ms", "turns of a call (300 rules)", ms)
    calls = [
        {"at": point["at"], "seconds": point["cpu"][0], "peak_mb": point["peak_mb"]}
        for point in results["by_calls"]
    ]
    _curve(folder / "calls.svg", calls, "seconds", "calls", "seconds, whole command")
    _curve(folder / "memory.svg", calls, "peak_mb", "calls", "peak memory in MB")


def _curve(
    path: Path, points: Points, key: str, below: str, beside: str, *, log: bool = False
) -> None:
    """One curve from zero upwards, every point with its figure."""
    with mpl.rc_context(_STYLE):  # type: ignore[arg-type]
        figure, axes = plt.subplots(figsize=(4.6, 2.8), layout="constrained")
        at, values = [point["at"] for point in points], [point[key] for point in points]
        if "least" in points[0]:
            low, high = ([point[name] for point in points] for name in ("least", "most"))
            axes.fill_between(at, low, high, alpha=0.2, linewidth=0)
        axes.plot(at, values, marker="o", markersize=4)
        if log:
            axes.set_xscale("log")
        axes.set_xticks(at, [f"{number:,.0f}" for number in at], minor=False)
        axes.minorticks_off()
        axes.set_ylim(0, max(values) * 1.3)
        for x, y in zip(at, values, strict=True):
            axes.annotate(f"{y:.3g}", (x, y), (0, 6), textcoords="offset points", ha="center")
        axes.set_xlabel(below)
        axes.set_ylabel(beside)
        # Without a date: the same figures give the same file.
        figure.savefig(path, metadata={"Date": None})
        plt.close(figure)
