from __future__ import annotations

import builtins
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.desk.many import NAMES, many, write
from tests.desk.reading import Page, read

from .conftest import Huashu

RULES = ("--rules", "shop.yml")


@pytest.fixture(scope="module")
def three_hundred(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("many") / "calls.jsonl", 300, 12)


def page(path: Path) -> Page:
    return read(path.read_text(encoding="utf-8"))


def test_a_report_is_one_file(huashu: Huashu, calls: Path) -> None:
    run = huashu("report", "bad.txt", "good.txt", *RULES, "-o", "report.html")
    assert run == (0, "", "")
    html = (calls / "report.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in html
    assert html.count("http") == html.count("http://www.w3.org") + html.count("http-equiv")
    found = read(html)
    assert [row["path"] for row in found.rows] == ["bad.txt", "good.txt"]
    assert found.rows[0]["why"][0] == "确定的错误 1 处：不耐烦"
    assert found.run["rules"]["name"] == "shop"
    assert found.run["notes"][0] == "通话都没写班组（team），没有按班组的图。"


def test_a_bad_line_is_said_and_the_rest_is_reported(huashu: Huashu, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    write(folder / "a.jsonl", 3, 12)
    (folder / "b.jsonl").write_text('{"id": "x", "turns": [\n', encoding="utf-8")
    write(folder / "c.jsonl", 2, 12)
    run = huashu("report", "calls", *RULES, "-o", "report.html")
    assert run.code == 2
    assert run.err.startswith("错误：calls/b.jsonl:1:")
    found = page(tmp_path / "report.html")
    assert len(found.rows) == 5
    (skipped,) = found.run["summary"]["skipped"]
    assert skipped["where"].startswith("calls/b.jsonl:1")


def test_processes_change_nothing(huashu: Huashu, tmp_path: Path, three_hundred: Path) -> None:
    for jobs in ("1", "2"):
        name = f"{jobs}.html"
        assert huashu("report", str(three_hundred), *RULES, "--jobs", jobs, "-o", name).code == 0
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def test_what_is_remembered_changes_nothing(
    huashu: Huashu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUASHU_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write(tmp_path / "calls.jsonl", 40, 20, seed=5)
    abuse = "pack: own\nsignals:\n  客户辱骂: {who: customer, any: [废物]}\n"
    (tmp_path / "own.yml").write_text(abuse, encoding="utf-8")
    rules = (*RULES, "--rules", "own.yml")
    said = ("calls.jsonl", *rules, "--cache")
    # A lint of the same calls remembers no load, and must not be taken for a report.
    assert huashu("lint", *said, "--praise", "--fail-on", "never", "-o", "lint.txt").code == 0
    for name in ("first.html", "second.html"):
        assert huashu("report", *said, "-o", name).code == 0
    assert huashu("report", "calls.jsonl", *rules, "-o", "plain.html").code == 0
    plain = (tmp_path / "plain.html").read_bytes()
    assert sum(row["load"] for row in page(tmp_path / "plain.html").rows)
    assert (tmp_path / "first.html").read_bytes() == plain
    assert (tmp_path / "second.html").read_bytes() == plain


def test_agents_are_not_named_unless_asked_for(
    huashu: Huashu, tmp_path: Path, three_hundred: Path
) -> None:
    assert huashu("report", str(three_hundred), *RULES, "-o", "a.html").code == 0
    found = page(tmp_path / "a.html")
    text = found.everything()
    ids = {call["agent"]["id"] for call in many(300, 12)}
    assert not [secret for secret in (*NAMES, *ids) if secret in text]
    assert {row["agent"] for row in found.rows} == {f"坐席{n:02}" for n in range(1, 11)}
    assert [one["group"] for one in found.run["groups"]] == ["一组", "二组", "南京中心", "夜班组"]


def test_agents_side_by_side(huashu: Huashu, tmp_path: Path, three_hundred: Path) -> None:
    said = ("report", str(three_hundred), *RULES, "--by", "agent", "-o", "a.html")
    assert huashu(*said).code == 0
    groups = [one["group"] for one in page(tmp_path / "a.html").run["groups"]]
    assert groups == [f"坐席{n:02}" for n in range(1, 11)]
    assert huashu(*said, "--agents", "names").code == 0
    groups = [one["group"] for one in page(tmp_path / "a.html").run["groups"]]
    assert groups == sorted(NAMES)
    assert huashu(*said, "--agents", "hidden") == (
        *(2, ""),
        "错误：--by agent 和 --agents hidden 不能一起用; "
        "去掉其中一个；--agents pseudonyms 用化名\n",
    )


def test_a_mask_hides_names_and_goes_with_no_names(huashu: Huashu, tmp_path: Path) -> None:
    call = {"turns": [{"role": "customer", "text": "我电话13812345678，我叫张伟。"}]}
    (tmp_path / "c.jsonl").write_text(json.dumps(call), encoding="utf-8")
    said = ("report", "c.jsonl", *RULES, "--mask", "-o", "a.html")
    assert huashu(*said).code == 0
    found = page(tmp_path / "a.html")
    assert found.run["masked"] is True
    assert "13812345678" not in found.everything()
    assert huashu(*said, "--agents", "names").code == 2


def test_a_trend_against_an_earlier_report_and_a_result(huashu: Huashu, tmp_path: Path) -> None:
    write(tmp_path / "old.jsonl", 30, 12)
    write(tmp_path / "new.jsonl", 30, 12, seed=2)
    assert huashu("report", "old.jsonl", *RULES, "-o", "old.html").code == 0
    json_ = ("--format", "json", "--fail-on", "never", "-o", "old.json")
    said = ("lint", "old.jsonl", *RULES, *json_)
    assert huashu(*said).code == 0
    rows = []
    for earlier in ("old.html", "old.json"):
        said = ("report", "new.jsonl", *RULES, "--earlier", earlier, "-o", "new.html")
        assert huashu(*said).code == 0
        run = page(tmp_path / "new.html").run
        assert run["trend"]["earlier"] == earlier
        assert run["trend"]["notes"][0] == "两次的规则相同。"
        assert run["charts"][-1]["id"] == "trend"
        rows.append(run["trend"]["rows"])
    assert rows[0] == rows[1]
    assert rows[0][0][0] == "有确定问题"


def test_what_is_no_earlier_run(huashu: Huashu, calls: Path) -> None:
    said = ("report", "bad.txt", *RULES, "-o", "report.html", "--earlier")
    run = huashu(*said, "good.txt")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("错误：good.txt: 这不是一次检查的结果")
    assert not (calls / "report.html").exists()
    assert huashu(*said, "nope.html").err.startswith("错误：nope.html: 读不了上次的结果")


def test_a_report_does_not_overwrite_what_it_reads(huashu: Huashu, calls: Path) -> None:
    run = huashu("report", "bad.txt", *RULES, "-o", "bad.txt")
    assert run.code == 2
    assert "这次要读" in run.err
    assert "快点说" in (calls / "bad.txt").read_text(encoding="utf-8")


def test_a_report_has_the_name_of_a_page(huashu: Huashu, calls: Path) -> None:
    before = (calls / "good.txt").read_bytes()
    for name in ("good.txt", "new.jsonl"):
        run = huashu("report", ".", *RULES, "-o", name)
        assert (run.code, run.out) == (2, "")
        assert "文件名要以 .html 结尾; 写成 " in run.err
    assert (calls / "good.txt").read_bytes() == before
    assert not (calls / "new.jsonl").exists()
    assert huashu("report", "good.txt", *RULES, "-o", os.devnull).code == 0


def test_a_terminal_is_no_place_for_a_page(huashu: Huashu, calls: Path) -> None:
    assert huashu("report", "bad.txt", *RULES, terminal="out") == (
        *(2, ""),
        "错误：报告是网页，不写到屏幕上; 写到文件里：-o report.html\n",
    )
    assert huashu("report", "bad.txt", *RULES).out.startswith("<!DOCTYPE html>")


def test_a_scheme_scores_the_calls(huashu: Huashu, tmp_path: Path) -> None:
    write(tmp_path / "calls.jsonl", 5, 12)
    run = huashu("report", "calls.jsonl", "--scheme", "telecom-recordings", "-o", "report.html")
    assert (run.code, run.err) == (0, "")
    found = page(tmp_path / "report.html")
    scheme = found.run["scheme"]
    assert scheme["full"] == 80
    assert found.details[0]["sheet"]["scheme"] == scheme["name"]
    assert found.rows[0]["score"] == found.details[0]["sheet"]["total"]


def test_the_other_language(huashu: Huashu, calls: Path) -> None:
    assert huashu("report", "bad.txt", *RULES, "--lang", "en", "-o", "a.html").code == 0
    found = page(calls / "a.html")
    assert found.rows[0]["why"][0] == "Certain errors: 1: impatience"
    assert found.run["title"] == "Call quality report"


def test_a_configuration_for_lint_leaves_the_place_of_the_report_open(
    huashu: Huashu, calls: Path
) -> None:
    (calls / "huashu.yml").write_text("format: jsonl\noutput: out.jsonl\n", encoding="utf-8")
    assert huashu("report", "bad.txt", *RULES, "-o", "report.html").code == 0
    assert not (calls / "out.jsonl").exists()


def test_without_the_library_that_draws(
    huashu: Huashu, calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **more: Any) -> Any:
        if name.startswith("pygal"):
            raise ImportError(name)
        return real(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert huashu("report", "bad.txt", *RULES, "-o", "report.html") == (
        *(2, ""),
        "错误：画图要用 pygal，没有安装; pip install 'huashu[report]'，或 pip install pygal\n",
    )
    assert "report.html" not in os.listdir(calls)
