"""Keeps what was found: the input, so that it can be tried again, and what was wrong with it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from linter.calls import FORMATS
from tools.fuzz.archives import archived
from tools.fuzz.trial import suffix_of, tried


class Keeper:
    """Tries inputs on one reader and keeps the first input of each finding.

    :param reader: the format's name.
    :param folder: where inputs are kept, by the hash of what they hold.
    :ivar count: how many inputs were tried.
    """

    def __init__(self, reader: str, folder: Path) -> None:
        self.count = 0
        self._reader = reader
        self._folder = folder
        self._known: set[tuple[str, str]] = set()

    def take(self, data: bytes) -> None:
        """Try an input; what is wrong with it is printed, once for each kind and place."""
        self.count += 1
        found = tried(data, self._reader)
        if found is None or found[:2] in self._known:
            return
        path = self._kept(data)
        if found.kind == "slow" and not self._is_again(path):
            path.unlink()
            return
        self._known.add(found[:2])
        print(f"{found.kind} {found.where}: {path}\n{_indented(found.said)}", flush=True)
        print(f"  again: python -m tools.fuzz --only {self._reader} --repeat {path}", flush=True)

    def _is_again(self, path: Path) -> bool:
        """Whether it is found in a process that nothing else slows down, as following code does."""
        command = [sys.executable, "-m", "tools.fuzz", "--only", self._reader, "--repeat"]
        return subprocess.run([*command, path], capture_output=True, check=False).returncode == 1

    def _kept(self, data: bytes) -> Path:
        contents = archived(data) if FORMATS[self._reader].workbook else data
        name = hashlib.sha256(contents).hexdigest()[:16]
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{self._reader}-{name}{suffix_of(self._reader)}"
        path.write_bytes(contents)
        return path

    @property
    def found(self) -> int:
        """How many findings there are."""
        return len(self._known)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.rstrip().splitlines())
