"""``huashu lint``: the main job."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import click

from linter import __version__
from linter.cli.agents import agents_option
from linter.cli.changed import Diff, diff_options
from linter.cli.common import about, both, help_option, lang_option
from linter.cli.configured import EVERYTHING
from linter.cli.kept import cache_option
from linter.cli.masking import mask_option, refuse_names
from linter.cli.output import opened_mixed
from linter.cli.outputs import (
    Output,
    Wishes,
    described,
    output_options,
    refuse_to_overwrite,
    show_files,
    stopped_text,
)
from linter.cli.run import NEVER, Run, count_lines
from linter.cli.scoring import scheme_option
from linter.cli.screen import Screen, screen_options
from linter.cli.selecting import certain_option, severity_option
from linter.cli.stopping import exit_code, stoppable
from linter.cli.task import Task, run_options, scope_options, task_options
from linter.cli.triage import triage_options
from linter.model import SEVERITIES
from linter.reports import Agents, Lang, Options, RulesIdentity


@click.command(
    help=about(
        "检查通话和话术库：文件、文件夹、通配符，- 是标准输入。",
        "Lint calls and script libraries: files, folders, globs, - for standard input.",
    ),
    epilog=about(
        "退出码：0 没有 --fail-on 及以上的，1 有，2 出错。",
        "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 a failure.",
    ),
)
@scope_options
@severity_option()
@certain_option
@click.option("--praise", is_flag=True, help=both("也列出做得好的。", "Show what was done well."))
@agents_option
@lang_option
@output_options
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, NEVER]),
    default="error",
    help=both(
        "有这个级别及以上的就以 1 退出，默认 error。", "Exit with 1 on a finding of this severity."
    ),
)
@scheme_option
@triage_options
@run_options
@diff_options
@cache_option
@mask_option
@click.option(
    "--statistics", is_flag=True, help=both("最后按规则计数。", "Count by rule, at the end.")
)
@click.option(
    "--no-diagnosis", is_flag=True, help=both("不要四项诊断。", "Leave out the diagnosis.")
)
@screen_options
@task_options(*EVERYTHING)
@help_option
def lint(
    task: Task,
    agents: Agents,
    lang: Lang,
    wishes: Wishes,
    fail_on: str,
    diff: Diff,
    statistics: bool,
    no_diagnosis: bool,
    screen: Screen,
) -> int:
    """Lint everything that is named and return the exit code."""
    refuse_names(task.mask, agents)
    wanted = wishes.targets()
    refuse_to_overwrite(wanted, task.read)
    if wishes.show_files:
        return show_files(task.paths, task.reading, wanted, diff.changes)
    try:
        places = [(target.path, target.binary) for target in wanted]
        with stoppable(), opened_mixed(places) as outs, closing(task.cache):
            linter = task.linter()
            book = linter.book
            options = Options(
                lang=lang,
                show_praise=task.selection.praise,
                diagnosis=not no_diagnosis,
                rules_identity=RulesIdentity.of(book, __version__),
                categories={rule.id: rule.category for rule in book.rules},
                fail_on=fail_on,
                show_suppressed=task.triage.show,
                agents=agents,
            )
            outputs = [
                Output(
                    target,
                    replace(
                        options,
                        width=screen.columns(out),
                        color=screen.colors(out),
                        rules=described(target.format, book),
                    ),
                    out,
                )
                for target, out in zip(wanted, outs, strict=True)
            ]
            lints = task.mask.around(diff.around(task.around(linter)))
            run = Run(lints, outputs, fail_on, task.jobs, task.strict, diff.changes, task.mask)
            code = run.over(task.paths, task.reading, task.apart)
    except KeyboardInterrupt as stop:
        click.echo(stopped_text(wanted, lang), err=True)
        return exit_code(stop)
    if nothing := diff.nothing_line(run.files, lang):
        click.echo(nothing, err=True)
    code = task.triage.ended(run.tally, run.unread, code, strict=task.strict)
    if statistics:
        for line in count_lines(run.tally.by_rule, book, lang):
            click.echo(line, err=True)
    return wishes.exit_code(code)
