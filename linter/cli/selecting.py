"""``--select`` and ``--ignore``."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from linter.cli.common import both, names
from linter.cli.completing import selectable
from linter.triage.select import Selection


def selection_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--select`` and ``--ignore``; they come to the command as one argument, ``selection``."""

    @functools.wraps(command)
    def selecting(
        *args: Any, select: tuple[str, ...], ignore: tuple[str, ...], **others: Any
    ) -> Any:
        return command(*args, selection=Selection(names(select), names(ignore)), **others)

    ignoring = click.option(
        "--ignore",
        multiple=True,
        shell_complete=selectable,
        metavar="NAMES",
        help=both("不要这些规则、类别、规则包。", "Not these rules, categories or packs."),
    )(selecting)
    return click.option(
        "--select",
        multiple=True,
        shell_complete=selectable,
        metavar="NAMES",
        help=both("只要这些规则、类别、规则包。", "Only these rules, categories or packs."),
    )(ignoring)
