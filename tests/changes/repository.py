"""A git repository to change things in."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class Repository:
    """A repository whose first commit is to come; the branch is ``main``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *args: str) -> str:
        """Run git, with nobody's settings."""
        who = {
            f"GIT_{who}_{what}": "a@b"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *args],
            cwd=self.folder,
            env={**os.environ, **who, **settings},
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def write(self, name: str, *lines: str) -> Path:
        """Write a file's lines."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
        return path

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "next")
