"""How many examples, which, and where they go: the options of ``huashu examples`` alone."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import click

from linter.cli import completing
from linter.cli.common import both
from linter.cli.examples_outputs import SetTarget
from linter.cli.targets import reading_targets
from linter.coaching.examples.card import Asked
from linter.coaching.examples.choosing import Limits
from linter.coaching.examples.formats import FORMATS


class Wishes(NamedTuple):
    """What the options of this module say.

    :ivar origins: the key file; ``None`` for none.
    """

    asked: Asked
    also: tuple[SetTarget, ...] = ()
    origins: str | None = None


def set_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options; they come to the command as one argument, ``wishes``."""

    @functools.wraps(command)
    def wished(
        *args: Any,
        per: int,
        per_call: int,
        per_agent: int,
        seed: int,
        review: bool,
        split: str,
        also: tuple[SetTarget, ...],
        origins: str | None,
        **others: Any,
    ) -> Any:
        asked = Asked(Limits(per, per_call, per_agent), seed, review, split)
        return command(*args, wishes=Wishes(asked, also, origins), **others)

    for option in reversed(_OPTIONS):
        wished = option(wished)
    return wished


_OPTIONS = (
    click.option(
        "--per",
        type=click.IntRange(1, 10_000),
        default=Limits().per,
        metavar="N",
        help=both(
            "好例坏例、每类每级难度各几例，默认 3。",
            "Examples of each kind, category and difficulty.",
        ),
    ),
    click.option(
        "--per-call",
        type=click.IntRange(1),
        default=Limits().per_call,
        metavar="N",
        help=both("一通电话至多几例，默认 2。", "Examples of one call at most."),
    ),
    click.option(
        "--per-agent",
        type=click.IntRange(1),
        default=Limits().per_agent,
        metavar="N",
        help=both(
            "同一类里一个坐席至多几例，默认 2。",
            "Examples of one agent in a category at most, good and bad apart.",
        ),
    ),
    click.option(
        "--seed",
        type=int,
        default=0,
        metavar="N",
        help=both("换一个数，换一批，默认 0。", "Another number gives another choice."),
    ),
    click.option(
        "--review",
        is_flag=True,
        help=both("需复核的也要，默认不要。", "Take findings that need a person's look, too."),
    ),
    click.option(
        "--split",
        type=click.Choice(["none", "call", "agent"]),
        default="none",
        help=both(
            "分成学的和考的两半，不共用通话（坐席）。",
            "Two halves, to learn and to test, that share no call or no agent.",
        ),
    ),
    click.option(
        "--also",
        multiple=True,
        metavar="FORMAT[=FILE]",
        callback=reading_targets(SetTarget, FORMATS, "样例集"),
        help=both("再写一份这种格式的，可多次。", "Write this format, too, again and again."),
    ),
    click.option(
        "--origins",
        metavar="FILE",
        shell_complete=completing.files,
        help=both(
            "另写一份出处：哪一例是哪通第几轮。",
            "A key file that says which example is from which call and turn. Keep it apart.",
        ),
    ),
)
