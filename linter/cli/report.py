"""``huashu report``: one file for reviewers, to act on without a network."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from linter import __version__
from linter.calls import ReadOptions
from linter.cli.agents import agents_option
from linter.cli.common import (
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
from linter.cli.completing import files
from linter.cli.config_option import configured
from linter.cli.configured import READING, RULES, SELECTING, Configured
from linter.cli.inputs import STDIN
from linter.cli.jobs import jobs_option
from linter.cli.kept import Cache, cache_option
from linter.cli.masking import Mask, mask_option, refuse_names
from linter.cli.output import opened
from linter.cli.outputs import Target, refuse_to_overwrite
from linter.cli.report_run import ReportRun
from linter.cli.scoring import Scoring, scheme_option
from linter.cli.selecting import selection_options
from linter.cli.stopping import exit_code, stoppable, stopped_line
from linter.cli.triage import Triage, baseline_option, exceptions_option
from linter.errors import UsageError
from linter.frozen import dataclass
from linter.linting import Linter
from linter.model import SEVERITIES, Severity
from linter.reports import Agents, Lang, Options, RulesIdentity
from linter.triage.select import Selection

if TYPE_CHECKING:
    from linter.config.linting import PathLinter
    from linter.desk.choices import Choices

KEYS = (
    *(*RULES, *SELECTING, "severity", "min_severity", "certain_only"),
    *("scheme", "exceptions", "baseline", "lang", "strict", "jobs", "mask", "exclude", *READING),
)
"""What of a configuration means something here: the report of ``lint`` has a place of its own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options say of the page itself."""

    title: str
    by: str
    agents: Agents
    lang: Lang
    earlier: str | None
    output: str | None


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
@scheme_option
@lang_option
@output_option
@click.option("--title", default="", help=both("报告的标题。", "The report's title."))
@click.option(
    "--by",
    type=click.Choice(["team", "agent"]),
    default="team",
    help=both("按班组（默认）还是按坐席统计。", "Figures by team or by agent."),
)
@agents_option
@click.option(
    "--earlier",
    metavar="FILE",
    shell_complete=files,
    help=both(
        "和上次比：上次的报告，或 JSON 结果。",
        "Compare with an earlier report or JSON result.",
    ),
)
@exceptions_option
@baseline_option
@reading_options
@strict_option
@jobs_option
@cache_option
@mask_option
@configured(*KEYS)
@help_option
def report(
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    profiles: tuple[str, ...],
    selection: Selection,
    min_severity: Severity,
    certain_only: bool,
    scoring: Scoring,
    lang: Lang,
    output: str | None,
    title: str,
    by: str,
    agents: Agents,
    earlier: str | None,
    exceptions: tuple[str, ...],
    baseline: str | None,
    reading: ReadOptions,
    strict: bool,
    jobs: int,
    cache: Cache,
    mask: Mask,
    config: Configured,
) -> int:
    """Write the report on everything that is named and return the exit code."""
    triage = Triage(exceptions, baseline)
    wanted = Wanted(title, by, agents, lang, earlier, _place(output))
    _refuse(wanted, mask)
    apart = (*scoring.files, *triage.files, *([earlier] if earlier else ()))
    read = (*paths, *rules, *apart, *config.files)
    refuse_to_overwrite([Target("text", wanted.output)], read)
    _refuse_other_suffixes(wanted.output)
    selection = replace(
        selection,
        min_severity=min_severity,
        certain_only=certain_only,
        praise=True,
        load=True,
    )
    try:
        with stoppable(), opened(wanted.output) as out, closing(cache):
            linter = config.linter(rules, selection, profiles, scoring.scheme)
            choices = _choices(linter, wanted, mask)
            lints = triage.around(linter, cache.around(linter))
            run = ReportRun(lints, choices, wanted.earlier, jobs, mask, strict=strict)
            for piece in run.over(paths, reading, wanted.output, apart):
                out.write(piece)
    except KeyboardInterrupt as stop:
        click.echo(stopped_line(wanted.output, lang), err=True)
        return exit_code(stop)
    return triage.ended(run.tally, run.unread, run.code, strict=strict)


def _place(output: str | None) -> str | None:
    return None if output == STDIN else output


def _refuse(wanted: Wanted, mask: Mask) -> None:
    """Say no to what makes no sense.

    :raises UsageError: for a page on a terminal, and for agents that are to be hidden and named.
    """
    if wanted.output is None and sys.stdout.isatty():
        raise UsageError("报告是网页，不写到屏幕上", hint="写到文件里：-o report.html")
    if wanted.by == "agent" and wanted.agents == "hidden":
        raise UsageError(
            "--by agent 和 --agents hidden 不能一起用",
            hint="去掉其中一个；--agents pseudonyms 用化名",
        )
    refuse_names(mask, wanted.agents)
    from linter.desk.drawing import require_pygal

    require_pygal()


def _refuse_other_suffixes(output: str | None) -> None:
    """Say no to a page with the name of something that is read: it may be lying in a folder.

    :raises UsageError: unless it ends with .html, or is a device.
    """
    if output is None or output.lower().endswith((".html", ".htm")):
        return
    if os.path.isfile(output) or not os.path.exists(output):
        hint = f"写成 {os.path.splitext(output)[0]}.html"
        raise UsageError("报告是网页，文件名要以 .html 结尾", path=output, hint=hint)


def _choices(linter: Linter | PathLinter, wanted: Wanted, mask: Mask) -> Choices:
    from linter.desk.choices import Choices
    from linter.desk.describing import described_rules, described_scheme

    book = linter.book
    # The scheme is the same for all files.
    one = linter if isinstance(linter, Linter) else linter.for_path("")
    return Choices(
        Options(
            lang=wanted.lang,
            show_praise=True,
            rules_identity=RulesIdentity(", ".join(book.packs), __version__, book.version),
            show_suppressed=True,
            agents=wanted.agents,
        ),
        by_agent=wanted.by == "agent",
        mask=mask.wanted,
        title=wanted.title,
        fatal=frozenset(rule.id for rule in book.rules if rule.fatal),
        praise=frozenset(rule.id for rule in book.rules if rule.praise),
        rules=described_rules(book),
        scheme=described_scheme(one.scheme),
    )
