"""``huashu baseline``: what is there already, written down so that only what is new is shown."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from linter.cli.common import (
    FAILURE,
    about,
    both,
    help_option,
    paths_argument,
    profile_option,
    reading_options,
    rules_option,
    table,
)
from linter.cli.config_option import configured_options
from linter.cli.entries import entry_options, new_entry
from linter.cli.inputs import BASELINE, Inputs
from linter.cli.output import opened
from linter.cli.task import Task, task_options
from linter.cli.telling import Telling
from linter.cli.triage import exceptions_option, today
from linter.errors import UsageError
from linter.judged import Entry
from linter.library import repeats
from linter.triage.baseline import Baseline, Known, Record
from linter.triage.baseline_file import read_baseline, written
from linter.triaged import Triaged

if TYPE_CHECKING:
    from linter.reports import Tally

WHY = "已有存量"
"""Why something is in a baseline, when nobody says more."""


@click.group(
    name="baseline",
    help=about(
        "基线：记下已有的问题，以后只报新的。",
        "Baselines: write down what is there, so that only what is new is shown.",
    ),
)
@help_option
def baseline() -> None:
    """All that can be done with a baseline."""


def _linting_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What says which calls are linted by which rules; the command gets ``task``."""
    found = reading_options(task_options("exceptions", "baseline")(command))
    for option in (help_option, exceptions_option, profile_option, rules_option, paths_argument):
        found = option(found)
    return found


def _file_option(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(
        *names,
        "file",
        default=BASELINE,
        metavar="FILE",
        help=both(f"基线文件，默认 {BASELINE}。", "The baseline file."),
    )


_said_options = entry_options(WHY, both(f"为什么先放着，默认“{WHY}”。", "Why they may stay."))
"""What new entries say."""


@baseline.command(
    short_help="记下现有的 / write down what is there",
    help=about("记下这些文件现有的全部问题。", "Write down all there is in these files."),
)
@_file_option("-o", "--output", "--baseline")
@_said_options
@_linting_options
def create(task: Task, file: str, why: str, by: str, until: str) -> int:
    """Make a new baseline."""
    if os.path.exists(file):
        raise UsageError("已经有这个文件", path=file, hint="要更新用 huashu baseline update")
    return _recorded(task, Baseline(file), new_entry("baseline", why, by, until))


@baseline.command(
    short_help="添新去旧 / add what is new, drop what is gone",
    help=about(
        "照现在的样子改基线：新的加上，没有了的去掉；没检查的文件不动。",
        "Bring a baseline up to date; entries of files that are not linted stay.",
    ),
)
@_file_option("--baseline")
@_said_options
@_linting_options
def update(task: Task, file: str, why: str, by: str, until: str) -> int:
    """Add what is new, and drop what is there no longer."""
    return _recorded(task, read_baseline(file), new_entry("baseline", why, by, until))


@baseline.command(
    short_help="去掉没有了的 / drop what is gone",
    help=about(
        "从基线里去掉已经没有了的；没检查的文件不动。",
        "Drop what is there no longer; entries of files that are not linted stay.",
    ),
)
@_file_option("--baseline")
@_linting_options
def prune(task: Task, file: str) -> int:
    """Drop what is there no longer, and add nothing."""
    return _recorded(task, read_baseline(file), None)


@baseline.command(
    short_help="列出来 / list the entries",
    help=about("列出基线里的。", "List what a baseline holds."),
)
@_file_option("--baseline")
@configured_options("baseline")
@help_option
def show(file: str) -> int:
    """List the entries."""
    entries = read_baseline(file).entries
    for line in table(_row(known) for known in entries) if entries else ():
        click.echo(line)
    click.echo(f"{file}：{len(entries)} 条，{_sum(entries)} 处。")
    return 0


def _row(known: Known) -> tuple[str, ...]:
    mark, entry = known.mark, known.entry
    words = mark.quote or mark.scene or mark.call
    until = f"到 {entry.until}" if entry.until else ""
    return (
        known.path,
        mark.rule,
        words,
        f"{known.count} 处",
        known.added,
        entry.why,
        entry.by,
        until,
    )


def _recorded(task: Task, before: Baseline, new: Entry | None) -> int:
    """Write the baseline that comes of linting all inputs, unless one could not be read.

    :param new: what to say of what is new; ``None`` to leave it out.
    """
    linter = task.linter()
    record = Record(before)
    telling = Telling()
    record.searched(path for path in task.paths if os.path.isdir(path))
    inputs = Inputs(
        task.paths,
        task.reading,
        output=before.path,
        apart=task.apart,
        failed=telling.failed,
        warned=telling.warned,
    )
    tally = _linted(inputs, task.triage.around(linter, baseline=before), record, new)
    task.triage.told(tally)
    if inputs.skipped or tally.traces.mistakes:
        click.echo(f"没有写 {before.path}：先改好上面的错误。", err=True)
        return FAILURE
    entries = record.entries()
    with opened(before.path) as file:
        file.write(written(entries))
    click.echo(
        f"{before.path}：{len(entries)} 条，{_sum(entries)} 处（原来 {_sum(before.entries)} 处）。",
        err=True,
    )
    return 0


def _linted(inputs: Inputs, triaged: Triaged, record: Record, new: Entry | None) -> Tally:
    """Take down what is found."""
    from linter.reports.summary import Tally

    twice = repeats(inputs.files_named(), inputs.options)
    tally, day = Tally(), today()
    for call in inputs.calls():
        report = triaged.lint(twice.noted(call))
        tally.count(report)
        record.linted(call.path)
        for finding, entry in report.suppressed:
            if entry.source == "baseline":
                record.keep(finding, report.call, entry)
        if new is not None:
            for finding in report.findings:
                record.add(finding, report.call, day, new)
    return tally


def _sum(entries: tuple[Known, ...]) -> int:
    return sum(known.count for known in entries)
