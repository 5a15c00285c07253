"""Asking for a line, at a real terminal and without one."""

from __future__ import annotations

import io
import os
import re
import select
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from linter.cli.drill_asking import Piped, Terminal, UnreadableError, asking
from linter.errors import InputError

from .conftest import SHOP, Stream, write
from .test_drill import SET
from .test_main import COMMAND, environment

PROMPT = "你说> "
PATIENCE = 30.0
"""Seconds after which nothing more is expected of a program."""


@pytest.fixture
def piped(monkeypatch):
    """What asks for these bytes, and what it has printed."""

    def ask_for(data: bytes):
        out = Stream()
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return asking(), out

    return ask_for


def test_lines_of_a_file_are_shown_as_if_they_had_been_typed(piped):
    asks, out = piped("\ufeff您好。\r\n\n再见\x07".encode())
    assert isinstance(asks, Piped)
    assert [asks.ask("> ") for _ in range(4)] == ["您好。", "", "再见\x07", None]
    assert out.text() == "> 您好。\n> \n> 再见␇\n> \n"


def test_a_line_that_is_no_text_is_not_the_last(piped):
    asks, _ = piped("您好\n".encode("gb18030") + "您好\n".encode())
    with pytest.raises(UnreadableError):
        asks.ask("> ")
    assert asks.ask("> ") == "您好"


def test_without_an_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="没有标准输入"):
        asking()


def test_an_input_that_cannot_be_read(piped, tmp_path):
    asks, _ = piped(b"")

    def broken():
        raise IsADirectoryError(21, "Is a directory")

    asks._lines.readline = broken
    with pytest.raises(InputError, match="读不了：Is a directory"):
        asks.ask("> ")


@pytest.mark.parametrize("typed", ["\udce4\udcbd", UnicodeDecodeError("utf-8", b"\xff", 0, 1, "")])
def test_what_a_terminal_sends_may_be_no_text(monkeypatch, typed):
    def send(prompt):
        if isinstance(typed, str):
            return typed
        raise typed

    monkeypatch.setattr("builtins.input", send)
    with pytest.raises(UnreadableError):
        Terminal().ask("> ")


class Sitting:
    """The command at a terminal of its own."""

    def __init__(self, folder: Path) -> None:
        self.screen = ""
        self._ours, theirs = os.openpty()
        self._process = subprocess.Popen(
            [*COMMAND, "drill", "set.jsonl", "--rules", str(SHOP), "--progress", "p.sqlite"],
            cwd=folder,
            env=environment(folder, TERM="xterm", HUASHU_TODAY="2026-01-05"),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            # So that Ctrl-C of this terminal goes to the program.
            preexec_fn=_take_terminal,
        )
        os.close(theirs)

    def wait_for_card(self, place: str = "") -> None:
        """Read until a card's prompt is on the screen.

        Only then has the terminal been taken over: a key pressed before it is lost or means
        something else.
        """
        self.wait_for(f"{place}.*{PROMPT}")

    def wait_for(self, shown: str) -> None:
        """Read until this expression is on the screen."""
        data = b""
        while not re.search(shown, data.decode(errors="ignore"), re.DOTALL):
            assert select.select([self._ours], [], [], PATIENCE)[0], data
            data += os.read(self._ours, 4096)
        self.screen += data.decode(errors="ignore")

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def interrupt(self, most: int = 5) -> None:
        """Press Ctrl-C until it is answered, as a person would.

        Python's readline loses one that comes between its handling a key and its waiting for
        the next.
        """
        for _ in range(most):
            self.type("\x03")
            if select.select([self._ours], [], [], PATIENCE / most)[0]:
                return

    def end(self) -> int:
        """Read to the end, and give the exit code."""
        data = b""
        while select.select([self._ours], [], [], PATIENCE)[0]:
            try:
                piece = os.read(self._ours, 4096)
            except OSError:  # that is how a terminal ends on Linux
                break
            if not piece:
                break
            data += piece
        self.screen += data.decode(errors="ignore")
        os.close(self._ours)
        return self._process.wait(PATIENCE)


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def sitting(tmp_path):
    (tmp_path / ".git").mkdir()
    write(tmp_path / "set.jsonl", SET)
    return Sitting(tmp_path)


def kept(folder):
    with sqlite3.connect(folder / "p.sqlite") as connection:
        rows = connection.execute("SELECT answer FROM answers ORDER BY id").fetchall()
    connection.close()
    return [answer for (answer,) in rows]


def test_a_terminal(sitting, tmp_path):
    """Chinese is taken back character by character, and Ctrl-D ends it."""
    sitting.wait_for_card()
    sitting.type("快点说\x7f\x7f\x7f抱歉，我来办。\r")
    sitting.wait_for_card("第 2/3 张")
    sitting.type("\x04")
    assert sitting.end() == 0
    assert kept(tmp_path) == ["抱歉，我来办。"]
    assert "\x1b[" in sitting.screen
    assert "答了 1 张：过了 1 张，再练 0 张。" in sitting.screen


def test_ctrl_c_loses_only_what_is_being_typed(sitting, tmp_path):
    sitting.wait_for_card()
    sitting.type("抱歉，我来办。\r")
    sitting.wait_for_card("第 2/3 张")
    sitting.type("您慢")
    # Ctrl-C throws away what was typed and not yet read: were it sent with the text, the program
    # could be told of keys that are gone, and wait for them.
    sitting.wait_for("您慢")
    sitting.interrupt()
    assert sitting.end() == 128 + signal.SIGINT
    assert kept(tmp_path) == ["抱歉，我来办。"]
    assert "已中断；回车交过的回答都记下了" in sitting.screen
    assert "Traceback" not in sitting.screen
