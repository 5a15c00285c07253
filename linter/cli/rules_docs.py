"""``huashu rules docs``: a page for every rule, written into a folder or compared with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from linter.cli.common import (
    FINDINGS,
    about,
    both,
    help_option,
    load_book,
    profile_option,
    rules_option,
)
from linter.cli.config_option import configured_options
from linter.cli.configured import RULES
from linter.cli.output import opened
from linter.errors import UsageError
from linter.rulepages import MARK, pages


@click.command(
    "docs",
    help=about(
        "每条规则写一页 Markdown：说什么、为什么、怎么说、例子；另有一页目录。",
        "Write a Markdown page for every rule, and an index: what it says, why, what to say "
        "instead, and its tests as examples.",
    ),
)
@rules_option
@profile_option
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    metavar="FOLDER",
    help=both("写到这个文件夹。", "The folder to write to."),
)
@click.option(
    "--check",
    is_flag=True,
    help=both(
        "不写，只比：和规则不一样就退出 1。",
        "Write nothing; exit 1 when the folder differs from the rules.",
    ),
)
@configured_options(*RULES)
@help_option
def write_pages(rules: tuple[str, ...], profiles: tuple[str, ...], folder: str, check: bool) -> int:
    """Bring a folder of pages up to date with the rules, or say what is not."""
    wanted = pages(load_book(rules, profiles))
    there = _there(folder, wanted)
    changed = [name for name, page in wanted.items() if there.get(name) != page]
    stale = [name for name in there if name not in wanted]
    if check:
        for name in (*changed, *stale):
            click.echo(f"和规则不一样：{Path(folder, name)}")
        return FINDINGS if changed or stale else 0
    _write(Path(folder), {name: wanted[name] for name in changed}, stale)
    gone = f"，去掉 {len(stale)} 页" if stale else ""
    click.echo(f"{folder}：{len(wanted)} 页，写了 {len(changed)} 页{gone}。")
    return 0


def _there(folder: str, wanted: Mapping[str, str]) -> Mapping[str, str]:
    """The pages in a folder that were made here; others are none of our business.

    :raises UsageError: when it is no folder, or somebody's own page stands where one has to go.
    """
    there: dict[str, str] = {}
    if Path(folder).exists() and not Path(folder).is_dir():
        raise UsageError("不是文件夹", path=folder, hint="给一个文件夹的名字")
    for file in sorted(Path(folder).glob("*.md")):
        page = file.read_bytes().decode("utf-8", "replace")
        if page.rstrip().endswith(MARK):
            there[file.name] = page
        elif file.name in wanted:
            raise UsageError("已有别人写的这一页", path=str(file), hint="换一个文件夹")
    return there


def _write(folder: Path, changed: Mapping[str, str], stale: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (folder / name).unlink()
    for name, page in changed.items():
        with opened(str(folder / name)) as file:
            file.write(page)
