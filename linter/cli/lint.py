"""``huashu lint``: the main job."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import click

from linter import __version__
from linter.calls import ReadOptions
from linter.cli.agents import agents_option
from linter.cli.changed import Diff, diff_options
from linter.cli.common import (
    about,
    both,
    format_option,
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
from linter.cli.configured import EVERYTHING, Configured
from linter.cli.jobs import jobs_option
from linter.cli.kept import Cache, cache_option
from linter.cli.masking import Mask, mask_option, refuse_names
from linter.cli.output import opened_mixed
from linter.cli.outputs import (
    Output,
    Wishes,
    described,
    output_options,
    refuse_to_overwrite,
    show_files,
    stopped_text,
    targets,
)
from linter.cli.run import NEVER, Run, count_lines
from linter.cli.scoring import Scoring, scheme_option
from linter.cli.screen import has_colors, width_of
from linter.cli.selecting import selection_options
from linter.cli.stopping import exit_code, stoppable
from linter.cli.triage import Triage, triage_options
from linter.model import SEVERITIES, Severity
from linter.reports import FORMATS, Agents, Lang, Options, RulesIdentity
from linter.triage.select import Selection


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
@paths_argument
@rules_option
@profile_option
@selection_options
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    default="info",
    help=both("只要这个级别及以上的，默认 info。", "Only findings of at least this severity."),
)
@click.option(
    "--certain-only", is_flag=True, help=both("不要需复核的。", "Leave out those to be reviewed.")
)
@click.option("--praise", is_flag=True, help=both("也列出做得好的。", "Show what was done well."))
@agents_option
@lang_option
@format_option(FORMATS)
@output_option
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
@reading_options
@strict_option
@jobs_option
@diff_options
@cache_option
@mask_option
@click.option(
    "--statistics", is_flag=True, help=both("最后按规则计数。", "Count by rule, at the end.")
)
@click.option(
    "--no-diagnosis", is_flag=True, help=both("不要四项诊断。", "Leave out the diagnosis.")
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help=both("是否用颜色，默认 auto：看是不是终端。", "Whether to use colours."),
)
@click.option(
    "--width",
    type=int,
    metavar="N",
    help=both("一行最多几列，默认随终端，至多 120。", "Columns a line may take."),
)
@configured(*EVERYTHING)
@help_option
def lint(
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    profiles: tuple[str, ...],
    selection: Selection,
    min_severity: Severity,
    certain_only: bool,
    praise: bool,
    agents: Agents,
    lang: Lang,
    format_: str,
    output: str | None,
    wishes: Wishes,
    fail_on: str,
    scoring: Scoring,
    triage: Triage,
    reading: ReadOptions,
    strict: bool,
    jobs: int,
    diff: Diff,
    cache: Cache,
    mask: Mask,
    statistics: bool,
    no_diagnosis: bool,
    color: str,
    width: int | None,
    config: Configured,
) -> int:
    """Lint everything that is named and return the exit code."""
    refuse_names(mask, agents)
    wanted = targets(format_, output, wishes.also)
    apart = (*scoring.files, *triage.files)
    refuse_to_overwrite(wanted, (*paths, *rules, *apart, *config.files))
    if wishes.show_files:
        return show_files(paths, reading, wanted, diff.changes)
    selection = replace(
        selection, min_severity=min_severity, certain_only=certain_only, praise=praise
    )
    try:
        places = [(target.path, target.binary) for target in wanted]
        with stoppable(), opened_mixed(places) as outs, closing(cache):
            linter = config.linter(rules, selection, profiles, scoring.scheme)
            book = linter.book
            options = Options(
                lang=lang,
                show_praise=praise,
                diagnosis=not no_diagnosis,
                rules_identity=RulesIdentity(", ".join(book.packs), __version__, book.version),
                categories={rule.id: rule.category for rule in book.rules},
                fail_on=fail_on,
                show_suppressed=triage.show,
                agents=agents,
            )
            outputs = [
                Output(
                    target,
                    replace(
                        options,
                        width=width_of(out) if width is None else width,
                        color=color == "always" or (color == "auto" and has_colors(out)),
                        rules=described(target.format, book),
                    ),
                    out,
                )
                for target, out in zip(wanted, outs, strict=True)
            ]
            lints = mask.around(diff.around(triage.around(linter, cache.around(linter))))
            run = Run(lints, outputs, fail_on, jobs, strict, diff.changes, mask)
            code = run.over(paths, reading, apart)
    except KeyboardInterrupt as stop:
        click.echo(stopped_text(wanted, lang), err=True)
        return exit_code(stop)
    if nothing := diff.nothing_line(run.files, lang):
        click.echo(nothing, err=True)
    code = triage.ended(run.tally, run.unread, code, strict=strict)
    if statistics:
        for line in count_lines(run.tally.by_rule, book, lang):
            click.echo(line, err=True)
    return wishes.exit_code(code)
