"""``--agents``: how reports that name agents name them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import click

from linter.cli.common import both
from linter.reports import Agents


def agents_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--agents``, as the argument ``agents``; real names only on request."""
    return click.option(
        "--agents",
        type=click.Choice(get_args(Agents)),
        default="pseudonyms",
        help=both("坐席怎么写：化名（默认）、真名、不写。", "How agents are named."),
    )(command)
