"""The files that a path on the command line, or a name in ``extends``, stands for."""

from __future__ import annotations

import hashlib
import importlib
import os
import stat
from pathlib import Path

from linter.rulebook.sheets.suffixes import is_sheet

BUILTIN = "builtin"
"""The name under which ``--rules`` and ``extends`` know the packs that come with huashu."""

CONFIGURATION = "huashu.yml"
"""The name of what is no rule file in a folder of these: it says which there are."""

PACKS = "linter.packs"
"""The package that holds them."""


def rule_files(path: Path) -> list[Path]:
    """The path itself, or the rule files of the folder if it is one that has any."""
    # Path.is_dir() fails on names that are too long for any file.
    if not os.path.isdir(path):
        return [path]
    files = (file for file in path.rglob("*") if file.suffix in (".yml", ".yaml") or is_sheet(file))
    return sorted(f for f in files if f.name != CONFIGURATION and not f.is_dir()) or [path]


def fingerprint(path: str) -> str:
    """A hash of the names and contents of all files that a path stands for.

    :param path: a file, a folder, or :data:`BUILTIN`.
    :raises OSError: when one of them cannot be read, or could not be read again: a pipe.
    """
    digest = hashlib.sha256()
    for file in _builtin() if path == BUILTIN else rule_files(Path(path)):
        if not stat.S_ISREG(file.stat().st_mode):
            raise OSError(f"{file} is no regular file")
        data = file.read_bytes()
        digest.update(f"{file}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def _builtin() -> list[Path]:
    """The built-in pack files.

    :raises OSError: when they are not in a folder, but in an archive.
    """
    (folder,) = importlib.import_module(PACKS).__path__
    return sorted(Path(file) for file in os.scandir(folder) if file.name.endswith(".yml"))
