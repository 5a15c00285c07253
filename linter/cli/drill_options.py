"""Which cards, and what is kept of the answers: the options of ``huashu drill`` alone."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import click

from linter.cli import completing
from linter.cli.common import both, listed
from linter.coaching.drill.cards import Card
from linter.coaching.examples.model import GRADES
from linter.errors import UsageError
from linter.rulebook.source import suggestion


class Wishes(NamedTuple):
    """What the options of this module say.

    :ivar most: cards of one sitting.
    :ivar path: the file of the answers; ``None`` for the usual one.
    """

    most: int
    categories: tuple[str, ...]
    grades: tuple[int, ...]
    seed: int
    path: str | None
    keeps_text: bool
    history: bool
    forget: bool

    def of(self, cards: Sequence[Card]) -> list[Card]:
        """The cards that are wanted.

        :raises UsageError: for a category that no card has, and when no card is left.
        """
        known = {card.category for card in cards}
        for name in self.categories:
            if name not in known:
                raise UsageError(f"集里没有 {name} 这一类", hint=suggestion(name, known))
        wanted = [
            card
            for card in cards
            if (not self.categories or card.category in self.categories)
            and (not self.grades or card.grade in self.grades)
        ]
        if not wanted:
            raise UsageError("集里没有这样的卡", hint="放宽 --category 或 --grade")
        return wanted


def drill_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options; they come to the command as one argument, ``wishes``."""

    @functools.wraps(command)
    def wished(*args: Any, **others: Any) -> Any:
        said = {name: others.pop(name) for name in Wishes._fields}
        wishes = Wishes(**said)
        if wishes.history and wishes.forget:
            raise UsageError("--history 和 --forget 不能一起用", hint="先看，再删")
        return command(*args, wishes=wishes, **others)

    for option in reversed(_OPTIONS):
        wished = option(wished)
    return wished


def _names(
    _context: click.Context, _option: click.Parameter, values: Iterable[str]
) -> tuple[str, ...]:
    return listed(values)


def _grades(
    _context: click.Context, _option: click.Parameter, values: Iterable[str]
) -> tuple[int, ...]:
    known = {str(grade): grade for grade in GRADES}
    for value in (given := listed(values)):
        if value not in known:
            raise click.BadParameter(f"{value!r} 不是难度；有 {'、'.join(known)}")
    return tuple(known[value] for value in given)


_OPTIONS = (
    click.option(
        "-n",
        "--number",
        "most",
        type=click.IntRange(1),
        default=10,
        metavar="N",
        help=both("这次至多几张，默认 10。", "Cards of this sitting at most."),
    ),
    click.option(
        "--category",
        "categories",
        multiple=True,
        callback=_names,
        metavar="NAMES",
        help=both("只要这些类别，可多次。", "Only these categories."),
    ),
    click.option(
        "--grade",
        "grades",
        multiple=True,
        callback=_grades,
        metavar="N",
        help=both("只要这些难度：1、2、3。", "Only these difficulties: 1, 2, 3."),
    ),
    click.option(
        "--seed",
        type=int,
        default=0,
        metavar="N",
        help=both("换一个数，换一个次序，默认 0。", "Another number gives another order."),
    ),
    click.option(
        "--progress",
        "path",
        metavar="FILE",
        shell_complete=completing.files,
        help=both(
            "进度记在哪里；默认在自己的数据文件夹里。",
            "Where answers are kept; by default in your data folder.",
        ),
    ),
    click.option(
        "--no-answers",
        "keeps_text",
        flag_value=False,
        type=bool,
        default=True,
        help=both("只记结果，不记原话。", "Keep results only, not the words."),
    ),
    click.option(
        "--history",
        is_flag=True,
        help=both("不练，看练得怎样了。", "Show how it stands, and do not drill."),
    ),
    click.option(
        "--forget",
        is_flag=True,
        help=both(
            "不练，删掉这个集的进度和回答。", "Remove all answers to this set, and do not drill."
        ),
    ),
)
