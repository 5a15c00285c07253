"""``huashu impact``: what a change to the rules gains and loses on a body of calls."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

import click

from linter.calls import ReadOptions
from linter.cli.common import (
    FAILURE,
    FINDINGS,
    about,
    both,
    complain,
    format_option,
    help_option,
    lang_option,
    listed,
    output_option,
    profile_option,
    reading_options,
)
from linter.cli.config_option import configured_options
from linter.cli.configured import READING
from linter.cli.impact_run import ImpactRun
from linter.cli.impact_sides import Asked, lacking, linters, load_sides, side
from linter.cli.jobs import jobs_option
from linter.cli.masking import Mask, mask_option
from linter.cli.output import opened
from linter.cli.selecting import selection_options
from linter.cli.stopping import exit_code, stoppable, stopped_line
from linter.impact import FORMATS
from linter.impact.choosing import Chosen
from linter.impact.tally import Counts
from linter.reports import Lang
from linter.triage.select import Selection

FailOn = Literal["never", "gained", "lost", "any"]


@click.command(
    help=about(
        "规则改动的影响。OLD、NEW 是规则文件、文件夹，或 git 的 main:rules 这样的。",
        "What a change to the rules does, finding by finding: OLD and NEW are rule files, folders, "
        "builtin, or REV:PATH in git (main:rules).",
    ),
    epilog=about(
        "退出码：0 比过了，1 有 --fail-on 说的变化，2 出错。",
        "Exit codes: 0 compared, 1 what --fail-on says, 2 a failure.",
    ),
)
@click.argument("old")
@click.argument("new")
@click.argument("paths", nargs=-1, required=True, metavar="CALLS...")
@click.option(
    "--rules",
    "also",
    multiple=True,
    metavar="PATH",
    help=both("两边都另加上的规则。", "Rule files that both sides have, too."),
)
@profile_option
@selection_options
@click.option("--praise", is_flag=True, help=both("也比做得好的。", "Compare praise, too."))
@click.option(
    "--limit",
    type=click.IntRange(0),
    metavar="N",
    help=both(
        "每条规则每种变化至多列几处，默认 10。",
        "How many to list of each rule and kind of change; by default 10, markdown 5, "
        "html 100, json all.",
    ),
)
@click.option(
    "--seed",
    type=int,
    default=0,
    metavar="N",
    help=both("列不下时抽哪些，默认 0。", "Another choice of what is listed."),
)
@click.option(
    "--fail-on",
    type=click.Choice(["never", "gained", "lost", "any"]),
    default="never",
    help=both("有这种变化就以 1 退出，默认 never。", "Exit with 1 on such changes."),
)
@mask_option
@lang_option
@format_option(FORMATS)
@output_option
@reading_options
@jobs_option
@configured_options("exclude", "mask", *READING)
@help_option
def impact(
    old: str,
    new: str,
    paths: tuple[str, ...],
    also: tuple[str, ...],
    profiles: tuple[str, ...],
    selection: Selection,
    praise: bool,
    limit: int | None,
    seed: int,
    fail_on: FailOn,
    mask: Mask,
    lang: Lang,
    format_: str,
    output: str | None,
    reading: ReadOptions,
    jobs: int,
) -> int:
    """Compare on everything that is named and return the exit code."""
    asked = Asked(also, listed(profiles), selection.select, selection.ignore, praise)
    report = FORMATS[format_](lang)
    chosen = Chosen(report.limit if limit is None else limit, seed)
    try:
        with stoppable(), opened(output) as out, tempfile.TemporaryDirectory() as folder:
            books, errors = load_sides((old, new), asked, Path(folder))
            for error in errors:
                complain(error)
            if errors:
                raise click.exceptions.Exit(FAILURE)
            before, after = linters(books, asked)
            for said in lacking(books, (old, new), asked):
                click.echo(f"注意：{said}", err=True)
            run = ImpactRun(before, after, chosen, jobs, mask)
            sides = side(old, before), side(new, after)
            result = run.over(paths, reading, output, sides)
            for piece in report.text(result):
                out.write(piece)
    except KeyboardInterrupt as stop:
        click.echo(stopped_line(output, lang), err=True)
        return exit_code(stop)
    if result.skipped:
        return FAILURE
    return FINDINGS if _fails(result.tally.total, fail_on) else 0


def _fails(total: Counts, fail_on: FailOn) -> bool:
    match fail_on:
        case "gained":
            return total.gained > 0
        case "lost":
            return total.lost > 0
        case "any":
            return total.differs
        case _:
            return False
