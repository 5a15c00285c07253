"""Which rules of a book a command line asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from linter.cli.common import both, listed
from linter.errors import UsageError
from linter.frozen import dataclass
from linter.rulebook.source import suggestion
from linter.rulebook.types import Rule, RuleBook

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Filters:
    """Categories and packs; none stands for all."""

    categories: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()

    def of(self, book: RuleBook) -> tuple[Rule, ...]:
        """The rules that fit both.

        :raises UsageError: for a category or pack that no rule has.
        """
        packs = dict.fromkeys(rule.pack for rule in book.rules)
        _check(self.categories, book.categories, "类别")
        _check(self.packs, packs, "规则包")
        return tuple(
            rule
            for rule in book.rules
            if (not self.categories or rule.category in self.categories)
            and (not self.packs or rule.pack in self.packs)
        )


def _check(names: Iterable[str], known: Iterable[str], what: str) -> None:
    there = frozenset(known)
    for name in names:
        if name not in there:
            raise UsageError(f"没有规则是 {name!r} 这个{what}的", hint=suggestion(name, there))


def category_option(command: Command) -> Command:
    """``--category NAMES``."""
    return click.option(
        "--category",
        "categories",
        multiple=True,
        metavar="NAMES",
        help=both("只要这些类别的。", "Only rules of these categories."),
    )(command)


def pack_option(command: Command) -> Command:
    """``--pack NAMES``."""
    return click.option(
        "--pack",
        "packs",
        multiple=True,
        metavar="NAMES",
        help=both("只要这些规则包的。", "Only rules of these packs."),
    )(command)


def filters(categories: tuple[str, ...], packs: tuple[str, ...]) -> Filters:
    """What the two options said."""
    return Filters(listed(categories), listed(packs))


def json_or_text_option(command: Command) -> Command:
    """``--format text|json``."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json"]),
        default="text",
        help=both("格式，默认 text。", "Format; text by default."),
    )(command)
