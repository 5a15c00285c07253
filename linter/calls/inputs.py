"""The files that a command line names: files, folders and globs."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from linter.calls.folders import expand, walk
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


def find_inputs(patterns: Sequence[str]) -> Iterator[Path]:
    """Find the files to read, each once, in the order named.

    A file that is named is read whatever its suffix. Folders are searched all the way down, in
    the order of the names, for files whose suffix some format claims; hidden files and folders,
    texts about the folder (README.md) and YAML that holds no scripts are left out, links are
    followed. Globs know ``*``, ``?``, ``[...]`` and ``**``, and leave out hidden names too.

    :param patterns: what the user wrote; a name that exists is never taken as a glob.
    :raises UsageError: for a pattern that names nothing that could be read.
    :raises InputError: for a folder that cannot be listed.
    """
    seen: set[str] = set()
    for pattern in patterns:
        found = False
        for path in _matching(pattern):
            found = True
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield path
        if not found:
            raise _nothing(pattern)


def _matching(pattern: str) -> Iterator[Path]:
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
        for below in walk(path):
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
