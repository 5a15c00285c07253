"""``--scheme NAME``: every call gets a score sheet."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from linter.cli.common import both
from linter.cli.completing import schemes
from linter.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Scoring:
    """What the user wants calls to be scored by.

    :ivar scheme: a file, or the name of a scheme that comes with the program; ``None`` when
        nobody asked.
    """

    scheme: str | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that were named: no inputs, and not to be written to."""
        return () if self.scheme is None else (self.scheme,)


def scheme_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--scheme``; it comes to the command as one argument, ``scoring``."""

    @functools.wraps(command)
    def scored(*args: Any, scheme: str | None, **others: Any) -> Any:
        return command(*args, scoring=Scoring(scheme), **others)

    return click.option(
        "--scheme",
        metavar="NAME",
        shell_complete=schemes,
        help=both(
            "按评分表给每通打分：文件，或自带的名字。",
            "Score every call by a scheme: a file, or the name of an example.",
        ),
    )(scored)
