"""``--format xlsx``: a report that is bytes, from the command to the file."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import warnings
from pathlib import Path

import openpyxl
import pytest

RUN = ("lint", "bad.txt", "good.txt", "--rules", "shop.yml")


def left(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def quotes(data: bytes) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(io.BytesIO(data))
    return [str(row[5]) for row in book["发现"].iter_rows(min_row=2, values_only=True)]


def test_a_score_sheet(huashu, calls):
    assert huashu(*RUN, "--format", "xlsx", "-o", "out.xlsx") == (1, "", "")
    assert quotes((calls / "out.xlsx").read_bytes()) == ["快点说"]


TEAMS = ["某乙", "某乙 2", "全部"]


@pytest.mark.parametrize(
    ("mask", "teams"), [(("--mask",), TEAMS), ((), ["某甲", "某甲 2", "全部"])]
)
def test_agents_and_teams_are_not_added_up(huashu, tmp_path, mask, teams):
    for number, (name, team) in enumerate([("王小明", "王丽"), ("李建国", "张伟")]):
        agent = f'{{"id": "{number}", "agent": {{"name": "{name}"}}, "team": "{team}", '
        turn = '"turns": [{"role": "agent", "text": "您好"}]}'
        (tmp_path / f"{number}.jsonl").write_text(agent + turn, encoding="utf-8")
    huashu("lint", ".", "--rules=shop.yml", *mask, "--format=xlsx", "-o", "out.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    rows = [row[2:4] for row in book["通话"].iter_rows(min_row=2, values_only=True)]
    assert rows == [(teams[0], "坐席01"), (teams[1], "坐席02")]
    summed = [row[0] for row in book["汇总"].iter_rows(min_row=2, values_only=True)]
    assert summed == teams


def test_beside_another_report(huashu, calls):
    run = huashu(*RUN, "--also", "xlsx=out.xlsx")
    alone = huashu(*RUN)
    assert run == alone
    assert quotes((calls / "out.xlsx").read_bytes()) == ["快点说"]


@pytest.mark.parametrize("jobs", ["2", "0"])
def test_processes_make_the_same_file(huashu, calls, jobs):
    huashu(*RUN, "--format", "xlsx", "-o", "one.xlsx")
    huashu(*RUN, "--format", "xlsx", "-o", "more.xlsx", "--jobs", jobs)
    assert (calls / "one.xlsx").read_bytes() == (calls / "more.xlsx").read_bytes()


def test_into_a_pipe(huashu, calls):
    run = huashu(*RUN, "--format", "xlsx")
    assert quotes(run.out.encode("utf-8", "surrogateescape")) == ["快点说"]


@pytest.mark.parametrize("how", [("--format", "xlsx"), ("--also", "xlsx", "-o", "out.txt")])
def test_no_terminal_can_show_it(huashu, calls, how):
    assert huashu(*RUN, *how, terminal="out") == (
        2,
        "",
        "错误：xlsx 不是文字，不能写到屏幕上; 写到文件里：-o FILE.xlsx，或 --also xlsx=FILE.xlsx\n",
    )
    assert left(calls) == ["bad.txt", "good.txt", "shop.yml"]


def test_without_the_library(huashu, calls, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert huashu(*RUN, "--format", "xlsx", "-o", "out.xlsx") == (
        2,
        "",
        '错误：写 .xlsx 要装 XlsxWriter; pip install "huashu[xlsx]"，或用 --format csv\n',
    )
    assert left(calls) == ["bad.txt", "good.txt", "shop.yml"]


def test_a_full_disk(huashu, calls):
    assert huashu(*RUN, "--format", "xlsx", "-o", "/dev/full") == (
        2,
        "",
        "错误：/dev/full: 写不了：No space left on device; 检查文件夹、权限和剩余空间\n",
    )


def test_no_room_for_temporary_files(huashu, calls, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(calls / "gone"))
    run = huashu(*RUN, "--format", "xlsx", "-o", "out.xlsx")
    assert run == (
        2,
        "",
        f"错误：{calls / 'gone'}: 临时文件写不了：No such file or directory; "
        "检查剩余空间，或用环境变量 TMPDIR 换个文件夹\n",
    )
    assert left(calls) == ["bad.txt", "good.txt", "shop.yml"]


def test_nothing_is_left_in_the_temporary_folder(huashu, calls, tmp_path, monkeypatch):
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    huashu(*RUN, "--format", "xlsx", "-o", "out.xlsx")
    assert left(folder) == []


def test_a_reader_that_is_gone(calls):
    """As ``huashu lint ... | true``: what is written into the pipe finds nobody."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as nobody:
        done = subprocess.run(
            [sys.executable, "-m", "linter.cli", *RUN[:3], "--format", "xlsx"],
            cwd=calls,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=nobody,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_rule_error_leaves_the_old_sheet(huashu, calls):
    (calls / "out.xlsx").write_bytes(b"old")
    (calls / "bad.yml").write_text("pack: [")
    run = huashu("lint", "bad.txt", "--rules", "bad.yml", "--format", "xlsx", "-o", "out.xlsx")
    assert (run.code, run.out) == (2, "")
    assert (calls / "out.xlsx").read_bytes() == b"old"


def test_somebodys_workbook_in_a_folder_that_is_read_stays(huashu, calls):
    openpyxl.Workbook().save(calls / "calls.xlsx")
    before = (calls / "calls.xlsx").read_bytes()
    run = huashu("lint", ".", "--rules", "shop.yml", "--format", "xlsx", "-o", "calls.xlsx")
    assert run == (
        2,
        "",
        "错误：calls.xlsx: 这个文件这次要读，报告不能写在它上面; 报告换个文件名\n",
    )
    assert (calls / "calls.xlsx").read_bytes() == before


def test_the_last_sheet_may_be_written_again(huashu, calls):
    args = ("lint", ".", "--rules", "shop.yml", "--format", "xlsx", "-o", "out.xlsx")
    assert huashu(*args) == huashu(*args) == (1, "", "")
