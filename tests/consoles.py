"""The documents, the commands they show, and what these print.

A command is run once however many documents show it. What begins with a plain ``huashu …`` is run
in this process: a new one would need longer to start than most of them to do their work. All else,
pipes, redirections and quotes, is bash's; so are several processes, which need a ``__main__``.

Commands run in the repository's root. Where a page says ``<!-- 在 FOLDER 的副本里依次运行 -->``
they run one after the other in a copy of that folder, after its ``setup.sh`` if it has one.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import builtin

from linter.cli.main import main

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
_CONSOLE = re.compile(
    r"^(?P<fence>`{3,})console\n(?P<shown>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE
)
_PLAIN = re.compile(r"huashu (?P<words>[^|&;<>$*?~\[\]{}()\"'`\\#]+?)(?: \| (?P<rest>.*))?")


_COPIED = re.compile(r"^<!-- 在 (\S+) 的副本里依次运行 -->$", re.MULTILINE)
_DAY = "2026-01-05"
"""The day of the runs whose output has a date."""


class Shown(NamedTuple):
    """The n-th command of a page as it is shown; without output when the page shows none."""

    page: str
    number: int
    command: str
    output: str

    def run(self) -> Done:
        """Run it where the page says."""
        folder = _folder(self.page)
        return _run_in_order(self.page, folder)[self.number] if folder else run(self.command)


class Done(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


def pages() -> list[str]:
    """The documents, from the repository's root."""
    found = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.md"))
    return [*READMES, *found]


def commands() -> Iterator[Shown]:
    """All commands of all pages, in order."""
    return (shown for page in pages() for shown in _commands(page))


def _commands(page: str) -> Iterator[Shown]:
    blocks = _CONSOLE.finditer((ROOT / page).read_text(encoding="utf-8"))
    parts = (
        part
        for block in blocks
        for part in re.split(r"^\$ ", block["shown"], flags=re.MULTILINE)[1:]
    )
    for number, part in enumerate(parts):
        command, _, output = part.partition("\n")
        yield Shown(page, number, command, output)


def _folder(page: str) -> str:
    found = _COPIED.search((ROOT / page).read_text(encoding="utf-8"))
    return found[1] if found else ""


@cache
def _run_in_order(page: str, folder: str) -> tuple[Done, ...]:
    environment = {"COLUMNS": "80", "LC_ALL": "C.UTF-8", "HUASHU_TODAY": _DAY}
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "work"
        # A configuration is looked for up to here, and no further.
        (Path(scratch) / ".git").mkdir()
        shutil.copytree(ROOT / folder, place)
        environment["XDG_CACHE_HOME"] = str(Path(scratch) / "cache")
        setup = place / "setup.sh"
        if setup.exists():
            done = _bash(setup.read_text(encoding="utf-8"), environment, b"", place)
            assert done.code == 0, done.err
        return tuple(_bash(one.command, environment, b"", place) for one in _commands(page))


@cache
def run(command: str) -> Done:
    """Run a command in the repository's root, as somebody would whose terminal is 80 wide."""
    environment = {"COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    plain = _PLAIN.fullmatch(command)
    if plain is None or "--jobs" in command:
        return _bash(command, environment, b"")
    with mock.patch.dict(os.environ, environment):
        done = run_here(plain["words"].split())
    if plain["rest"] is None or done.code not in (0, 1):
        return done
    rest = _bash(plain["rest"], environment, done.out.encode())
    return rest._replace(err=done.err + rest.err)


def run_here(words: list[str]) -> Done:
    """Run ``huashu`` with these words in this process, in the repository's root."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), "utf-8") for name in ("stdout", "stderr")}
    before = os.getcwd()
    os.chdir(ROOT)
    try:
        with (
            mock.patch.multiple(sys, stdin=io.TextIOWrapper(io.BytesIO()), **streams),
            mock.patch("linter.rulelint.check", builtin.check),
        ):
            code = main(words)
    finally:
        os.chdir(before)
    return Done(code, *(_written(stream) for stream in streams.values()))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()


def _bash(command: str, environment: dict[str, str], given: bytes, place: Path = ROOT) -> Done:
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=place,
        env={**os.environ, "PATH": paths, **environment},
        input=given,
        capture_output=True,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
