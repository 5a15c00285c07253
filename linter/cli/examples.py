"""``huashu examples``: example sets for trainers, drawn from calls."""

from __future__ import annotations

import click

from linter import __version__
from linter.cli.common import FAILURE, about, both, help_option, lang_option, output_option
from linter.cli.configured import SELECTING
from linter.cli.examples_options import Wishes, set_options
from linter.cli.examples_outputs import set_targets, write_set
from linter.cli.examples_run import ExamplesRun
from linter.cli.output import opened_mixed
from linter.cli.outputs import refuse_to_overwrite, stopped_text
from linter.cli.selecting import severity_option
from linter.cli.stopping import exit_code, stoppable
from linter.cli.task import Task, run_options, scope_options, task_options
from linter.cli.triage import hiding_options
from linter.coaching.examples.collecting import Collector
from linter.coaching.examples.formats import FORMATS
from linter.coaching.examples.making import make_set
from linter.coaching.examples.pool import Pool
from linter.coaching.examples.saying import made_line
from linter.reports import Lang


@click.command(
    help=about(
        "从通话里挑培训用的样例集：好例坏例、类别、难度、成对，都打了码。",
        "Draw a training set from calls: good and bad, by category and difficulty, in pairs, "
        "masked.",
    ),
    epilog=about("退出码：0 写好了，2 出错。", "Exit codes: 0 written, 2 a failure."),
)
@scope_options
@severity_option("坏例只要这个级别及以上的，默认 info。", "The least severity of a bad example.")
@set_options
@lang_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="markdown",
    metavar="FORMAT",
    help=both("格式，默认 markdown。", "One of: " + ", ".join(FORMATS) + "."),
)
@output_option
@hiding_options
@run_options
@task_options(*SELECTING, "min_severity", "lang", "exceptions", "baseline")
@help_option
def examples(task: Task, wishes: Wishes, lang: Lang, format_: str, output: str | None) -> int:
    """Draw a set from everything that is named and return the exit code."""
    wanted = set_targets(format_, output, wishes.also, wishes.origins)
    refuse_to_overwrite(wanted, task.read)
    places = [(target.path, target.binary) for target in wanted]
    try:
        with stoppable(), opened_mixed(places) as outs:
            linter = task.linter(praise=True)
            pool = Pool(wishes.asked.limits.per, wishes.asked.seed)
            collector = Collector(task.triage.around(linter), wishes.asked.review)
            run = ExamplesRun(collector, linter, pool, task)
            well = run.over([target.path for target in wanted if target.path])
            made = make_set(pool, run.sources, wishes.asked, linter.book, __version__, run.read)
            write_set(made, wanted, outs, lang)
    except KeyboardInterrupt as stop:
        click.echo(stopped_text(wanted, lang), err=True)
        return exit_code(stop)
    click.echo(made_line(made, lang), err=True)
    code = 0 if well else FAILURE
    return task.triage.ended(run.traces, run.unread, code, strict=task.strict)
