from __future__ import annotations

from linter.desk.earlier import Earlier
from linter.desk.figures import Figures
from linter.desk.trend import trend

from .counting import add


def figures() -> Figures:
    return add(add(Figures(), 40, "blame"), 60)


def test_what_changed_and_how_sure_that_is() -> None:
    before = Earlier("上月.html", "5f3c", 100, 11, {"blame": 10, "threat": 1})
    found = trend(figures(), before, "5f3c", "zh")
    assert found["earlier"] == "上月.html"
    assert found["rows"] == [
        ["有确定问题", 40.0, "30.9–49.8", 11.0, "6.3–18.6", 29.0, "17.2 … 39.9", "多了"],
        ["指责客户", 40.0, "30.9–49.8", 10.0, "5.5–17.4", 30.0, "18.3 … 40.8", "多了"],
        ["威胁", 0.0, "0–3.7", 1.0, "0.2–5.4", -1.0, "-5.4 … 2.8", "分不出"],
    ]
    assert found["notes"][0] == "两次的规则相同。"
    chart = found["chart"]
    assert (chart["id"], chart["rows"]) == ("trend", found["rows"])
    assert chart["svg"].count("<rect") == 6 + 2, "six bars and the two of the legend"


def test_less_is_said_too() -> None:
    before = Earlier("a", "5f3c", 100, 90, {"blame": 90})
    assert [row[-1] for row in trend(figures(), before, "5f3c", "en")["rows"]] == ["less", "less"]


def test_other_rules_make_other_findings() -> None:
    before = Earlier("a", "5f3c", 100, 11, {})
    assert trend(figures(), before, "77aa", "zh")["notes"][0] == (
        "规则改过（5f3c → 77aa）：相差不全是班组的变化。"
    )
    unknown = Earlier("a", "", 100, 11, {})
    assert trend(figures(), unknown, "77aa", "zh")["notes"][0].startswith("不知道上次")


def test_a_run_without_calls_compares_with_nothing() -> None:
    found = trend(figures(), Earlier("a", "5f3c", 0, 0, {}), "5f3c", "zh")
    assert found["rows"][0] == ["有确定问题", 40.0, "30.9–49.8", None, "–", None, "–", "分不出"]
    nothing = trend(Figures(), Earlier("a", "5f3c", 0, 0, {}), "5f3c", "zh")
    assert nothing["rows"][0][1] is None


def test_scenes_are_compared_with_scenes() -> None:
    mixed = add(figures(), 50, "blame", kind="script")
    before = Earlier("a", "5f3c", 100, 11, {"blame": 10}, Earlier("a", "5f3c", 10, 5, {"blame": 5}))
    assert trend(mixed, before, "5f3c", "zh") == trend(figures(), before, "5f3c", "zh")
    scenes = trend(add(Figures(), 4, "blame", kind="script"), before, "5f3c", "zh")
    assert [row[:4] for row in scenes["rows"]] == [
        ["有确定问题", 100.0, "51–100", 50.0],
        ["指责客户", 100.0, "51–100", 50.0],
    ]
    assert "每 100 个场景" in scenes["chart"]["title"]
    untold = trend(
        add(Figures(), 4, "blame", kind="script"), Earlier("a", "5f3c", 9, 9, {}), "5f3c", "zh"
    )
    assert untold["rows"][0][3] is None
