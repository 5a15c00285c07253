"""What a stream can show: how many columns, and whether colours; ``--color`` and ``--width``."""

from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Callable
from typing import IO, Any, NamedTuple

import click

from linter.cli.common import both
from linter.reports import MIN_WIDTH

FILE_WIDTH = 80
"""Columns of a text report that does not go to a terminal."""
MOST_WIDTH = 120
"""Columns beyond which lines are hard to read, however wide the terminal."""


def width_of(out: IO[Any]) -> int:
    """The columns a line may take."""
    if not out.isatty():
        return FILE_WIDTH
    columns = shutil.get_terminal_size((FILE_WIDTH, 24)).columns
    return max(MIN_WIDTH, min(columns, MOST_WIDTH))


def has_colors(out: IO[Any]) -> bool:
    """Colours go to terminals only, and not where https://no-color.org says so."""
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Screen(NamedTuple):
    """What the user says of it.

    :ivar color: ``auto``, ``always`` or ``never``.
    :ivar width: columns a line may take; ``None`` for as many as there are.
    """

    color: str = "auto"
    width: int | None = None

    def colors(self, out: IO[Any]) -> bool:
        """Whether colours go there."""
        return self.color == "always" or (self.color == "auto" and has_colors(out))

    def columns(self, out: IO[Any]) -> int:
        """The columns a line may take there."""
        return width_of(out) if self.width is None else self.width


def screen_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--color`` and ``--width``; they come to the command as one argument, ``screen``."""

    @functools.wraps(command)
    def shown(*args: Any, color: str, width: int | None, **others: Any) -> Any:
        return command(*args, screen=Screen(color, width), **others)

    coloring = click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help=both("是否用颜色，默认 auto：看是不是终端。", "Whether to use colours."),
    )
    sizing = click.option(
        "--width",
        type=int,
        metavar="N",
        help=both("一行最多几列，默认随终端，至多 120。", "Columns a line may take."),
    )
    return coloring(sizing(shown))
