from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linter.errors import InputError
from linter.model import Call
from tools.fuzz import trial
from tools.fuzz.keeping import Keeper
from tools.fuzz.trial import tried

DATA = "坐席：您好\n".encode()


def reading(monkeypatch: pytest.MonkeyPatch, answer: Callable[[], Iterator[object]]) -> None:
    """Let the readers answer so."""
    monkeypatch.setattr(trial, "read_stream", lambda *_said, **_options: answer())


def test_a_call_and_an_error_of_ours_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tried(DATA, "plain") is None
    assert tried(b"\x00", "plain") is None

    def answer() -> Iterator[object]:
        yield Call("a", ())
        raise InputError("坏了")

    reading(monkeypatch, answer)
    assert tried(DATA, "plain") is None


def test_another_error_or_value_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Iterator[object]:
        yield Call("a", ())
        raise KeyError("x")

    reading(monkeypatch, fail)
    found = tried(DATA, "plain")
    assert found is not None
    assert (found.kind, "KeyError: 'x'" in found.said) == ("KeyError", True)
    reading(monkeypatch, lambda: iter([None]))
    assert (found := tried(DATA, "plain")) is not None
    assert found.kind == "no call"


def test_a_reader_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def spin() -> Iterator[object]:
        while True:
            try:
                sum(range(1000))
            except Exception:
                yield None

    before = signal.getsignal(signal.SIGPROF)
    monkeypatch.setattr(trial, "_HANGS", 0.05)
    reading(monkeypatch, spin)
    assert (found := tried(DATA, "plain")) is not None
    assert found.kind == "slow"
    assert signal.getsignal(signal.SIGPROF) == before


def test_what_takes_too_long_or_too_much_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "SECONDS", -1.0)
    assert (found := tried(DATA, "plain")) is not None
    assert found.kind == "slow"
    monkeypatch.setattr(trial, "SECONDS", 99.0)
    monkeypatch.setattr(trial, "MEGABYTES", -1)
    assert (found := tried(DATA, "plain")) is not None
    assert found.kind == "memory"


def test_each_finding_is_kept_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reading(monkeypatch, lambda: iter([None]))
    keeper = Keeper("plain", tmp_path / "found")
    keeper.take(DATA)
    keeper.take(b"x" + DATA)
    (path,) = (tmp_path / "found").iterdir()
    assert (path.read_bytes(), path.suffix) == (DATA, ".txt")
    assert (keeper.count, keeper.found) == (2, 1)
    said = capsys.readouterr().out
    assert said.count("again: python -m tools.fuzz --only plain --repeat ") == 1
