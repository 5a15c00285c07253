from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from linter.calls import ReadOptions
from linter.cli.inputs import Inputs, read_stdin
from linter.errors import InputError

from .conftest import Huashu, write


class Broken(io.RawIOBase):
    """A stream that cannot be read."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        raise OSError(5, "Input/output error")


def test_counts_what_was_read(calls, monkeypatch):
    monkeypatch.chdir(calls)
    (calls / "half.jsonl").write_text('{"turns": [{"role": "agent", "text": "a"}]}\n{\n')
    (calls / "empty.txt").write_text("")
    errors: list[str] = []
    inputs = Inputs(
        ["good.txt", "half.jsonl", "empty.txt", "nope"],
        ReadOptions(),
        failed=lambda error: errors.append(error.where),
        warned=lambda where, text: None,
    )
    assert [call.path for call in inputs.calls()] == ["good.txt", "half.jsonl"]
    assert inputs.files == 2
    assert errors == ["half.jsonl:2:2", "empty.txt", "nope"]
    assert [where for where, _ in inputs.skipped] == errors


def test_no_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="没有标准输入"):
        next(read_stdin(ReadOptions()))


def test_a_broken_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Broken())))
    with pytest.raises(InputError) as caught:
        next(read_stdin(ReadOptions()))
    assert str(caught.value) == "<stdin>: 读不了：Input/output error; 用管道接上，或给出文件"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_follows_a_line_that_cannot_be_read_is_said_to_be_unread(
    huashu: Huashu, jobs: str
) -> None:
    good = '{"turns": [{"role": "agent", "text": "您好"}]}\n'
    write(Path("a.jsonl"), f"{good}{{\n{good}")
    run = huashu("lint", "a.jsonl", "--rules", "shop.yml", "--jobs", jobs)
    assert run.code == 2
    assert run.err.startswith("错误：a.jsonl:2")
    assert run.err.endswith("前面的查了，从这里起没有读\n")
    write(Path("b.jsonl"), f"{{\n{good}")
    assert "前面的" not in huashu("lint", "b.jsonl", "--rules", "shop.yml", "--jobs", jobs).err


def test_a_configuration_is_no_script_library(huashu: Huashu, tmp_path):
    write(tmp_path / "huashu.yml", "lang: zh\nselect: [no-sorry]\n")
    write(tmp_path / "a.txt", "坐席：您好\n")
    run = huashu("lint", "huashu.yml", "a.txt", "--config", "none", "--select", "insult")
    assert run.code == 2
    assert "huashu.yml: 这是配置文件，不是通话或话术库" in run.err
    run = huashu("lint", "h*.yml", "a.txt", "--config", "none", "--select", "insult")
    assert "huashu.yml" not in run.err
