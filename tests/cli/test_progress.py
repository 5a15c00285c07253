from __future__ import annotations

from linter.cli.progress import SECONDS, Progress

from .conftest import Stream


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_when_it_is_no_terminal():
    stream, clock = Stream(), Clock()
    progress = Progress(stream, clock)
    clock.now += SECONDS
    progress.show(1, 2)
    progress.clear()
    assert stream.text() == ""


def test_one_line_drawn_over_and_taken_away():
    stream, clock = Stream(terminal=True), Clock()
    progress = Progress(stream, clock)
    progress.show(0, 1)
    clock.now += SECONDS
    progress.show(1, 2)
    progress.show(1, 3)
    clock.now += SECONDS
    progress.show(1, 4)
    progress.clear()
    progress.clear()
    assert stream.text() == ("\r\x1b[K1 个文件，2 通通话…\r\x1b[K1 个文件，4 通通话…\r\x1b[K")


def test_only_on_a_terminal(huashu, calls, monkeypatch):
    monkeypatch.setattr("linter.cli.progress.SECONDS", 0)
    args = ("lint", "bad.txt", "good.txt", "nope", "--rules", "shop.yml", "--format", "jsonl")
    quiet, shown = huashu(*args), huashu(*args, terminal="err")
    error = "错误：nope: 没有这个文件或文件夹; 检查路径\n"
    assert quiet.err == error
    assert shown.err == ("\r\x1b[K0 个文件，1 通通话…\r\x1b[K1 个文件，2 通通话…\r\x1b[K" + error)
    assert shown.out == quiet.out
