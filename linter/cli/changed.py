"""``huashu lint --diff``: only what changed against a git revision."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli.common import both
from linter.errors import UsageError
from linter.frozen import dataclass
from linter.reports import Lang

if TYPE_CHECKING:  # a run without --diff needs none of it
    from linter.changes import Changes
    from linter.linting import Lints


@dataclass(frozen=True, slots=True)
class Diff:
    """What the user wants to know of changes.

    :ivar changes: what changed; ``None`` when nobody asked.
    :ivar only: whether only findings on changed lines count.
    """

    changes: Changes | None = None
    only: bool = False

    def around(self, linter: Lints) -> Lints:
        """The linter, or one that marks what is on changed lines."""
        if self.changes is None:
            return linter
        from linter.changes import Marked

        return Marked(linter, self.changes, only=self.only)

    def nothing_line(self, files: int, lang: Lang) -> str:
        """What to say when no file was left to lint; empty when there was one.

        :param files: how many were read, or could not be.
        """
        if self.changes is None or files:
            return ""
        base = self.changes.base
        if lang == "zh":
            return f"与 {base} 相比，指名的文件都没有改动，没有要检查的"
        return f"None of the named files changed since {base}; nothing to lint"


def diff_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--diff`` and ``--changed-lines``; they come to the command as one argument, ``diff``."""

    @functools.wraps(command)
    def compare(*args: Any, base: str | None, changed_lines: bool, **others: Any) -> Any:
        return command(*args, diff=_diff(base, changed_lines, others["paths"]), **others)

    for option in (
        click.option(
            "--changed-lines",
            is_flag=True,
            help=both(
                "只报改动行上的，要有 --diff。", "With --diff: only what is on changed lines."
            ),
        ),
        click.option(
            "--diff",
            "base",
            metavar="REV",
            help=both(
                "只查与这个 git 版本分开后改过的文件。",
                "Only files that changed since the branch left this git revision.",
            ),
        ),
    ):
        compare = option(compare)
    return compare


def _diff(base: str | None, only: bool, paths: tuple[str, ...]) -> Diff:
    if base is None:
        if only:
            raise UsageError("--changed-lines 要和 --diff 一起用", hint="例如 --diff origin/main")
        return Diff()
    if "-" in paths:
        raise UsageError("标准输入没有可比的版本", hint="给出文件，或不用 --diff")
    from linter.changes import changes_since

    return Diff(changes_since(base, Path.cwd()), only)
