"""``--select``, ``--ignore``, ``--min-severity`` and ``--certain-only``."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from linter.cli.common import Command, both, names
from linter.cli.completing import selectable
from linter.model import SEVERITIES
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


def severity_option(
    zh: str = "只要这个级别及以上的，默认 info。",
    en: str = "Only findings of at least this severity.",
) -> Callable[[Command], Command]:
    """``--min-severity``, as the argument ``min_severity``.

    :param zh: and ``en``: what it means to the verb.
    """
    return click.option(
        "--min-severity", type=click.Choice(SEVERITIES), default="info", help=both(zh, en)
    )


def certain_option(command: Command) -> Command:
    """``--certain-only``."""
    return click.option(
        "--certain-only",
        is_flag=True,
        help=both("不要需复核的。", "Leave out those to be reviewed."),
    )(command)
