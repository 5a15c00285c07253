"""Where what a run writes goes: a format, and a file or standard output."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, TypeVar

import click

from linter.cli.inputs import STDIN
from linter.errors import UsageError
from linter.reports import FORMATS


class Target(NamedTuple):
    """One report that is wanted: its format, and its file or ``None`` for standard output."""

    format: str
    path: str | None = None

    @property
    def binary(self) -> bool:
        """Whether it is bytes."""
        return FORMATS[self.format].binary


Kind = TypeVar("Kind", bound=Target)


def reading_targets(
    kind: type[Kind], formats: Collection[str], what: str
) -> Callable[[click.Context, click.Parameter, Iterable[str]], tuple[Kind, ...]]:
    """What reads the values of an option ``FORMAT[=FILE]``.

    :param formats: the names there are.
    :param what: they are formats of, in Chinese.
    """

    def one(value: str) -> Kind:
        format_, given, path = value.partition("=")
        if format_ not in formats:
            names = "、".join(formats)
            raise click.BadParameter(f"{format_!r} 不是{what}的格式；可用的：{names}")
        if given and not path:
            raise click.BadParameter(f"{value!r} 没有写文件名；写 {format_}=FILE")
        return kind(format_, None if path in ("", STDIN) else path)

    def read(
        _context: click.Context, _option: click.Parameter, values: Iterable[str]
    ) -> tuple[Kind, ...]:
        return tuple(map(one, values))

    return read


def claim(target: Target, claimed: dict[str | None, Target]) -> None:
    """Note where it goes.

    :param claimed: where others go.
    :raises UsageError: when that is where one of them goes.
    """
    place = None if target.path is None else os.path.realpath(target.path)
    other = claimed.setdefault(place, target)
    if other is target:
        return
    both = f"{other.format} 和 {target.format}"
    if target.path is None:
        hint = f"给其中一个写上文件，如 --also {target.format}=FILE"
        raise UsageError(f"{both} 都要写到标准输出", hint=hint)
    hint = "每个格式写到各自的文件"
    raise UsageError(f"{both} 都要写到这个文件", path=target.path, hint=hint)
