"""``huashu examples``: example sets for trainers, drawn from calls."""

from __future__ import annotations

import click

from linter import __version__
from linter.calls import ReadOptions
from linter.cli.common import (
    FAILURE,
    about,
    both,
    help_option,
    lang_option,
    output_option,
    paths_argument,
    profile_option,
    reading_options,
    rules_option,
    strict_option,
)
from linter.cli.config_option import configured
from linter.cli.configured import READING, RULES, SELECTING, Configured
from linter.cli.examples_options import Wishes, set_options
from linter.cli.examples_outputs import set_targets, write_set
from linter.cli.examples_run import ExamplesRun
from linter.cli.jobs import jobs_option
from linter.cli.output import opened_mixed
from linter.cli.outputs import refuse_to_overwrite, stopped_text
from linter.cli.selecting import selection_options
from linter.cli.stopping import exit_code, stoppable
from linter.cli.triage import Triage, baseline_option, exceptions_option
from linter.coaching.examples.collecting import Collector
from linter.coaching.examples.formats import FORMATS
from linter.coaching.examples.making import make_set
from linter.coaching.examples.pool import Pool
from linter.coaching.examples.saying import made_line
from linter.model import SEVERITIES, Severity
from linter.reports import Lang
from linter.triage.select import Selection

_KEYS = (
    *(*RULES, *SELECTING, *READING),
    *("severity", "min_severity", "lang", "exclude", "exceptions", "baseline"),
)


@click.command(
    help=about(
        "从通话里挑培训用的样例集：好例坏例、类别、难度、成对，都打了码。",
        "Draw a training set from calls: good and bad, by category and difficulty, in pairs, "
        "masked.",
    ),
    epilog=about("退出码：0 写好了，2 出错。", "Exit codes: 0 written, 2 a failure."),
)
@paths_argument
@rules_option
@profile_option
@selection_options
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    default="info",
    help=both("坏例只要这个级别及以上的，默认 info。", "The least severity of a bad example."),
)
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
@exceptions_option
@baseline_option
@reading_options
@strict_option
@jobs_option
@configured(*_KEYS)
@help_option
def examples(
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    profiles: tuple[str, ...],
    selection: Selection,
    min_severity: Severity,
    wishes: Wishes,
    lang: Lang,
    format_: str,
    output: str | None,
    exceptions: tuple[str, ...],
    baseline: str | None,
    reading: ReadOptions,
    strict: bool,
    jobs: int,
    config: Configured,
) -> int:
    """Draw a set from everything that is named and return the exit code."""
    wanted = set_targets(format_, output, wishes.also, wishes.origins)
    triage = Triage(exceptions, baseline)
    refuse_to_overwrite(wanted, (*paths, *rules, *triage.files, *config.files))
    selection = Selection(
        selection.select, selection.ignore, min_severity=min_severity, praise=True
    )
    places = [(target.path, target.binary) for target in wanted]
    try:
        with stoppable(), opened_mixed(places) as outs:
            linter = config.linter(rules, selection, profiles)
            pool = Pool(wishes.asked.limits.per, wishes.asked.seed)
            collector = Collector(triage.around(linter), wishes.asked.review)
            run = ExamplesRun(collector, linter, pool, jobs, strict)
            outputs = [target.path for target in wanted if target.path]
            well = run.over(paths, reading, outputs, triage.files)
            made = make_set(pool, run.sources, wishes.asked, linter.book, __version__, run.read)
            write_set(made, wanted, outs, lang)
    except KeyboardInterrupt as stop:
        click.echo(stopped_text(wanted, lang), err=True)
        return exit_code(stop)
    click.echo(made_line(made, lang), err=True)
    return triage.ended(run.traces, run.unread, 0 if well else FAILURE, strict=strict)
