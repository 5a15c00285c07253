"""``huashu baseline``: what is there already, written down so that only what is new is shown."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import Any

import click

from linter.calls import ReadOptions
from linter.cli.common import (
    FAILURE,
    about,
    both,
    complain,
    help_option,
    paths_argument,
    profile_option,
    reading_options,
    rules_option,
    table,
    warn,
)
from linter.cli.config_option import configured, configured_options
from linter.cli.configured import READING, RULES, Configured
from linter.cli.entries import entry_options, new_entry
from linter.cli.inputs import BASELINE, Inputs
from linter.cli.output import opened
from linter.cli.triage import Triage, exceptions_option, today
from linter.errors import UsageError
from linter.library import repeats
from linter.model import Entry
from linter.triage.baseline import Baseline, Known, Record
from linter.triage.baseline_file import read_baseline, written
from linter.triage.select import Selection
from linter.triaged import Triaged

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
    """What says which calls are linted by which rules; the command gets ``run``."""

    @functools.wraps(command)
    def read(
        *args: Any,
        paths: tuple[str, ...],
        rules: tuple[str, ...],
        profiles: tuple[str, ...],
        exceptions: tuple[str, ...],
        reading: ReadOptions,
        config: Configured,
        **others: Any,
    ) -> Any:
        run = _Run(paths, rules, profiles, exceptions, reading, config)
        return command(*args, run=run, **others)

    keys = (*RULES, *READING, "severity", "exceptions", "exclude", "baseline")
    found: Callable[..., Any] = reading_options(configured(*keys)(read))
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
def create(run: _Run, file: str, why: str, by: str, until: str) -> int:
    """Make a new baseline."""
    if os.path.exists(file):
        raise UsageError("已经有这个文件", path=file, hint="要更新用 huashu baseline update")
    return run.recorded(Baseline(file), new_entry("baseline", why, by, until))


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
def update(run: _Run, file: str, why: str, by: str, until: str) -> int:
    """Add what is new, and drop what is there no longer."""
    return run.recorded(read_baseline(file), new_entry("baseline", why, by, until))


@baseline.command(
    short_help="去掉没有了的 / drop what is gone",
    help=about(
        "从基线里去掉已经没有了的；没检查的文件不动。",
        "Drop what is there no longer; entries of files that are not linted stay.",
    ),
)
@_file_option("--baseline")
@_linting_options
def prune(run: _Run, file: str) -> int:
    """Drop what is there no longer, and add nothing."""
    return run.recorded(read_baseline(file), None)


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


class _Run:
    """Lints all inputs, and makes a baseline of what is found."""

    def __init__(
        self,
        paths: tuple[str, ...],
        rules: tuple[str, ...],
        profiles: tuple[str, ...],
        exceptions: tuple[str, ...],
        reading: ReadOptions,
        config: Configured,
    ) -> None:
        self._paths = paths
        self._config = config
        self._rules = rules
        self._profiles = profiles
        self._triage = Triage(exceptions)
        self._reading = reading

    def recorded(self, before: Baseline, new: Entry | None) -> int:
        """Write the baseline that comes of it, unless an input could not be read.

        :param new: what to say of what is new; ``None`` to leave it out.
        """
        linter = self._config.linter(self._rules, Selection(), self._profiles)
        record = Record(before)
        record.searched(path for path in self._paths if os.path.isdir(path))
        warned = functools.partial(warn, strict=False)
        inputs = Inputs(
            self._paths,
            self._reading,
            output=before.path,
            apart=self._triage.files,
            failed=complain,
            warned=warned,
        )
        mistakes = self._lint(inputs, self._triage.around(linter, baseline=before), record, new)
        if inputs.skipped or mistakes:
            click.echo(f"没有写 {before.path}：先改好上面的错误。", err=True)
            return FAILURE
        entries = record.entries()
        with opened(before.path) as file:
            file.write(written(entries))
        click.echo(
            f"{before.path}：{len(entries)} 条，{_sum(entries)} 处"
            f"（原来 {_sum(before.entries)} 处）。",
            err=True,
        )
        return 0

    def _lint(self, inputs: Inputs, triaged: Triaged, record: Record, new: Entry | None) -> bool:
        """Take down what is found; whether comments in the files are wrong."""
        from linter.reports.summary import Tally

        twice = repeats(inputs.files_named(), self._reading)
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
        self._triage.told(tally)
        return bool(tally.traces.mistakes)


def _sum(entries: tuple[Known, ...]) -> int:
    return sum(known.count for known in entries)
