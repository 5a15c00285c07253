"""``--mask``: nothing that tells who somebody is gets out."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from linter.cli.common import both
from linter.errors import HuashuError, UsageError
from linter.linting import Lints
from linter.model import Call

if TYPE_CHECKING:
    from linter.reports import Agents, Summary


class Mask:
    """Masks what is written when the user wants it, and hands on what it gets when not.

    :param wanted: whether the user does.
    """

    def __init__(self, wanted: bool = False) -> None:
        self.wanted = wanted

    def around(self, linter: Lints) -> Lints:
        """The linter, or one whose reports are masked; nothing goes around it any more."""
        if not self.wanted:
            return linter
        from linter.masked import Masked

        return Masked(linter)

    def call(self, call: Call) -> Call:
        """A call that is to be written down."""
        if not self.wanted:
            return call
        from linter.masking import mask_call

        return mask_call(call)

    def text(self, text: str) -> str:
        """What is said of an input: a warning, a complaint."""
        if not self.wanted:
            return text
        from linter.masking import masked

        return masked(text)

    def place(self, where: str) -> str:
        """The name of a file, with line and column or without."""
        if not self.wanted:
            return where
        from linter.masking import masked_name

        return masked_name(where)

    def error(self, error: HuashuError) -> HuashuError:
        """What cannot be read, in words that may quote it."""
        if not self.wanted:
            return error
        from linter.masked import masked_error

        return masked_error(error)

    def summary(self, summary: Summary) -> Summary:
        """What a run came to, with the files that could not be read."""
        if not self.wanted:
            return summary
        from linter.masked import masked_summary

        return masked_summary(summary)


def refuse_names(mask: Mask, agents: Agents) -> None:
    """Refuse to mask names and to write them.

    :raises UsageError: when both are wanted.
    """
    if mask.wanted and agents == "names":
        raise UsageError("--mask 要遮掉姓名，和 --agents names 不能一起用", hint="去掉其中一个")


def mask_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--mask``; it comes to the command as one argument, ``mask``, a :class:`Mask`."""

    @functools.wraps(command)
    def masking(*args: Any, mask: bool, **others: Any) -> Any:
        return command(*args, mask=Mask(mask), **others)

    return click.option(
        "--mask/--no-mask",
        default=False,
        help=both(
            "写出以前遮掉姓名、号码、地址等；默认不遮。",
            "Mask names, numbers and addresses in every output; off by default.",
        ),
    )(masking)
