"""What is said of new entries of a baseline or of exceptions: why, by whom, until when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import click

from linter.cli.common import both
from linter.cli.triage import today
from linter.errors import UsageError
from linter.judged import Entry


def entry_options(
    default: str, why_help: str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--why``, ``--by``, ``--until``.

    :param default: why, when nobody says more.
    :param why_help: what the command's help says of ``--why``.
    """

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        why = click.option("--why", default=default, help=why_help)
        by = click.option(
            "--by", required=True, metavar="WHO", help=both("谁决定的。", "Who says so.")
        )
        until = click.option(
            "--until",
            default="",
            metavar="DATE",
            help=both("放到哪天，如 2026-12-31。", "The last day they may stay."),
        )
        return by(why(until(command)))

    return add


def new_entry(source: Literal["exception", "baseline"], why: str, by: str, until: str) -> Entry:
    """What all new entries say.

    :raises UsageError: for what is said in a way that no entry may have.
    """
    from linter.calls.scripts.directives import is_date

    if until and not is_date(until):
        raise UsageError(f"--until {until} 不是日期", hint="写成 2026-12-31 这样，那一天还算数")
    if until and until < today():
        raise UsageError(f"--until {until} 已经过了", hint="写今天或以后的一天")
    for option, said in (("--why", why), ("--by", by)):
        if not said.strip():
            raise UsageError(f"{option} 不能空着", hint="写明为什么、谁决定的")
    return Entry(source, "", why.strip(), by.strip(), until)
