from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from linter import Linter
from linter.cli.outputs import stopped_text
from linter.cli.targets import Target

from .conftest import write

SHOP = ("--rules", "shop.yml")
EVERY = ("json", "jsonl", "csv", "sarif", "github", "gitlab", "junit", "snippets")
ALSO = tuple(f"--also={format_}=out.{format_}" for format_ in EVERY)


def left(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_report_is_what_it_is_alone(huashu, calls, jobs):
    run = huashu("lint", "bad.txt", "good.txt", "no", *SHOP, *ALSO, "--jobs", jobs)
    assert run == huashu("lint", "bad.txt", "good.txt", "no", *SHOP)
    for format_ in EVERY:
        alone = huashu("lint", "bad.txt", "good.txt", "no", *SHOP, "--format", format_)
        assert (calls / f"out.{format_}").read_bytes().decode() == alone.out


def test_a_call_is_linted_once(huashu, calls, monkeypatch):
    linted = []
    lint = Linter.lint
    monkeypatch.setattr(
        Linter, "lint", lambda self, call: linted.append(call.path) or lint(self, call)
    )
    huashu("lint", "bad.txt", "good.txt", *SHOP, *ALSO)
    assert linted == ["bad.txt", "good.txt"]


def test_the_formats_of_pipelines(huashu, calls):
    huashu("lint", ".", "no", *SHOP, *ALSO)
    (run,) = json.loads((calls / "out.sarif").read_text())["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == ["rude"]
    assert run["tool"]["driver"]["version"]
    assert not run["invocations"][0]["executionSuccessful"]
    entries = json.loads((calls / "out.gitlab").read_text())
    assert [entry["location"]["path"] for entry in entries] == ["bad.txt", "no"]
    assert (calls / "out.github").read_text().splitlines()[0] == (
        "::error file=bad.txt,line=2,endLine=2,col=4,endColumn=7,title=rude 不耐烦::"
        "#1 坐席 “快点说”：坐席在催客户。%0A为什么：催出来的话说不清。%0A怎么说：您慢慢说。"
    )
    suites = ElementTree.parse(calls / "out.junit").getroot()
    assert [suite.get("name") for suite in suites] == ["bad.txt", "good.txt", "no"]
    with open(calls / "out.csv", encoding="utf-8-sig", newline="") as file:
        assert [row["规则"] for row in csv.DictReader(file)] == ["rude"]


def test_junit_fails_where_the_run_does(huashu, calls):
    write(calls / "bad.txt", "客户：灯不亮。\n坐席：这不归我管。\n")
    for fail_on, failures in (("error", "0"), ("warning", "1")):
        run = huashu("lint", "bad.txt", *SHOP, "--format=junit", "--fail-on", fail_on)
        (suite,) = ElementTree.fromstring(run.out.encode())
        assert (suite.get("failures"), run.code) == (failures, int(failures))


@pytest.mark.parametrize("also", ["jsonl", "jsonl=-"])
def test_the_other_report_may_be_the_one_on_screen(huashu, calls, also):
    run = huashu("lint", "bad.txt", *SHOP, "-o", "out.txt", "--also", also)
    assert run.out == huashu("lint", "bad.txt", *SHOP, "--format", "jsonl").out
    assert "rude" in (calls / "out.txt").read_text()


def test_looks_are_those_of_where_it_goes(huashu, calls):
    run = huashu("lint", "bad.txt", *SHOP, "--also", "text=out.txt", terminal="out")
    assert "\x1b[" in run.out
    assert "\x1b[" not in (calls / "out.txt").read_text()


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (
            ("--also", "sarif"),
            "错误：text 和 sarif 都要写到标准输出; 给其中一个写上文件，如 --also sarif=FILE\n",
        ),
        (
            ("-o", "a", "--also", "sarif", "--also", "json=-"),
            "错误：sarif 和 json 都要写到标准输出; 给其中一个写上文件，如 --also json=FILE\n",
        ),
        (
            ("--also", "sarif=a", "--also", "json=./a"),
            "错误：./a: sarif 和 json 都要写到这个文件; 每个格式写到各自的文件\n",
        ),
        (
            ("-o", "a", "--also", "json=a"),
            "错误：a: text 和 json 都要写到这个文件; 每个格式写到各自的文件\n",
        ),
        (
            ("--also", "sarif=no/a"),
            "错误：no/a: 写不了：No such file or directory; 检查文件夹、权限和剩余空间\n",
        ),
    ],
)
def test_what_cannot_be(huashu, calls, args, error):
    assert huashu("lint", "bad.txt", *SHOP, *args) == (2, "", error)
    assert left(calls) == ["bad.txt", "good.txt", "shop.yml"]


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("pdf=a", "'pdf' 不是报告的格式；可用的：text、json、jsonl、csv、sarif、github、"),
        ("json=", "'json=' 没有写文件名；写 json=FILE"),
    ],
)
def test_what_makes_no_sense(huashu, calls, value, error):
    run = huashu("lint", "bad.txt", *SHOP, "--also", value)
    assert (run.code, run.out) == (2, "")
    assert error in run.err


def test_if_one_cannot_be_written_none_is(huashu, calls):
    write(calls / "old.json", "old")
    args = ("--also", "json=old.json", "--also", "sarif=/dev/full", "--also", "csv=new.csv")
    assert huashu("lint", "bad.txt", *SHOP, *args) == (
        2,
        huashu("lint", "bad.txt", *SHOP).out,
        "错误：/dev/full: 写不了：No space left on device; 检查文件夹、权限和剩余空间\n",
    )
    assert (calls / "old.json").read_text() == "old"
    assert left(calls) == ["bad.txt", "good.txt", "old.json", "shop.yml"]


def test_the_reports_of_last_time_are_no_input(huashu, calls):
    args = ("lint", ".", *SHOP, "-o", "1.txt", "--also", "jsonl=2.jsonl", "--also", "csv=3.csv")
    assert huashu(*args) == huashu(*args) == (1, "", "")


def test_a_run_that_is_stopped_leaves_none(huashu, calls, monkeypatch):
    def stop(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(Linter, "lint", stop)
    run = huashu("lint", "bad.txt", *SHOP, "--also=json=a.json", "--also=csv=b.csv")
    assert (run.code, run.err) == (143, "已中断，没有写 a.json、b.csv；标准输出上的报告不完整\n")
    assert left(calls) == ["bad.txt", "good.txt", "shop.yml"]


@pytest.mark.parametrize(
    ("paths", "lang", "text"),
    [
        ((None,), "zh", "已中断，报告不完整"),
        (("a",), "zh", "已中断，没有写 a"),
        (("a", "b"), "zh", "已中断，没有写 a、b"),
        (("a", None), "en", "Interrupted; a is not written; the report on screen is incomplete"),
    ],
)
def test_what_is_said_of_a_run_that_was_stopped(paths, lang, text):
    assert stopped_text([Target("text", path) for path in paths], lang) == text


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("bad.txt",), 0),
        (("bad.txt", "no"), 2),
        (("bad.txt", "--select", "nothing"), 2),
        (("good.txt",), 0),
    ],
)
def test_exit_zero_masks_no_failure(huashu, calls, args, code):
    without = huashu("lint", *args, *SHOP)
    assert huashu("lint", *args, *SHOP, "--exit-zero") == without._replace(code=code)


def test_the_files_that_would_be_linted(huashu, calls):
    (calls / "more").mkdir()
    write(calls / "more" / "c.jsonl", "not looked into")
    run = huashu("lint", ".", "b*.txt", "-", "--show-files", "--rules", "no", "-o", "good.txt")
    assert run == (0, "bad.txt\nmore/c.jsonl\n-\n", "")
    assert (calls / "good.txt").read_text().startswith("坐席")


def test_a_name_that_is_listed_cannot_draw_on_the_terminal(huashu, calls):
    write(calls / "a\x1b[31m.txt", "")
    args = ("lint", "a*", "--show-files")
    assert huashu(*args, terminal="out").out == "a␛[31m.txt\n"
    assert huashu(*args).out == "a\x1b[31m.txt\n"


def test_a_name_that_names_no_file(huashu, calls):
    assert huashu("lint", "no", "bad.txt", "--show-files") == (
        2,
        "bad.txt\n",
        "错误：no: 没有这个文件或文件夹; 检查路径\n",
    )


def test_no_run_imports_a_report_it_does_not_write(calls):
    code = (
        "import sys; from linter.cli.main import main\n"
        "main(['lint', 'bad.txt', '--rules', 'shop.yml', '-o', 'out.txt'])\n"
        "names = ('sarif', 'github', 'gitlab', 'junit', 'csv_', 'rule_info', 'checkout')\n"
        "assert not {f'linter.reports.{name}' for name in names} & set(sys.modules)\n"
    )
    write(calls / "shop.yml", Path(__file__).with_name("shop.yml").read_text())
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, "-c", code], check=True, cwd=calls, env=environment)


@pytest.mark.parametrize("name", ["bad.txt", "shop.yml", "huashu.yml", "base.json"])
@pytest.mark.parametrize("option", ["-o", "--also"])
def test_a_report_takes_the_place_of_nothing_that_is_read(huashu, calls, name, option):
    write(calls / "huashu.yml", "rules: shop.yml\n")
    huashu("baseline", "create", "bad.txt", "--by", "王敏", "-o", "base.json")
    before = (calls / name).read_bytes()
    args = ("-o", name) if option == "-o" else ("--also", f"jsonl=./{name}")
    run = huashu("lint", "bad.txt", *SHOP, "--baseline", "base.json", *args)
    assert run.code == 2
    assert "报告不能写在它上面" in run.err
    assert (calls / name).read_bytes() == before


@pytest.mark.usefixtures("huashu", "calls")
def test_a_pipe_by_its_path_is_written_to():
    command = [sys.executable, "-m", "linter.cli", "lint", "bad.txt", *SHOP, "-o", "/dev/stdout"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (1, "")
    assert "rude" in done.stdout.decode()


def test_a_script_in_a_folder_that_is_linted_is_no_place_for_a_report(huashu, calls):
    library = write(calls / "库.md", "# 甲\n\n- 快点说。\n")
    run = huashu("lint", ".", *SHOP, "-o", "库.md")
    assert (run.code, "报告不能写在它上面" in run.err) == (2, True)
    assert library.read_text(encoding="utf-8") == "# 甲\n\n- 快点说。\n"


def test_a_call_in_a_folder_that_is_linted_is_no_place_for_a_report(huashu, calls):
    said = '{"id": "c1", "turns": [{"role": "agent", "text": "快点说。"}]}\n'
    for name in ("c.jsonl", "c.json"):
        write(calls / name, said)
        run = huashu("lint", ".", *SHOP, "--format", "jsonl", "-o", name)
        assert (run.code, "报告不能写在它上面" in run.err) == (2, True)
        assert (calls / name).read_text(encoding="utf-8") == said
    titles = write(calls / "a.srt", "1\n00:00:00,000 --> 00:00:01,000\n坐席：快点说。\n")
    assert huashu("lint", ".", *SHOP, "-o", "a.srt").code == 2
    assert "快点说" in titles.read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_an_old_report_in_a_folder_that_is_linted_is_replaced(huashu, calls, format_):
    said = ("lint", ".", *SHOP, "--format", format_, "-o", f"old.{format_}")
    assert huashu(*said).code == 1
    first = (calls / f"old.{format_}").read_bytes()
    assert huashu(*said).code == 1
    assert (calls / f"old.{format_}").read_bytes() == first


@pytest.mark.parametrize(
    ("name", "format_"), [("例句.md", "snippets"), ("发现.txt", "text"), ("a.sarif", "sarif")]
)
def test_an_old_report_in_a_folder_that_is_linted_gives_way(huashu, tmp_path, name, format_):
    (tmp_path / "库").mkdir()
    write(tmp_path / "库" / "a.txt", "客户：喂。\n坐席：快点说。\n")
    args = ("lint", "库", *SHOP, "--format", format_, "--fail-on", "never", "-o", f"库/{name}")
    assert huashu(*args).code == 0
    before = (tmp_path / "库" / name).read_text(encoding="utf-8")
    assert huashu(*args).code == 0
    assert (tmp_path / "库" / name).read_text(encoding="utf-8") == before
