"""Rule files as a git revision has them: ``main:rules``.

Whoever reviews a change wants to see what the rules were before it, without checking that out.
"""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from linter.errors import UsageError
from linter.rulebook.files import BUILTIN

_RULES = (".yml", ".yaml")
_FILES = ("100644", "100755")
"""Modes of ordinary files: links and other repositories are left where they are."""


class Revision(NamedTuple):
    """A path in a revision, as git writes it: ``REV:PATH``."""

    rev: str
    path: str


class _Blob(NamedTuple):
    id: str
    path: str


def revision(name: str) -> Revision | None:
    """What a name means if it is a revision's; ``None`` for a file, a folder or ``builtin``."""
    rev, colon, path = name.partition(":")
    drive = len(rev) == 1 and path[:1] in ("\\", "/")
    if name == BUILTIN or not colon or drive or os.path.lexists(name):
        return None
    return Revision(rev, path)


def extracted(found: Revision, folder: Path) -> Path:
    """Write the files of a revision into a folder, and say where the path is there.

    Beside the path itself all YAML files are written: rule files may stand on them (``extends``).

    :raises UsageError: when there is no git, no repository, no such revision or path.
    """
    name = f"{found.rev}:{found.path}"
    commit = _commit(found, name)
    wanted = _from_root(found, name)
    blobs = [*_blobs(commit, name)]
    own = [blob for blob in blobs if _is_inside(blob.path, wanted)]
    if not own:
        hint = "路径从仓库的根写起；从当前文件夹写起就写 ./"
        raise UsageError(f"版本 {found.rev} 里没有 {found.path!r}", path=name, hint=hint)
    for blob in blobs:
        if blob.path.endswith(_RULES) or _is_inside(blob.path, wanted):
            file = folder / blob.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_git(["cat-file", "blob", blob.id], name))
    return folder / wanted


def _commit(found: Revision, name: str) -> str:
    _git(["rev-parse", "--git-dir"], name, "这里不是 git 仓库", "在仓库里运行，或给出文件夹")
    # What begins with a dash would be an option.
    if found.rev and not found.rev.startswith("-"):
        try:
            asked = ["rev-parse", "--verify", "--quiet", f"{found.rev}^{{commit}}"]
            return _git(asked, name).decode().strip()
        except UsageError:
            pass
    hint = "检查分支名；浅克隆里先 git fetch，或写 origin/main:rules"
    raise UsageError(f"没有 {found.rev!r} 这个版本", path=name, hint=hint)


def _from_root(found: Revision, name: str) -> str:
    """The path from the repository's root; as with git, ``./`` means the current folder."""
    path = found.path
    if path.startswith(("./", "../")) or path in (".", ".."):
        prefix = os.fsdecode(_git(["rev-parse", "--show-prefix"], name)).rstrip("\n")
        path = prefix + path
    wanted = posixpath.normpath(path) if path else "."
    if wanted.startswith(("/", "../")) or wanted == "..":
        raise UsageError("路径在仓库外面", path=name, hint="写仓库里的路径，如 main:rules")
    return wanted


def _blobs(commit: str, name: str) -> Iterator[_Blob]:
    listed = _git(["ls-tree", "-r", "-z", "--full-tree", commit], name)
    for row in filter(None, listed.split(b"\0")):
        facts, _, path = os.fsdecode(row).partition("\t")
        mode, _, blob = facts.split(" ")
        # Git itself makes no such names; who made the repository by hand could.
        if mode in _FILES and not {"..", ".git"} & set(path.split("/")):
            yield _Blob(blob, path)


def _is_inside(path: str, wanted: str) -> bool:
    return wanted == "." or path == wanted or path.startswith(f"{wanted}/")


def _git(args: Sequence[str], name: str, message: str = "git 读不出来", hint: str = "") -> bytes:
    """What git prints.

    :raises UsageError: when it fails, or is not there.
    """
    try:
        done = subprocess.run(["git", *args], capture_output=True, check=False)
    except OSError:
        raise UsageError("没有 git", path=name, hint="装上 git，或给出文件夹") from None
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().splitlines()
        raise UsageError(message, path=name, hint=hint or (said[0] if said else ""))
    return done.stdout
