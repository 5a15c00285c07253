"""``huashu exemplars``: who answers best, and what they say that others do not."""

from __future__ import annotations

import dataclasses

import click

from linter.cli.common import (
    FAILURE,
    about,
    format_option,
    help_option,
    lang_option,
    output_option,
)
from linter.cli.configured import SELECTING
from linter.cli.exemplars_options import Asked, exemplars_options
from linter.cli.exemplars_run import ExemplarsRun
from linter.cli.output import opened
from linter.cli.stopping import exit_code, stoppable, stopped_line
from linter.cli.task import Task, run_options, scope_options, task_options
from linter.coaching.exemplars import Moments, analyse
from linter.coaching.exemplars.formats import FORMATS
from linter.coaching.exemplars.naming import named
from linter.masking import Pseudonyms
from linter.reports import Lang


@click.command(
    help=about(
        "从通话里找标兵，看他们在同样的情境里说了什么别人不说的。",
        "Find the agents who answer best in comparable situations, and what they say there that "
        "others do not.",
    ),
    epilog=about(
        "退出码：0 算完了（数据不够也是），2 出错。",
        "Exit codes: 0 worked out, with too little data, too; 2 a failure.",
    ),
)
@scope_options
@exemplars_options
@lang_option
@format_option(FORMATS)
@output_option
@run_options
@task_options(*SELECTING, "strict", "jobs", "lang")
@help_option
def exemplars(task: Task, asked: Asked, lang: Lang, format_: str, output: str | None) -> int:
    """Look at everything that is named and return the exit code."""
    report = FORMATS[format_](lang)
    try:
        with stoppable(), opened(output) as out:
            linter = task.linter(praise=True)
            moments = Moments(linter, asked.settings.strata, hide=not asked.names)
            run = ExemplarsRun(moments, linter, task)
            found = run.over(output)
            result = analyse(found, asked.settings)
            result = dataclasses.replace(result, skipped=tuple(run.skipped))
            if not asked.names:
                hidden = Pseudonyms(lang)
                for agent in found.agents:
                    hidden.of(agent)
                result = named(result, hidden.of)
            for line in report.lines(result):
                out.write(line + "\n")
    except KeyboardInterrupt as stop:
        click.echo(stopped_line(output, lang), err=True)
        return exit_code(stop)
    return FAILURE if run.failed else 0
