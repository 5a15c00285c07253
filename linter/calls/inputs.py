"""The files that a command line names: files, folders and globs."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from linter.calls.folders import expand, walk
from linter.calls.registry import known_suffixes
from linter.errors import UsageError

ABOUT_THE_FOLDER = frozenset(["readme", "changelog", "contributing", "license", "index"])
"""Names (before the first dot) of texts that speak of a folder and hold no scripts: a script
library under version control nearly always has one."""


def find_inputs(patterns: Sequence[str]) -> Iterator[Path]:
    """Find the files to read, each once, in the order named.

    A file that is named is read whatever its suffix. Folders are searched all the way down, in
    the order of the names, for files whose suffix some format claims; hidden files and folders
    and texts about the folder (README.md) are left out, links are followed. Globs know ``*``,
    ``?``, ``[...]`` and ``**``, and leave out hidden names too.

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
            if below.suffix.lower() in suffixes and not about and os.path.isfile(below):
                yield below


def _nothing(pattern: str) -> UsageError:
    if os.path.isdir(pattern):
        suffixes = "、".join(sorted(known_suffixes()))
        return UsageError("文件夹里没有能读的文件", path=pattern, hint=f"能读的后缀：{suffixes}")
    if glob.has_magic(pattern):
        return UsageError("没有匹配的文件", path=pattern, hint="检查通配符；** 表示任意层文件夹")
    return UsageError("没有这个文件或文件夹", path=pattern, hint="检查路径")
