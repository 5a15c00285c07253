"""``huashu lint --cache``: calls that did not change are not linted again."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from linter.cli.common import both
from linter.linting import Linter, Lints

if TYPE_CHECKING:  # a run without --cache needs none of it
    from linter.config.linting import PathLinter
    from linter.kept import Remembering, RememberingByPath


class Cache:
    """Remembers reports when the user wants it; close it to have them written.

    :param wanted: whether the user does.
    """

    def __init__(self, wanted: bool = False) -> None:
        self._wanted = wanted
        self._kept: Remembering | RememberingByPath | None = None

    def around(self, linter: Linter | PathLinter) -> Lints:
        """The linter, or one that remembers."""
        if not self._wanted:
            return linter
        from linter.kept import Remembering, RememberingByPath

        self._kept = (
            Remembering(linter) if isinstance(linter, Linter) else RememberingByPath(linter)
        )
        return self._kept

    def close(self) -> None:
        """Have it written."""
        if self._kept is not None:
            self._kept.close()


def cache_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--cache``; it comes to the command as a :class:`Cache`."""

    @functools.wraps(command)
    def remember(*args: Any, cache: bool, **others: Any) -> Any:
        return command(*args, cache=Cache(cache), **others)

    return click.option(
        "--cache/--no-cache",
        default=False,
        help=both(
            "记住每通的结果，没变的不再查；默认不记。",
            "Remember results between runs; off by default.",
        ),
    )(remember)
