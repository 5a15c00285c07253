"""What only ``huashu exemplars`` is asked."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from linter.cli.common import both, listed
from linter.coaching.exemplars import Settings
from linter.errors import UsageError
from linter.frozen import dataclass

STRATA = ("business", "channel", "direction", "scene", "team")
"""Fields of a call by which agents may be compared."""
NOTHING = "none"

_DEFAULT = Settings()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user wants.

    :ivar names: whether agents are called by their own names.
    """

    settings: Settings
    names: bool = False


def exemplars_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--min-calls``, ``--fdr``, ``--strata``, ``--quotes``, ``--agents`` and ``--seed``.

    They come to the command as one argument, ``asked``.
    """

    @functools.wraps(command)
    def asking(
        *args: Any,
        min_calls: int,
        fdr: float,
        strata: tuple[str, ...],
        quotes: int,
        agents: str,
        seed: int,
        **others: Any,
    ) -> Any:
        settings = Settings(min_calls, fdr, quotes, seed, _fields(strata))
        return command(*args, asked=Asked(settings, agents == "names"), **others)

    for option in (
        click.option(
            "--seed",
            type=int,
            default=_DEFAULT.seed,
            metavar="N",
            help=both(
                "组合太多、只能抽一部分时抽哪些，默认 0。",
                "Another draw where there are too many groups of agents to try.",
            ),
        ),
        click.option(
            "--agents",
            type=click.Choice(["pseudonyms", "names"]),
            default="pseudonyms",
            help=both(
                "坐席用代号（默认）还是本名。", "Call agents by pseudonyms or their own names."
            ),
        ),
        click.option(
            "--quotes",
            type=click.IntRange(0),
            default=_DEFAULT.quotes,
            metavar="N",
            help=both("每句话引几处原话，默认 3。", "Real answers to show with each pattern."),
        ),
        click.option(
            "--strata",
            multiple=True,
            metavar="FIELDS",
            help=both(
                "按什么分开比，默认 business,channel；none 不分。",
                f"Compare within: {', '.join(STRATA)}; none: nothing.",
            ),
        ),
        click.option(
            "--fdr",
            type=click.FloatRange(0, 0.5, min_open=True),
            default=_DEFAULT.level,
            metavar="RATE",
            help=both("容许的错误发现率，默认 0.05。", "Rate of false discoveries allowed."),
        ),
        click.option(
            "--min-calls",
            type=click.IntRange(1),
            default=_DEFAULT.min_calls,
            metavar="N",
            help=both(
                "一位坐席在一种情境里至少要几通，默认 30。",
                "Calls an agent needs in a situation to be compared.",
            ),
        ),
    ):
        asking = option(asking)
    return asking


def _fields(given: tuple[str, ...]) -> tuple[str, ...]:
    """The fields.

    :raises UsageError: for one that there is not.
    """
    fields = listed(given)
    if not fields:
        return _DEFAULT.strata
    if fields == (NOTHING,):
        return ()
    for field in fields:
        if field not in STRATA:
            raise UsageError(
                f"--strata 不认识 {field!r}", hint=f"可以写 {'、'.join(STRATA)}，或只写 {NOTHING}"
            )
    return fields
