"""Walking folders and expanding globs so that links in a circle cannot go on for ever."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from linter.errors import InputError


def _everything(folder: Path) -> bool:
    return True


def walk(folder: Path, enters: Callable[[Path], bool] = _everything) -> Iterator[Path]:
    """Yield a folder and everything below it that is not hidden, by name, parents first.

    Links are followed; a folder reached a second time is not entered again.

    :param enters: whether there may be anything wanted in a folder.
    :raises InputError: for a folder that cannot be listed.
    """
    entered: set[str] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if os.path.isdir(path):
            real = os.path.realpath(path)
            if real in entered or not enters(path):
                continue
            entered.add(real)
            waiting.extend(reversed(_children(path)))
        yield path


def expand(pattern: str) -> Iterator[Path]:
    """Yield what a glob matches; ``**`` is the folder it stands in and all below it.

    :func:`glob.glob` follows links in a circle some forty levels down along every way there is.

    :raises InputError: for a folder that cannot be listed.
    """
    path = Path(pattern)
    return _expand(Path(path.anchor), path.relative_to(path.anchor).parts)


def _expand(folder: Path, parts: Sequence[str]) -> Iterator[Path]:
    if not parts:
        yield folder
        return
    part, rest = parts[0], parts[1:]
    if part == "**":
        for below in walk(folder):
            if os.path.isdir(below):
                yield from _expand(below, rest)
    elif not glob.has_magic(part):
        if os.path.exists(folder / part):
            yield from _expand(folder / part, rest)
    elif os.path.isdir(folder):
        for child in _children(folder, hidden=part.startswith(".")):
            if fnmatch(child.name, part):
                yield from _expand(child, rest)


def _children(folder: Path, *, hidden: bool = False) -> list[Path]:
    try:
        names = sorted(os.listdir(folder))
        # Without the right to enter it every name would look as if nothing were there.
        os.stat(folder / ".")
    except OSError as error:
        raise InputError(
            f"打不开文件夹：{error.strerror}", path=str(folder), hint="检查权限"
        ) from None
    return [folder / name for name in names if hidden or not name.startswith(".")]
