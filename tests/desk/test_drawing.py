from __future__ import annotations

import builtins
import subprocess
import sys
from typing import Any
from xml.etree import ElementTree

import pytest

from linter.desk.drawing import NARROW, WIDE, Series, bars, grouped, require_pygal, uprights
from linter.desk.intervals import Interval
from linter.errors import UsageError

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def titles(svg: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg).iter(f"{SVG}title")]


def series(*values: float | None, **more: Any) -> Series:
    return Series("确定", "var(--error)", values, **more)


def test_bars_have_their_labels_from_the_top() -> None:
    tree = ElementTree.fromstring(bars(["辱骂", "推诿"], [series(3, 1)]))
    heights = {
        node.text: float(node.get("y", ""))
        for node in tree.iter(f"{SVG}text")
        if node.text in ("辱骂", "推诿")
    }
    assert heights["辱骂"] < heights["推诿"]


def test_a_bar_says_what_it_stands_for() -> None:
    assert titles(bars(["辱骂", "推诿"], [series(3, None)])) == ["辱骂 3"]


def test_a_chart_of_one_series_needs_no_legend() -> None:
    assert "确定" not in texts(bars(["辱骂"], [series(3)]))
    two = [series(3), Series("需复核", "var(--review)", [1])]
    assert {"确定", "需复核"} <= {*texts(bars(["辱骂"], two))}
    assert {"确定", "需复核"} <= {*texts(grouped(["辱骂"], two))}


def test_intervals_are_drawn() -> None:
    without = bars(["一组"], [series(30)], top=100)
    drawn = bars(["一组"], [series(30, intervals=[Interval(10, 60)])], top=100)
    assert drawn.count("<path") == without.count("<path") + 1


@pytest.mark.parametrize(
    ("value", "ticks"),
    [(1, ["0", "1"]), (3, ["0", "1", "2", "3"]), (31, ["0", "10", "20", "30", "40"])],
)
def test_counts_are_marked_with_whole_numbers(value: int, ticks: list[str]) -> None:
    assert [text for text in texts(bars(["辱骂"], [series(value)])) if text != "辱骂"] == ticks
    assert [text for text in texts(uprights(["辱骂"], [series(value)])) if text != "辱骂"] == ticks


def test_nothing_but_zeros_can_be_drawn() -> None:
    assert texts(uprights(["0–10"], [series(0)]))[:2] == ["0", "1"]


def test_long_labels_are_cut_and_odd_ones_can_be_drawn() -> None:
    label = "南京呼叫中心夜班客服一组" * 5
    assert texts(bars([label], [series(1)]))[0].endswith("…")
    assert texts(bars(["<b>&\x00\ud800"], [series(1)]))[0].startswith("<b>&")


def test_many_labels_below_are_turned() -> None:
    days = [f"2026-01-{day:02}" for day in range(1, 20)]
    assert "rotate(45" in uprights(days, [series(*range(19))])
    assert "rotate" not in uprights(days[:3], [series(1, 2, 3)])


def test_a_narrow_drawing_has_all_bars_and_shorter_labels() -> None:
    label = "客户提出了投诉，坐席没有受理"
    wide, narrow = (bars([label, "推诿"], [series(3, 1)], size=size) for size in (WIDE, NARROW))
    assert texts(wide) == ["推诿", label, "0", "1", "2", "3"]
    assert texts(narrow) == ["推诿", "客户提出了投诉，…", "0", "1", "2", "3"]
    assert len(titles(wide)) == len(titles(narrow)) == 2
    for svg, size in ((wide, WIDE), (narrow, NARROW)):
        assert ElementTree.fromstring(svg).get("viewBox", "").split()[2] == str(size.width)


def test_the_same_figures_are_the_same_drawing() -> None:
    assert bars(["辱骂"], [series(3)]) == bars(["辱骂"], [series(3)])


def test_without_the_library_there_is_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **more: Any) -> Any:
        if name.startswith("pygal"):
            raise ImportError(name)
        return real(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match="pygal") as error:
        require_pygal()
    assert "pip install" in error.value.hint


def test_imports_are_left_as_they_were() -> None:
    code = (
        "import sys; before = list(sys.meta_path)\n"
        "from linter.desk.drawing import require_pygal; require_pygal()\n"
        "assert sys.meta_path == before, sys.meta_path\n"
        "import wave\n"
    )
    subprocess.run([sys.executable, "-W", "error::ImportWarning", "-c", code], check=True)
