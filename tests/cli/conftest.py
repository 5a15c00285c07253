from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from linter.cli.main import main

SHOP = Path(__file__).with_name("shop.yml")


class Run(NamedTuple):
    code: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """Standard output or error, of a terminal or not."""

    def __init__(self, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        written = self.buffer
        assert isinstance(written, io.BytesIO)
        # A report of bytes can still be compared: what is no UTF-8 becomes lone surrogates.
        return written.getvalue().decode(errors="surrogateescape")


Huashu = Callable[..., Run]


@pytest.fixture
def huashu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Huashu:
    """The command, run in an empty folder that holds only ``shop.yml``.

    Its output goes to ``Run.out`` and ``Run.err``; ``stdin`` is what it reads, and ``terminal``
    names the streams that are a terminal.
    """
    shutil.copy(SHOP, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*args: str, stdin: bytes = b"", terminal: str = "") -> Run:
        out, err = Stream(terminal="out" in terminal), Stream(terminal="err" in terminal)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = main(args)
        return Run(code, out.text(), err.text())

    return run


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """A folder of calls: one the agent did badly, one done well."""
    write(tmp_path / "bad.txt", "客户：我想想。\n坐席：快点说。\n")
    write(tmp_path / "good.txt", "坐席：您好。\n客户：您好。\n")
    return tmp_path


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path
