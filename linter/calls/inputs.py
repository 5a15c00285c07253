"""The files that a command line names: files, folders and globs."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from linter.calls.folders import expand, walk
from linter.calls.options import ByPath
from linter.calls.registry import FORMATS, known_suffixes
from linter.calls.source import HEAD_BYTES
from linter.errors import UsageError

SETTINGS = frozenset([".yml", ".yaml"])
"""Suffixes of which a folder has files for every purpose: in a folder only scripts are read."""
LIKELY = 40
"""The least score of a format whose names fit, and not only the suffix."""
ABOUT_THE_FOLDER = frozenset(["readme", "changelog", "contributing", "license", "index"])
"""Names (before the first dot) of texts that speak of a folder and hold no scripts: a script
library under version control nearly always has one."""


def find_inputs(patterns: Sequence[str], by_path: ByPath | None = None) -> Iterator[Path]:
    """Find the files to read, each once, in the order named.

    A file that is named is read whatever its suffix. Folders are searched all the way down, in
    the order of the names, for files whose suffix some format claims; hidden files and folders,
    texts about the folder (README.md) and YAML that holds no scripts are left out, links are
    followed. Globs know ``*``, ``?``, ``[...]`` and ``**``, and leave out hidden names too.

    :param patterns: what the user wrote; a name that exists is never taken as a glob.
    :param by_path: which files are left out, also when they are named; that leaves nothing of
        what was named is no error then.
    :raises UsageError: for a pattern that names nothing that could be read.
    :raises InputError: for a folder that cannot be listed.
    """
    seen: set[str] = set()
    for pattern in patterns:
        leaving = _Leaving(by_path)
        found = False
        for path in _matching(pattern, leaving):
            found = True
            if leaving.leaves_out(path):
                continue
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield path
        if not found and not leaving.folders:
            raise _nothing(pattern)


class _Leaving:
    """Leaves files and folders out.

    :ivar folders: how many were not entered.
    """

    def __init__(self, by_path: ByPath | None) -> None:
        self._by_path = by_path
        self.folders = 0

    def leaves_out(self, path: Path) -> bool:
        return self._by_path is not None and self._by_path.leaves_out(path)

    def enters(self, folder: Path) -> bool:
        if self._by_path is None or not self._by_path.leaves_out(folder, is_folder=True):
            return True
        self.folders += 1
        return False


def _matching(pattern: str, leaving: _Leaving) -> Iterator[Path]:
    suffixes = known_suffixes()
    paths: Iterable[Path] = ()
    if os.path.exists(pattern):
        paths = [Path(pattern)]
    elif glob.has_magic(pattern):
        paths = expand(pattern)
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        for below in walk(path, leaving.enters):
            about = below.name.lower().split(".")[0] in ABOUT_THE_FOLDER
            suffix = below.suffix.lower()
            if suffix not in suffixes or about or not os.path.isfile(below):
                continue
            if suffix not in SETTINGS or _holds_scripts(below):
                yield below


def _holds_scripts(path: Path) -> bool:
    """Whether a file that may hold anybody's settings holds scripts.

    One that cannot be opened is said to: whoever reads it says why.
    """
    try:
        with open(path, "rb") as data:
            head = data.read(HEAD_BYTES)
    except OSError:
        return True
    text = head.decode("utf-8", "replace")
    return FORMATS["yaml"].sniff(text, path.suffix.lower()) >= LIKELY


def _nothing(pattern: str) -> UsageError:
    if os.path.isdir(pattern):
        suffixes = "、".join(sorted(known_suffixes()))
        return UsageError("文件夹里没有能读的文件", path=pattern, hint=f"能读的后缀：{suffixes}")
    if glob.has_magic(pattern):
        return UsageError("没有匹配的文件", path=pattern, hint="检查通配符；** 表示任意层文件夹")
    return UsageError("没有这个文件或文件夹", path=pattern, hint="检查路径")
