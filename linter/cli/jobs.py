"""``--jobs N``: how many processes work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from linter.cli.common import both

AUTO = "auto"

Command = TypeVar("Command", bound=Callable[..., Any])


def jobs_option(command: Command) -> Command:
    """``--jobs N``."""
    return click.option(
        "--jobs",
        default="1",
        metavar="N",
        callback=_number,
        help=both(
            "用几个进程，默认 1；0 或 auto 是每核一个。",
            "Processes that lint; 0 or auto: one a core.",
        ),
    )(command)


def _number(_context: click.Context, _option: click.Parameter, value: str) -> int:
    """The number, at least 1."""
    try:
        number = 0 if value == AUTO else int(value)
    except ValueError:
        number = -1
    if number < 0:
        raise click.BadParameter(f"{value!r} 不是进程数；写 1、2……，0 或 auto 是有几个核用几个")
    if number:
        return number
    # Not at the top: who lints alone needs none of it.
    from linter.batch import usable_cores

    return usable_cores()
