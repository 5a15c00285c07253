from __future__ import annotations

from xml.etree import ElementTree

import pytest

from linter.desk.chart import MOST, Chart
from linter.desk.charts import charts, missing_charts
from linter.desk.choices import Choices
from linter.desk.figures import Figures
from linter.reports import Options
from linter.reports.rule_info import RuleInfo

from .counting import add

RULE = RuleInfo("r-a", "own", "blame", "态度", "error", "指责了客户")
CHOICES = Choices(rules=(RULE,))


def figures() -> Figures:
    made = add(Figures(), 5, "blame", "command", group="二组", day="2026-01-02", score=80)
    add(made, 15, group="二组", day="2026-01-03", score=100)
    return add(made, 4, "blame", group="", day="", score=0)


def by_id(made: Figures, choices: Choices = CHOICES) -> dict[str, Chart]:
    return {chart["id"]: chart for chart in charts(made, choices)}


def test_every_chart_has_its_figures() -> None:
    found = by_id(figures())
    assert list(found) == ["categories", "aspects", "teams", "time", "scores", "rules"]
    assert found["categories"]["head"] == [
        *("类别", "确定", "需复核", "有的通数", "每 100 通", "95% 区间"),
    ]
    assert found["categories"]["rows"] == [
        ["指责客户", 9, 0, 9, 37.5, "21.2–57.3"],
        ["命令口气", 5, 0, 5, 20.8, "9.2–40.5"],
    ]
    assert found["aspects"]["rows"] == [["态度", 14, 0]]
    assert found["teams"]["rows"] == [
        ["二组", 20, 25.0, "11.2–46.9"],
        ["（没写班组） [少]", 4, 100.0, "51–100"],
    ]
    assert found["time"]["title"] == "每 100 通里有确定问题的，按天"
    assert found["time"]["rows"] == [
        ["2026-01-02", 5, 100.0, "56.6–100"],
        ["2026-01-03", 15, 0.0, "0–20.4"],
    ]
    assert found["time"]["notes"][-1] == "4 通没写开始时间，不在这张图里。"
    assert [row[1] for row in found["scores"]["rows"]] == [4, 0, 0, 0, 0, 0, 0, 0, 5, 15]
    assert found["rules"]["rows"] == [
        ["r-a", "指责了客户", 9, 15, 24, 37.5, "21.2–57.3", 0, 0],
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_drawings_are_well_formed_and_fetch_nothing(lang: str) -> None:
    choices = Choices(Options(lang=lang), rules=(RULE,))  # type: ignore[arg-type]
    for chart in charts(figures(), choices):
        for svg in (chart["svg"], chart["narrow"]):
            ElementTree.fromstring(svg)
            assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
            assert "<script" not in svg


def test_what_cannot_be_drawn_is_said() -> None:
    bare = add(Figures(), 3)
    assert list(by_id(bare)) == []
    assert [*missing_charts(bare, CHOICES)] == [
        "通话都没写班组（team），没有按班组的图。",
        "通话都没写开始时间（started_at），没有按时间的图。",
        "没有一通有分数。",
    ]
    assert [*missing_charts(figures(), CHOICES)] == []
    by_agent = Choices(by_agent=True)
    assert "通话都没写坐席，没有按坐席的图。" in missing_charts(bare, by_agent)


def test_a_run_without_calls_misses_nothing() -> None:
    assert charts(Figures(), CHOICES) == []
    assert [*missing_charts(Figures(), CHOICES)] == []
    script = add(Figures(), 1, kind="script")
    assert [*missing_charts(script, CHOICES)] == []


def test_scenes_have_a_chart_of_their_own() -> None:
    mixed = add(figures(), 8, "command", kind="script")
    found, bare = by_id(mixed), by_id(figures())
    assert found.pop("scenes")["rows"] == [["命令口气", 8, 0, 8, 100.0, "67.6–100"]]
    assert found == bare
    assert [*missing_charts(mixed, CHOICES)] == ["话术库的场景 8 个，不是通话，另算。"]


def test_a_run_of_scenes_alone_speaks_of_scenes() -> None:
    scenes = add(add(Figures(), 3, "command", kind="script", score=80), 1, kind="script")
    found = by_id(scenes)
    assert list(found) == ["categories", "aspects", "scores", "rules"]
    assert found["categories"]["head"][3:5] == ["有的场景数", "每 100 个场景"]
    assert found["categories"]["rows"] == [["命令口气", 3, 0, 3, 75.0, "30.1–95.4"]]
    assert found["rules"]["title"] == "各条规则：触发了的场景里，每 100 个场景违反的"
    assert found["scores"]["notes"][-1] == "1 个没有分数，不在这张图里。"
    english = by_id(scenes, Choices(Options(lang="en"), rules=(RULE,)))
    for chart in english.values():
        assert "call" not in " ".join([chart["title"], *chart["head"], *chart["notes"]]).lower()


def test_agents_are_charted_when_asked_for() -> None:
    found = by_id(figures(), Choices(by_agent=True, rules=(RULE,)))
    assert found["agents"]["head"][0] == "坐席"
    assert found["agents"]["rows"][-1][0] == "（没写坐席） [少]"


def test_praise_is_no_violation() -> None:
    assert "rules" not in by_id(figures(), Choices(rules=(RULE,), praise=frozenset({"r-a"})))


def test_many_categories_are_in_the_table_and_the_first_in_the_drawing() -> None:
    made = Figures()
    for number in range(MOST + 3):
        add(made, 1, f"own-{number:02}")
    chart = by_id(made)["categories"]
    assert len(chart["rows"]) == MOST + 3
    assert chart["notes"][0] == f"图里是最多的 {MOST} 种，表里是全部。"
    assert f"own-{MOST - 1:02}<" in chart["svg"]
    assert f"own-{MOST:02}<" not in chart["svg"]


def test_a_long_time_is_charted_by_week() -> None:
    made = add(add(Figures(), 2, day="2026-01-01"), 2, "blame", day="2026-03-01")
    chart = by_id(add(made, 2, day="2026-03-02"))["time"]
    assert chart["title"].endswith("按周")
    assert [row[:2] for row in chart["rows"]] == [
        *(["2025-12-29", 2], ["2026-02-23", 2], ["2026-03-02", 2]),
    ]
