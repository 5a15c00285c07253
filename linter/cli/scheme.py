"""``huashu scheme``: what scoring schemes there are, what is in one, and whether it is sound."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli.common import (
    about,
    both,
    help_option,
    load_book,
    profile_option,
    rules_option,
    table,
)
from linter.cli.completing import schemes
from linter.cli.config_option import configured_options
from linter.cli.configured import RULES
from linter.errors import HuashuError, RuleErrors, UsageError
from linter.reports.cells import visible
from linter.scoring.describing import scheme_rows
from linter.scoring.examples import examples, found
from linter.scoring.load import load_scheme


@click.group(
    help=about(
        "评分表：列出、看、检查。打分用 huashu lint --scheme。",
        "Scoring schemes: list, show, check. To score: huashu lint --scheme.",
    )
)
@help_option
def scheme() -> None:
    """Verbs about schemes."""


@scheme.command(
    "list",
    help=about(
        "列出自带的评分表：公开的样表，是例子，不是标准。",
        "List the schemes that come with huashu: published sheets, as examples only.",
    ),
    short_help="列出自带的 / list the examples",
)
@help_option
def list_schemes() -> None:
    """Print the name and note of every example."""
    book = load_book(())
    known = [(name, load_scheme(name, book)) for name in examples()]
    for line in table((name, one.name, one.note) for name, one in known):
        click.echo(line)


@scheme.command(
    "show",
    help=about(
        "看一份评分表：每一维、每一项管哪些规则，扣几分。",
        "Show a scheme: which rules each part is about, and what they cost.",
    ),
    short_help="看一份 / show one",
)
@click.argument("name", metavar="NAME|FILE", shell_complete=schemes)
@click.option(
    "--source",
    is_flag=True,
    help=both("原样打印文件，好抄一份来改。", "Print the file, to be copied and changed."),
)
@rules_option
@profile_option
@configured_options(*RULES)
@help_option
def show_scheme(name: str, source: bool, rules: tuple[str, ...], profiles: tuple[str, ...]) -> None:
    """Print all that is in a scheme."""
    if source:
        click.echo(_text(found(name)), nl=False)
        return
    book = load_book(rules, profiles)
    for line in table(scheme_rows(load_scheme(name, book), book.rules)):
        click.echo(line)


@scheme.command(
    "check",
    help=about(
        "检查评分表：一次列出所有错误。", "Check schemes, and report all their errors at once."
    ),
    short_help="检查 / check",
)
@click.argument("names", metavar="NAME|FILE...", nargs=-1, required=True, shell_complete=schemes)
@rules_option
@profile_option
@configured_options(*RULES)
@help_option
def check_schemes(
    names: tuple[str, ...], rules: tuple[str, ...], profiles: tuple[str, ...]
) -> None:
    """Say that they are sound, or raise with everything that is wrong in any."""
    book = load_book(rules, profiles)
    wrong: list[HuashuError] = []
    for name in names:
        try:
            load_scheme(name, book)
        except RuleErrors as error:
            wrong += error.errors
    if wrong:
        raise RuleErrors(wrong)
    for name in names:
        click.echo(f"没有问题：{visible(name)}")


def _text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("评分表读不了", path=path, hint="检查路径、权限和编码") from error
