"""``huashu lint`` with exceptions, comments and baselines."""

from __future__ import annotations

import json
import re

import pytest

from linter.batch import cutting

from .conftest import write

RULES = ("--rules", "shop.yml")
SCRIPT = "# 安抚\n- 快点说。\n- 这不归我管。\n"
COMMENT = "<!-- huashu: ignore {rule} why=念过 by=王敏{until} -->"
EXCEPTION = "exceptions:\n  - {{rule: {rule}, {bound}, why: 复核过, by: 王敏{until}}}\n"


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("HUASHU_TODAY", "2026-01-05")


def exceptions(folder, rule="rude", bound="phrase: 快点说", until=""):
    write(folder / "ex.yml", EXCEPTION.format(rule=rule, bound=bound, until=until))
    return "--exceptions", "ex.yml"


def rules_found(run):
    return [json.loads(line)["rule"] for line in run.out.splitlines()]


def test_an_exception_is_not_shown_and_fails_nothing(huashu, calls):
    run = huashu("lint", "bad.txt", *RULES, *exceptions(calls))
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines()[:3] == [
        "检查了 1 个文件、1 通通话、2 轮（坐席 1 轮）。",
        "没有发现别的问题。",
        "没有列出 1 个：例外 1。",
    ]


def test_it_is_listed_when_asked_for(huashu, calls):
    run = huashu("lint", "bad.txt", *RULES, *exceptions(calls), "--show-suppressed")
    assert run.out.splitlines()[:4] == [
        "通话 b7382f574a8a  bad.txt",
        "",
        "  不列：rude #1 坐席 第 2 行 “快点说”——例外：复核过（王敏）",
        "",
    ]


def test_in_english(huashu, calls):
    args = ("--show-suppressed", "--lang", "en")
    run = huashu("lint", "bad.txt", *RULES, *exceptions(calls), *args)
    assert "  Suppressed: rude #1 agent line 2 “快点说”: exceptions: 复核过 (王敏)\n" in run.out
    assert "Suppressed: 1: exceptions 1.\n" in run.out


def test_json_says_what_and_why(huashu, calls):
    run = huashu("lint", "bad.txt", *RULES, *exceptions(calls), "--format", "json")
    document = json.loads(run.out)
    (call,) = document["calls"]
    (one,) = call["suppressed"]
    assert (call["findings"], one["rule"], one["quote"]) == ([], "rude", "快点说")
    assert one["suppressed"] == {
        "source": "exception",
        "why": "复核过",
        "by": "王敏",
        "path": "ex.yml",
        "line": 2,
        "column": 5,
    }
    assert document["summary"]["suppressed"] == {"exception": 1}


def test_jsonl_says_it_when_asked_for(huashu, calls):
    args = ("lint", "bad.txt", *RULES, *exceptions(calls), "--format", "jsonl")
    assert huashu(*args).out == ""
    assert rules_found(huashu(*args, "--show-suppressed")) == ["rude"]


def test_an_exception_that_expired_is_named_and_its_finding_shown(huashu, calls):
    args = exceptions(calls, until=", until: 2026-01-04")
    run = huashu("lint", "bad.txt", *RULES, *args, "--format", "jsonl")
    assert (run.code, rules_found(run)) == (1, ["rude"])
    assert run.err == (
        "警告：ex.yml:2:5: 例外 2026-01-04 到期，rude 又报出来了（复核过，王敏）；"
        "改掉话术，或重新批准\n"
    )


def test_an_exception_of_no_use(huashu, calls):
    args = ("lint", "good.txt", *RULES, *exceptions(calls, bound="path: '*', phrase: 快点说"))
    said = "ex.yml:2:5: 例外没有用上：rude；去掉它，或检查写得对不对\n"
    assert huashu(*args)[::2] == (0, "警告：" + said)
    assert huashu(*args, "--strict")[::2] == (2, "错误：" + said)


def test_an_exception_whose_file_was_not_linted(huashu, calls):
    run = huashu("lint", "good.txt", *RULES, *exceptions(calls, bound="path: 'bad.*', call: x"))
    assert (run.code, run.err) == (0, "")


def test_broken_exceptions(huashu, calls):
    args = exceptions(calls, rule="rud", bound="agent: w7")
    run = huashu("lint", "bad.txt", *RULES, *args, "-o", "out.txt")
    assert (run.code, run.out) == (2, "")
    places = re.findall(r"错误：ex\.yml:(\d+:\d+)", run.err)
    assert places == ["2:17", "2:5", "2:12"]
    assert "例外不能给人" in run.err
    assert not (calls / "out.txt").exists()


@pytest.mark.parametrize("day", ["明天", "2026-1-5"])
def test_a_day_that_is_none(huashu, calls, monkeypatch, day):
    monkeypatch.setenv("HUASHU_TODAY", day)
    run = huashu("lint", "good.txt", *RULES)
    assert run == (2, "", f"错误：HUASHU_TODAY={day} 不是日期; 写成 2026-12-31 这样\n")


def test_comments(huashu, tmp_path):
    lines = SCRIPT.splitlines()
    lines[1] += " " + COMMENT.format(rule="rude", until="")
    lines[2] += " " + COMMENT.format(rule="rude", until="")
    write(tmp_path / "a.md", "\n".join(lines))
    run = huashu("lint", "a.md", *RULES, "--format", "jsonl")
    assert (run.code, rules_found(run)) == (0, ["shirks"])
    assert run.err == "警告：a.md:3:10: 忽略注释没有用上：rude；去掉它，或检查写得对不对\n"


def test_a_comment_that_cannot_hold(huashu, tmp_path):
    write(tmp_path / "a.md", SCRIPT + COMMENT.format(rule="rudee", until="") + "\n# 另\n- 您好\n")
    for jobs in ("1", "2"):
        run = huashu("lint", "a.md", *RULES, "--format", "jsonl", "--jobs", jobs)
        assert (run.code, rules_found(run)) == (2, ["rude", "shirks"])
        assert run.err == "错误：a.md:4:1: huashu 注释：没有叫 'rudee' 的规则; 是不是 rude\n"


def test_any_number_of_processes(huashu, tmp_path):
    for number in range(6):
        said = COMMENT.format(rule="shirks", until="") if number % 2 else ""
        write(tmp_path / f"a{number}.md", SCRIPT + f"- 不归我管。{said}\n")
    huashu("baseline", "create", "a0.md", "a1.md", "a2.md", *RULES, "--by", "王敏")
    write(tmp_path / "a2.md", "# 安抚\n- 您好。\n")
    args = ("--baseline", "huashu-baseline.json", *exceptions(tmp_path, "shirks", "phrase: 这不归"))
    for format_ in ("text", "json"):
        one, two = (
            huashu("lint", ".", *RULES, *args, "--format", format_, "--jobs", jobs)
            for jobs in ("1", "2")
        )
        assert one == two
    gone = {(4, "a0.md"): 1, (6, "a1.md"): 1, (7, "a2.md"): 3}
    assert one.err == "".join(
        f"警告：huashu-baseline.json:{line}:1: 基线里 {name} 有 {count} 处已经没有了；"
        "用 huashu baseline prune 去掉\n"
        for (line, name), count in gone.items()
    )


def test_the_scenes_of_a_large_library_are_counted_together(huashu, tmp_path, monkeypatch):
    monkeypatch.setattr(cutting, "SHARE_TURNS", 50)
    filler = "".join(f"# 场景{n}\n- {'您请讲' * 40}{n}。\n" for n in range(400))
    write(tmp_path / "a.md", f"# 头\n- 快点说。\n{filler}")
    huashu("baseline", "create", "a.md", *RULES, "--by", "王敏")
    write(tmp_path / "a.md", f"# 头\n- 快点说。\n{filler}# 尾\n- 快点说。\n")
    args = ("lint", "a.md", *RULES, "--baseline", "huashu-baseline.json", "--format", "jsonl")
    one, two = huashu(*args), huashu(*args, "--jobs", "2")
    assert (one.code, [json.loads(line)["call"] for line in one.out.splitlines()]) == (1, ["尾"])
    assert one == two


def test_a_folder_with_what_says_something_of_the_run(huashu, calls):
    huashu("baseline", "create", "bad.txt", *RULES, "--by", "王敏", "-o", "b.json")
    huashu("baseline", "create", "bad.txt", *RULES, "--by", "王敏")
    (calls / "shop.yml").rename(calls.parent / "shop.yml")
    args = ("--rules", "../shop.yml", "--baseline", "b.json", *exceptions(calls, bound="call: x"))
    run = huashu("lint", ".", *args)
    assert (run.code, run.err) == (0, "")
    assert "没有列出 1 个：基线 1。\n" in run.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "b.json: 基线读不了：No such file or directory; "),
        ("{}", "b.json:1: 这不是基线文件，或者坏了; "),
        ('{"version": 7, "entries": []}', "b.json:1: 基线是第 7 版的格式，这里只认第 1 版; "),
    ],
)
def test_a_baseline_that_is_none(huashu, calls, text, said):
    if text is not None:
        write(calls / "b.json", text)
    run = huashu("lint", "bad.txt", *RULES, "--baseline", "b.json")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"错误：{said}")
    assert run.err.count("\n") == 1
