"""Asks git what changed.

Names are taken as git has them, without quotes (``-z``); what a user's settings would do to the
output is switched off (https://git-scm.com/docs/git-diff), and no program of theirs is run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from linter.changes.changes import Changes
from linter.changes.parsing import changed_files
from linter.errors import UsageError

_PLAIN = (
    *("--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--find-renames"),
    *("--submodule=short", "--ignore-submodules=none", "-z"),
)
_HUNKS = ("-U0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")
_HISTORY = (
    "先取全历史：git fetch --unshallow；GitHub Actions 里给 actions/checkout 写 fetch-depth: 0"
)


def changes_since(base: str, folder: Path) -> Changes:
    """What the working tree has that the commit does not, on which HEAD and ``base`` parted.

    That is what a branch changed, commits and what is not committed yet, files git does not know
    included, and nothing of what ``base`` got meanwhile.

    :param base: a branch, a tag or a commit.
    :param folder: anywhere in the repository.
    :raises UsageError: when there is no git, no repository, no such revision, or no commit that
        both stand on.
    """
    if not base or base.startswith("-") or "\0" in base:
        raise UsageError(f"--diff {base!r} 不是分支、标签或提交", hint="例如 --diff origin/main")
    git = _Git(folder)
    git = _Git(Path(git.top()))
    parted = git.parted(base)
    listed = git.said("diff", *_PLAIN, "--raw", "--numstat", parted, "--")
    # A new file needs no patch, which would be as long as itself.
    patch = git.said("diff", *_PLAIN, *_HUNKS, "--diff-filter=MRC", parted, "--")
    untracked = git.said("ls-files", "--others", "--exclude-standard", "-z")
    return Changes(str(git.folder), changed_files(listed, patch, untracked), base)


class _Git:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        found = shutil.which("git")
        if found is None:
            raise UsageError("找不到 git 程序", hint="--diff 要用它：装上 git，或不用 --diff")
        self._program = found

    def top(self) -> str:
        """The repository's folder."""
        done = self._run("rev-parse", "--show-toplevel")
        if done.returncode:
            if b"not a git repository" in done.stderr:
                raise UsageError("当前文件夹不在 git 仓库里", hint="到仓库里运行，或不用 --diff")
            raise _failed(done)
        return os.fsdecode(done.stdout.removesuffix(b"\n"))

    def parted(self, base: str) -> str:
        """The commit on which HEAD and ``base`` parted."""
        commit = self._run("rev-parse", "--verify", "--quiet", f"{base}^{{commit}}")
        if commit.returncode:
            hint = _HISTORY if self._is_shallow() else "检查名字；远程的分支写 origin/main 这样的"
            raise UsageError(f"git 仓库里没有 {base!r} 这个版本", hint=hint)
        if self._run("rev-parse", "--verify", "--quiet", "HEAD").returncode:
            raise UsageError("git 仓库里还没有提交，没有可比的", hint="先提交，或不用 --diff")
        parted = self._run("merge-base", os.fsdecode(commit.stdout.strip()), "HEAD")
        if parted.returncode:
            hint = _HISTORY if self._is_shallow() else "给出与当前分支有共同历史的版本"
            raise UsageError(f"当前分支与 {base!r} 没有共同的提交", hint=hint)
        return os.fsdecode(parted.stdout.split()[0])

    def said(self, *args: str) -> bytes:
        """What git prints."""
        done = self._run(*args)
        if done.returncode:
            raise _failed(done)
        return done.stdout

    def _is_shallow(self) -> bool:
        return self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _run(self, *args: str) -> subprocess.CompletedProcess[bytes]:
        command = [self._program, "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", *args]
        environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
        try:
            return subprocess.run(
                command,
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise UsageError(f"运行不了 git：{error.strerror or error}") from None


def _failed(done: subprocess.CompletedProcess[bytes]) -> UsageError:
    why = done.stderr.decode("utf-8", "replace").strip().splitlines()
    said = why[0] if why else f"退出码 {done.returncode}"
    return UsageError(f"git 出错了：{said}", hint=f"在同一个文件夹里运行 git {done.args[5]} 看看")
