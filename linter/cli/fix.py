"""``huashu fix``: better wording written into script libraries, where a rule knows it."""

from __future__ import annotations

import difflib
import functools
import os
from collections.abc import Iterator
from pathlib import Path

import click

from linter.calls import ReadOptions
from linter.cli.common import (
    FAILURE,
    FINDINGS,
    about,
    both,
    complain,
    help_option,
    lang_option,
    listed,
    names,
    paths_argument,
    profile_option,
    reading_options,
    rules_option,
    warn,
)
from linter.cli.inputs import Inputs
from linter.cli.output import replaced
from linter.errors import HuashuError, InputError, UsageError, place_text
from linter.fixing import Edit, Fixed, TextFile, WorkbookFile, fix_file
from linter.linting import Linter
from linter.reports import Lang
from linter.triage.select import Selection
from linter.wording import pick

_ZIP = b"PK"


@click.command(
    help=about(
        "照规则的改法改话术库：只改报出来的字，别的一个字节也不动；通话从不改。",
        "Fix script libraries where a rule knows better; transcripts are never changed.",
    ),
    epilog=about(
        "退出码：0 改好了或没什么可改；1 --diff 有可改的，或有改不了的；2 出错。",
        "Exit codes: 0 done, 1 something to fix (--diff) or left, 2 a failure.",
    ),
)
@paths_argument
@click.option(
    "--diff", is_flag=True, help=both("只看会改什么，不改。", "Show the changes, make none.")
)
@rules_option
@profile_option
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    help=both("只改这些规则、类别、规则包报的。", "Only these rules, categories or packs."),
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="NAMES",
    help=both("不改这些规则、类别、规则包报的。", "Not these rules, categories or packs."),
)
@lang_option
@reading_options
@help_option
def fix(
    paths: tuple[str, ...],
    diff: bool,
    rules: tuple[str, ...],
    profiles: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    lang: Lang,
    reading: ReadOptions,
) -> int:
    """Fix every script library that is named and return the exit code."""
    if "-" in paths:
        raise UsageError("标准输入改不了", path="-", hint="给出文件")
    linter = Linter(rules, Selection(names(select), names(ignore)), listed(profiles))
    inputs = Inputs(paths, reading, failed=complain, warned=functools.partial(warn, strict=False))
    made = left = 0
    for path in inputs.named():
        if path is None:
            continue
        if isinstance(path, HuashuError):
            inputs.skip(path)
            continue
        try:
            data = path.read_bytes()
            fixed = _fixed(path, data, linter, reading)
            if not diff and fixed.data != data:
                replaced(path, fixed.data)
        except OSError as error:
            inputs.skip(
                InputError(f"读写不了：{error.strerror or error}", path=str(path), hint="检查权限")
            )
            continue
        except HuashuError as error:
            inputs.skip(error)
            continue
        made, left = made + len(fixed.made), left + len(fixed.left)
        for line in _told(path, data, fixed, lang, diff=diff):
            click.echo(line)
    click.echo(
        pick(
            lang, "改了 {0} 处，{1} 处要手工改。", "{0} changed, {1} left to be done by hand."
        ).format(made, left)
        if not diff
        else pick(lang, "可以改 {0} 处，{1} 处要手工改。", "{0} to change, {1} by hand.").format(
            made, left
        ),
        err=True,
    )
    if inputs.skipped:
        return FAILURE
    return FINDINGS if left or (diff and made) else 0


def _fixed(path: Path, data: bytes, linter: Linter, reading: ReadOptions) -> Fixed:
    """The fixed file; one that holds no scripts comes back as it is.

    :raises InputError: when it cannot be read.
    """
    name = str(path)
    file = WorkbookFile(data, name) if data.startswith(_ZIP) else TextFile(data, name)
    return fix_file(file, name, linter, reading)


def _told(path: Path, data: bytes, fixed: Fixed, lang: Lang, *, diff: bool) -> Iterator[str]:
    if diff and not data.startswith(_ZIP):
        yield from _diff(path, TextFile(data, str(path)).text, TextFile(fixed.data, "").text)
    else:
        for edit in fixed.made:
            yield f"{_place(edit)}: {edit.finding.quote} → {edit.new}  [{edit.finding.rule}]"
    left = pick(lang, "没有改", "left")
    for edit, why in fixed.left:
        found = edit.finding
        yield f"{_place(edit)}: {left} {found.quote} → {edit.new}：{why}  [{found.rule}]"


def _place(edit: Edit) -> str:
    found = edit.finding
    return place_text(found.path, found.line, found.column, found.sheet, found.cell)


def _diff(path: Path, before: str, after: str) -> Iterator[str]:
    name = os.fspath(path)
    old, new = before.splitlines(), after.splitlines()
    yield from difflib.unified_diff(old, new, name, name, lineterm="")
