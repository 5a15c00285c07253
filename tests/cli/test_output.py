from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from linter.cli.output import opened
from linter.errors import UsageError

from .conftest import write


def left(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_a_report_in_a_file(huashu, calls):
    on_screen = huashu("lint", "bad.txt", "--rules", "shop.yml")
    run = huashu("lint", "bad.txt", "--rules", "shop.yml", "-o", "out.txt")
    assert run == (1, "", "")
    assert (calls / "out.txt").read_bytes().decode() == on_screen.out
    assert left(calls) == ["bad.txt", "good.txt", "out.txt", "shop.yml"]


def test_a_missing_folder(huashu, calls):
    assert huashu("lint", "bad.txt", "--rules", "shop.yml", "-o", "no/out.txt") == (
        2,
        "",
        "错误：no/out.txt: 写不了：No such file or directory; 检查文件夹、权限和剩余空间\n",
    )


def test_a_folder_in_place_of_the_file(huashu, calls):
    (calls / "out").mkdir()
    assert huashu("lint", "bad.txt", "--rules", "shop.yml", "-o", "out") == (
        2,
        "",
        "错误：out: 写不了：Is a directory; 检查文件夹、权限和剩余空间\n",
    )


def test_a_rule_error_leaves_the_old_report(huashu, calls):
    write(calls / "out.txt", "old")
    write(calls / "bad.yml", "pack: [")
    run = huashu("lint", "bad.txt", "--rules", "bad.yml", "-o", "out.txt")
    assert (run.code, run.out) == (2, "")
    assert (calls / "out.txt").read_text() == "old"
    assert left(calls) == ["bad.txt", "bad.yml", "good.txt", "out.txt", "shop.yml"]


def test_an_input_error_does_not_keep_the_report_back(huashu, calls):
    run = huashu("lint", "nope", "bad.txt", "--rules", "shop.yml", "-o", "out.txt")
    assert run == (2, "", "错误：nope: 没有这个文件或文件夹; 检查路径\n")
    assert "rude" in (calls / "out.txt").read_text(encoding="utf-8")


def test_the_last_report_is_no_input(huashu, calls):
    first = huashu("lint", ".", "--rules", "shop.yml", "--format", "jsonl", "-o", "out.jsonl")
    again = huashu("lint", ".", "--rules", "shop.yml", "--format", "jsonl", "-o", "out.jsonl")
    assert first == again == (1, "", "")


def test_a_file_may_be_converted_in_place(huashu, calls):
    run = huashu("convert", "good.txt", "-o", "good.txt")
    assert run == (0, "", "读了 1 个文件、1 通、2 句。\n")
    assert (calls / "good.txt").read_text(encoding="utf-8").startswith('{"id": ')


def test_half_a_file_is_never_seen(tmp_path):
    path = write(tmp_path / "out.txt", "old")

    def write_half() -> None:
        with opened(str(path)) as out:
            out.write("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert path.read_text() == "old"
    assert left(tmp_path) == ["out.txt"]


def test_the_old_file_stands_until_the_end(tmp_path):
    path = write(tmp_path / "out.txt", "old")
    with opened(str(path)) as out:
        out.write("new\n")
        out.flush()
        assert path.read_text() == "old"
    assert path.read_bytes() == b"new\n"


def test_the_mode_stays(tmp_path):
    path = write(tmp_path / "out.txt", "old")
    path.chmod(0o640)
    with opened(str(path)) as out:
        out.write("new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_mode(tmp_path):
    usual = write(tmp_path / "usual", "")
    with opened(str(tmp_path / "out.txt")) as out:
        out.write("new")
    assert (tmp_path / "out.txt").stat().st_mode == usual.stat().st_mode


def test_a_link_stays_a_link(tmp_path):
    path = write(tmp_path / "real.txt", "old")
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    with opened(str(link)) as out:
        out.write("new")
    assert link.is_symlink()
    assert path.read_text() == "new"


def test_a_pipe_stays_a_pipe(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(path.read_text()))
    reader.start()
    with opened(str(path)) as out:
        out.write("new")
    reader.join()
    assert read == ["new"]
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_lone_surrogate_can_be_written(tmp_path):
    with opened(str(tmp_path / "out.txt")) as out:
        out.write("\udc80")
    assert (tmp_path / "out.txt").read_text() == "\\udc80"


def test_a_reader_that_is_gone_is_not_the_files_fault(tmp_path):
    with pytest.raises(BrokenPipeError), opened(str(tmp_path / "out.txt")):
        raise BrokenPipeError
    assert left(tmp_path) == []


def test_a_full_disk(tmp_path):
    with pytest.raises(UsageError) as caught, opened("/dev/full") as out:
        out.write("new")
    assert str(caught.value) == (
        "/dev/full: 写不了：No space left on device; 检查文件夹、权限和剩余空间"
    )
