"""``huashu fix``: better wording written into script libraries, where a rule knows it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.calls import ReadOptions, read_path
from linter.calls.format_yaml import FORMAT as YAML
from linter.calls.format_yaml import is_rules
from linter.calls.source import HEAD_BYTES
from linter.cli.common import (
    FAILURE,
    FINDINGS,
    about,
    both,
    help_option,
    lang_option,
    note,
    reading_options,
)
from linter.cli.configured import SELECTING
from linter.cli.inputs import ALL_EXCLUDED, Inputs
from linter.cli.output import replaced
from linter.cli.task import Task, scope_options, task_options
from linter.cli.telling import Telling
from linter.cli.triage import Triage
from linter.errors import HuashuError, InputError, UsageError, place_text
from linter.fixing import Edit, Fixed, TextFile, fix_file
from linter.library import Neighbours
from linter.linting import Linter
from linter.reports import Lang
from linter.reports.cells import visible
from linter.wording import pick

if TYPE_CHECKING:
    from linter.config.linting import PathLinter


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
@click.option(
    "--diff", is_flag=True, help=both("只看会改什么，不改。", "Show the changes, make none.")
)
@scope_options
@lang_option
@reading_options
@task_options(*SELECTING, "lang")
@help_option
def fix(task: Task, diff: bool, lang: Lang) -> int:
    """Fix every script library that is named and return the exit code."""
    if "-" in task.paths:
        raise UsageError("标准输入改不了", path="-", hint="给出文件")
    linter = task.linter()
    telling = Telling()
    inputs = Inputs(task.paths, task.reading, failed=telling.failed, warned=telling.warned)
    made = left = 0
    for path, before, fixed in _fixed(inputs, linter, diff=diff):
        made, left = made + len(fixed.made), left + len(fixed.left)
        for line in _told(path, before, fixed, lang, diff=diff):
            click.echo(line)
    click.echo(_summary(made, left, lang, diff=diff), err=True)
    if inputs.all_excluded:
        note(ALL_EXCLUDED)
    if inputs.skipped:
        return FAILURE
    return FINDINGS if left or (diff and made) else 0


def _fixed(
    inputs: Inputs, linter: Linter | PathLinter, *, diff: bool
) -> Iterator[tuple[Path, bytes, Fixed]]:
    """The script libraries among the inputs, as they were, and what became of them."""
    neighbours = Neighbours(inputs.files_named(), inputs.options)
    for path in inputs.named():
        if path is None:
            continue
        if isinstance(path, HuashuError):
            inputs.skip(path)
            continue
        try:
            if not _has_scripts(path, inputs.options):
                continue
            before = path.read_bytes()
            one = linter if isinstance(linter, Linter) else linter.for_path(str(path))
            triaged = Triage().around(one)
            fixed = fix_file(before, str(path), triaged, inputs.options, neighbours)
            if not diff and fixed.data != before:
                replaced(path, fixed.data)
        except OSError as error:
            reason = "没有权限改" if isinstance(error, PermissionError) else "改不了"
            said = f"{reason}：{error.strerror or error}"
            inputs.skip(InputError(said, path=str(path), hint="检查权限和剩余空间"))
        except HuashuError as error:
            inputs.skip(error)
        else:
            yield path, before, fixed


def _has_scripts(path: Path, reading: ReadOptions) -> bool:
    """Whether a file holds scripts; transcripts, which may be large, are read as a stream.

    Rule files stand beside scripts, and must go on naming the words that are not to be said.

    :raises InputError: when it cannot be read.
    """
    if not path.is_file() and path.exists():
        raise InputError("不是普通文件，改不了", path=str(path), hint="先存成文件")
    if path.suffix.lower() in YAML.suffixes:
        with open(path, encoding="utf-8", errors="replace") as file:
            if is_rules(file.read(HEAD_BYTES)):
                return False
    return any(call.kind == "script" for call in read_path(path, options=reading))


def _summary(made: int, left: int, lang: Lang, *, diff: bool) -> str:
    changed = pick(lang, "可以改", "to change") if diff else pick(lang, "改了", "changed")
    return pick(
        lang,
        f"{changed} {made} 处，{left} 处要手工改。",
        f"{made} {changed}, {left} to be done by hand.",
    )


def _told(path: Path, before: bytes, fixed: Fixed, lang: Lang, *, diff: bool) -> Iterator[str]:
    if diff and not any(edit.finding.cell for edit in fixed.made):
        if fixed.data != before:
            yield from _diff(path, before, fixed.data)
    else:
        for edit in fixed.made:
            yield f"{_place(edit)}: {_change(edit)}  [{edit.finding.rule}]"
    left = pick(lang, "没有改", "left")
    for edit, why in fixed.left:
        said = pick(lang, f"：{why.zh}", f": {why.en}")
        yield f"{_place(edit)}: {left} {_change(edit)}{said}  [{edit.finding.rule}]"


def _place(edit: Edit) -> str:
    found = edit.finding
    return visible(place_text(found.path, found.line, found.column, found.sheet, found.cell))


def _change(edit: Edit) -> str:
    return visible(f"{edit.finding.quote} → {edit.new}")


def _diff(path: Path, before: bytes, after: bytes) -> Iterator[str]:
    name = os.fspath(path)
    old, new = TextFile(before, name).lines(), TextFile(after, name).lines()
    for line in difflib.unified_diff(old, new, name, name, lineterm=""):
        yield "\t".join(map(visible, line.split("\t")))
