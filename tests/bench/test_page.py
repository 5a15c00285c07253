from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.bench.results import some_results
from tools.bench.page import write_page


def page_of(results: dict[str, Any], folder: Path) -> str:
    path = folder / "speed" / "results.json"
    path.parent.mkdir()
    path.write_text(json.dumps(results), "utf-8")
    write_page(path)
    return (folder / "speed.md").read_text("utf-8")


def test_every_bar_has_its_figure_and_whether_it_is_reached(tmp_path: Path) -> None:
    page = page_of(some_results(), tmp_path)
    assert "| 110倍 | 至少 100倍 | 达到 |" in page
    assert "| 50 MB | 至多 100 MB | 达到 |" in page
    assert "没有达到" not in page


def test_a_missed_bar_stands_out(tmp_path: Path) -> None:
    results = some_results()
    results["by_rules"][-1]["ms"] = 2.0
    assert page_of(results, tmp_path).count("**没有达到**") == 1


def test_rivals_stand_in_one_table_with_pace_and_memory(tmp_path: Path) -> None:
    page = page_of(some_results(), tmp_path)
    assert "| huashu lint，一个进程 | 1,000 | 1,000 | 110.0 | 0.4 | 30% | 50 MB |" in page
    assert "| 1,000 通生成的通话" not in page
    assert "25% 的轮次有至少一个信号的字" in page


def test_two_processes_stand_beside_what_the_machine_gives(tmp_path: Path) -> None:
    page = page_of(some_results(), tmp_path)
    assert "`--jobs 2` 是一个进程的 1.82 倍" in page
    assert "同时跑，合起来是一个的 1.6 倍" in page
    assert "| 两个 huashu lint 同时跑，各管各的 | 1,600 | 1,600 |" in page


def test_without_ripgrep_the_row_says_how_to_get_it(tmp_path: Path) -> None:
    results = some_results()
    del results["end_to_end"]["ripgrep"]
    assert page_of(results, tmp_path).count("apt-get install ripgrep") == 2


def test_pictures_are_there_small_and_their_text_is_text(tmp_path: Path) -> None:
    page = page_of(some_results(), tmp_path)
    names = re.findall(r"\(speed/(\w+\.svg)\)", page)
    assert len(names) == 5
    for name in names:
        picture = tmp_path / "speed" / name
        assert picture.stat().st_size < 40_000
        assert "<text" in picture.read_text("utf-8")


def test_the_same_results_give_the_same_files(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        folder.mkdir()
        page_of(some_results(), folder)
    for path in first.rglob("*.*"):
        assert path.read_bytes() == (second / path.relative_to(first)).read_bytes()


@pytest.mark.parametrize("name", ["bare", "full", "first"])
def test_starts_are_shown_in_times_of_a_bare_one(name: str, tmp_path: Path) -> None:
    results = some_results()
    results["cold_start"][name]["wall"] = [0.33]
    bare = 0.33 if name == "bare" else 0.01
    assert f"| 330 ms | {0.33 / bare:.3g} |" in page_of(results, tmp_path)
