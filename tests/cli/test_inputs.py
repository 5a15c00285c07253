from __future__ import annotations

import io
import sys

import pytest

from linter.calls import ReadOptions
from linter.cli.inputs import Inputs, read_stdin
from linter.errors import InputError


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
