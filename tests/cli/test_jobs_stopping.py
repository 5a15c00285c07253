"""Signals to real processes: what is said, and that nobody and nothing is left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .conftest import SHOP

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals as of POSIX")

MUCH = 1 << 19
"""Bytes that no pipe holds, so that whoever writes them waits for a reader."""
PATIENCE = 120
"""Seconds after which a process counts as left behind; nothing waits that long."""
CALL = {
    "turns": [
        {"role": "customer", "text": "我想想。"},
        *[{"role": "agent", "text": f"快点说。{number}"} for number in range(40)],
    ]
}


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Calls whose report is longer than :data:`MUCH`."""
    path = tmp_path / "many.jsonl"
    path.write_text(f"{json.dumps(CALL, ensure_ascii=False)}\n" * 300, encoding="utf-8")
    return path


@contextmanager
def started(*args: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The command in a process group of its own."""
    command = [sys.executable, "-m", "linter.cli", "lint", "--rules", str(SHOP), *args]
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def ended(process: subprocess.Popen[bytes]) -> tuple[int, bytes, str]:
    """Exit code, output, errors, as soon as no process has any of its streams open."""
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err.decode()


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_in_the_middle_of_a_report(many: Path, number: int, code: int, jobs: str) -> None:
    args = ("many.jsonl", "--format", "jsonl", "--jobs", jobs)
    with started(*args, folder=many.parent) as process:
        assert process.stdout is not None
        first = process.stdout.read(1)
        # As a terminal does it: to all processes of the group.
        os.killpg(process.pid, number)
        returned, rest, said = ended(process)
    assert (returned, said) == (code, "已中断，报告不完整\n")
    assert len(first + rest) < MUCH


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_no_half_written_file(many: Path, number: int) -> None:
    folder = many.parent
    os.mkfifo(folder / "pipe")
    (folder / "out.txt").write_text("before")
    args = ("many.jsonl", "pipe", "--jobs", "2", "-o", "out.txt", "--lang", "en")
    with started(*args, folder=folder) as process:
        # This waits until the other side opens it, too, which it does after the first file.
        pipe = os.open(folder / "pipe", os.O_WRONLY)
        os.kill(process.pid, number)
        code, out, said = ended(process)
        os.close(pipe)
    assert (code, out, said) == (128 + number, b"", "Interrupted; out.txt is not written\n")
    assert (folder / "out.txt").read_text() == "before"
    assert sorted(path.name for path in folder.iterdir()) == ["many.jsonl", "out.txt", "pipe"]


def test_processes_do_not_outlive_a_parent_that_is_killed(many: Path) -> None:
    args = ("many.jsonl", "--format", "jsonl", "--jobs", "2")
    with started(*args, folder=many.parent) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        os.kill(process.pid, signal.SIGKILL)
        code, _, said = ended(process)
    assert (code, said) == (-signal.SIGKILL, "")


def test_a_reader_that_goes_away(many: Path) -> None:
    args = ("many.jsonl", "--format", "jsonl", "--jobs", "2")
    with started(*args, folder=many.parent) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(PATIENCE) == 141


def test_what_is_to_be_ignored_goes_on_being_ignored(many: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        args = ("many.jsonl", "--format", "jsonl", "--jobs", "2")
        with started(*args, folder=many.parent) as process:
            assert process.stdout is not None
            first = process.stdout.read(1)
            os.killpg(process.pid, signal.SIGHUP)
            code, rest, said = ended(process)
    finally:
        signal.signal(signal.SIGHUP, before)
    assert (code, said) == (1, "")
    assert len(first + rest) > MUCH
