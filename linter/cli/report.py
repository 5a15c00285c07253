"""``huashu report``: one file for reviewers, to act on without a network."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from linter import __version__
from linter.cli.common import about, help_option
from linter.cli.configured import SELECTING
from linter.cli.kept import cache_option
from linter.cli.masking import Mask, mask_option
from linter.cli.output import opened
from linter.cli.outputs import refuse_to_overwrite
from linter.cli.report_options import Page, page_options
from linter.cli.report_run import ReportRun
from linter.cli.scoring import scheme_option
from linter.cli.selecting import certain_option, severity_option
from linter.cli.stopping import exit_code, stoppable, stopped_line
from linter.cli.targets import Target
from linter.cli.task import Task, run_options, scope_options, task_options
from linter.cli.triage import hiding_options
from linter.linting import Linter
from linter.reports import Options, RulesIdentity

if TYPE_CHECKING:
    from linter.config.linting import PathLinter
    from linter.desk.choices import Choices

KEYS = (
    *(*SELECTING, "min_severity", "certain_only", "scheme", "exceptions", "baseline"),
    *("lang", "strict", "jobs", "mask"),
)
"""What of a configuration means something here: the report of ``lint`` has a place of its own."""


@click.command(
    help=about(
        "给质检员的报告：一个 HTML 文件，不联网也能看。",
        "A report for reviewers: one HTML file that works offline.",
    ),
    epilog=about(
        "退出码：0 写好了，2 出错或有文件没读成（其余的照写）。",
        "Exit codes: 0 written, 2 a failure or an input not read (the rest is written).",
    ),
)
@scope_options
@severity_option()
@certain_option
@scheme_option
@page_options
@hiding_options
@run_options
@cache_option
@mask_option
@task_options(*KEYS)
@help_option
def report(task: Task, page: Page) -> int:
    """Write the report on everything that is named and return the exit code."""
    page.refuse(task.mask)
    apart = (*task.apart, *page.files)
    refuse_to_overwrite([Target("text", page.output)], (*task.read, *page.files))
    page.refuse_other_suffixes()
    try:
        with stoppable(), opened(page.output) as out, closing(task.cache):
            linter = task.linter(praise=True, load=True)
            choices = _choices(linter, page, task.mask)
            run = ReportRun(task.around(linter), choices, page.earlier, task)
            for piece in run.over(page.output, apart):
                out.write(piece)
    except KeyboardInterrupt as stop:
        click.echo(stopped_line(page.output, page.lang), err=True)
        return exit_code(stop)
    return task.triage.ended(run.tally, run.unread, run.code, strict=task.strict)


def _choices(linter: Linter | PathLinter, page: Page, mask: Mask) -> Choices:
    from linter.desk.choices import Choices
    from linter.desk.describing import described_rules, described_scheme

    book = linter.book
    # The scheme is the same for all files.
    one = linter if isinstance(linter, Linter) else linter.for_path("")
    return Choices(
        Options(
            lang=page.lang,
            show_praise=True,
            rules_identity=RulesIdentity.of(book, __version__),
            show_suppressed=True,
            agents=page.agents,
        ),
        by_agent=page.by == "agent",
        mask=mask.wanted,
        title=page.title,
        fatal=frozenset(rule.id for rule in book.rules if rule.fatal),
        praise=frozenset(rule.id for rule in book.rules if rule.praise),
        rules=described_rules(book),
        scheme=described_scheme(one.scheme),
    )
