"""``huashu scheme`` and ``huashu lint --scheme``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import write

SCHEME = """\
scheme: 店里的表
full: 100
deduct: {error: 30, warning: 10, info: 2}
dimensions:
  - {name: 态度, axis: attitude, full: 60, aspects: [态度]}
  - {name: 解决, axis: resolution, full: 40, categories: [shirking]}
others: unscored
bonus: {each: 2, cap: 4}
bands: [{name: 优, from: 90}, {name: 合格, from: 60}, {name: 不合格, from: 0}]
"""
SHEET = """\
  得分（店里的表）：70/100 合格
  态度 50/100、解决 100/100
  态度 30/60
     −30  坐席在催客户。 rude #1 坐席 “快点说”
  解决 40/40 没有扣分
  合计：70
      30  态度：30/60，权重 60/100，满分 100
      40  解决：40/40，权重 40/100，满分 100
"""


@pytest.fixture
def scheme(calls):
    write(calls / "表.yml", SCHEME)
    return calls


def test_lint_shows_every_step(huashu, scheme):
    run = huashu("lint", "bad.txt", "good.txt", "--rules", "shop.yml", "--scheme", "表.yml")
    assert (run.code, run.err) == (1, "")
    assert SHEET in run.out
    assert "得分（店里的表）：100/100 优" in run.out


def sheets(run):
    return [call["sheet"] for call in json.loads(run.out)["calls"]]


def test_json_has_the_sheet_with_processes_and_from_memory(huashu, scheme, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(scheme / "cache"))
    said = ["lint", "bad.txt", "good.txt", "--rules", "shop.yml", "--format", "json"]
    runs = [
        huashu(*said, "--scheme", "表.yml", *more)
        for more in ([], ["--jobs", "2"], ["--cache"], ["--cache"])
    ]
    assert [one["total"] for one in sheets(runs[0])] == [70, 100]
    assert len({run.out for run in runs}) == 1
    assert "sheet" not in json.loads(huashu(*said, "--cache").out)["calls"][0]


def test_the_configuration_names_a_scheme(huashu, scheme):
    write(scheme / "huashu.yml", "rules: shop.yml\nscheme: 表.yml\nper_path: []\nformat: json\n")
    (scheme / "下").mkdir()
    write(scheme / "下" / "c.txt", "客户：我想想。\n坐席：快点说。\n")
    run = huashu("lint", "下/c.txt")
    assert [one["scheme"] for one in sheets(run)] == ["店里的表"]


def test_an_exception_costs_nothing_and_a_baseline_does(huashu, scheme):
    said = ["lint", "bad.txt", "--rules", "shop.yml", "--format", "json", "--scheme", "表.yml"]
    write(
        scheme / "例外.yml",
        "exceptions: [{rule: rude, phrase: 快点说, call: b7382f574a8a, why: 听过, by: 王}]\n",
    )
    made = ["baseline", "create", "bad.txt", "--rules", "shop.yml"]
    run = huashu(*said, "--exceptions", "例外.yml")
    assert [one["total"] for one in sheets(run)] == [100]
    assert huashu(*made, "--by", "王", "-o", "b.json").code == 0
    run = huashu(*said, "--baseline", "b.json")
    assert [one["total"] for one in sheets(run)] == [70]
    assert json.loads(run.out)["calls"][0]["findings"] == []


def test_what_is_not_shown_still_costs(huashu, scheme):
    said = ["lint", "bad.txt", "--rules", "shop.yml", "--format", "json", "--scheme", "表.yml"]
    write(scheme / "bad.txt", "客户：灯不亮。\n坐席：不归我管。\n")
    assert sheets(huashu(*said, "--min-severity", "error"))[0]["total"] == 90
    assert sheets(huashu(*said, "--ignore", "shirks"))[0]["dimensions"][1]["points"] is None


def test_a_script_library_has_no_sheet(huashu, scheme):
    write(scheme / "话术.md", "# 报修\n\n- 不归我管。\n")
    run = huashu("lint", "话术.md", "--rules", "shop.yml", "--scheme", "表.yml", "--format", "json")
    assert ["sheet" in call for call in json.loads(run.out)["calls"]] == [False]


def test_the_scheme_is_no_input(huashu, scheme):
    run = huashu("lint", ".", "--rules", "shop.yml", "--scheme", "表.yml")
    assert "表.yml" not in run.err


def test_nobody_writes_over_the_scheme(huashu, scheme):
    run = huashu("lint", "bad.txt", "--scheme", "表.yml", "-o", "表.yml")
    assert run.code == 2
    assert (scheme / "表.yml").read_text(encoding="utf-8") == SCHEME


NOPE = (
    "错误：没有叫 'nope' 的评分表，也没有这个文件; "
    "自带的有 game-outsourcing、service-rules、telecom-recordings；自己的写文件的路径\n"
)


@pytest.mark.parametrize("verb", [["lint", "bad.txt", "--scheme"], ["scheme", "show"]])
def test_an_unknown_name_lists_the_names(huashu, calls, verb):
    run = huashu(*verb, "nope")
    assert (run.code, run.out, run.err) == (2, "", NOPE)


def test_check_says_all_that_is_wrong(huashu, scheme):
    write(scheme / "错.yml", SCHEME.replace("full: 60", "full: 50").replace("[态度]", "[态]"))
    said = ["scheme", "check", "表.yml", "错.yml", "--rules", "shop.yml"]
    run = huashu(*said)
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "错误：错.yml:5:3: 各维度的 full 加起来是 90，满分是 100; "
        "改成一样，或者给每一维写 weight（百分比，加到 100）\n"
        "错误：错.yml:5:52: 没有方面 '态'; 是不是 态度\n"
    )
    assert huashu(*said[:3], *said[4:]) == (0, "没有问题：表.yml\n", "")


def test_show(huashu, scheme):
    run = huashu("scheme", "show", "表.yml", "--rules", "shop.yml")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "店里的表  满分 100\n"
        "态度      60 分             态度\n"
        "  其他    −30/10/2          rude、careless、cold\n"
        "解决      40 分             解决\n"
        "  其他    −30/10/2          shirks\n"
        "不计分                      no-sorry\n"
        "加分      每处 +2，最多 +4  helps\n"
        "优        90 分起\n"
        "合格      60 分起\n"
        "不合格    0 分起\n"
    )


def test_the_source_can_be_copied(huashu, scheme):
    run = huashu("scheme", "show", "service-rules", "--source")
    write(scheme / "抄.yml", run.out)
    assert huashu("scheme", "check", "抄.yml").code == 0


def test_list(huashu, calls):
    run = huashu("scheme", "list")
    assert (run.code, run.err) == (0, "")
    assert [line.split()[0] for line in run.out.splitlines()] == [
        *("game-outsourcing", "service-rules", "telecom-recordings")
    ]
    assert Path("shop.yml").exists()
