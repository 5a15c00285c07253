"""``huashu cache``: what is kept between runs, and getting rid of it."""

from __future__ import annotations

from typing import Literal

import click

from linter import store
from linter.cli.common import about, help_option, lang_option
from linter.errors import UsageError
from linter.kept.shelf import FOLDER, clear, kept
from linter.reports import Lang


@click.command(
    help=about(
        "看（show）或清空（clear）--cache 记住的结果。",
        "Show or clear what --cache has kept.",
    )
)
@click.argument(
    "action", type=click.Choice(["show", "clear"]), default="show", metavar="[show|clear]"
)
@lang_option
@help_option
def cache(action: Literal["show", "clear"], lang: Lang) -> int:
    """Show or clear, and return the exit code."""
    place = store.where()
    if place is None:
        click.echo("这里没有缓存文件夹" if lang == "zh" else "There is no cache folder here")
        return 0
    folder = place / FOLDER
    if action == "show":
        files, size = kept()
        said = (
            f"{files} 个文件，{_size(size)}" if lang == "zh" else f"Files: {files}, {_size(size)}"
        )
    else:
        try:
            files, size = clear()
        except OSError as error:
            raise UsageError(
                f"清空不了：{error.strerror or error}", path=str(folder), hint="检查权限"
            ) from None
        zh, en = f"删了 {files} 个文件，{_size(size)}", f"Files removed: {files}, {_size(size)}"
        said = zh if lang == "zh" else en
    click.echo(folder)
    click.echo(said)
    return 0


def _size(size: int) -> str:
    return f"{size / (1 << 20):.1f} MiB"
