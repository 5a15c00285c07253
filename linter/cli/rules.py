"""``huashu rules``: what rules there are, and whether rule files are sound."""

from __future__ import annotations

import json

import click

from linter.cli.common import (
    FINDINGS,
    about,
    both,
    help_option,
    load_book,
    output_option,
    profile_option,
    rules_option,
    table,
)
from linter.cli.config_option import configured_options
from linter.cli.configured import RULES
from linter.cli.output import opened
from linter.cli.verbs import LazyGroup
from linter.reports.cells import visible
from linter.rulebook.applies import fields_text
from linter.rulebook.files import BUILTIN


@click.group(
    cls=LazyGroup,
    help=about("列出或检查规则。", "List or check rules."),
)
@help_option
def rules() -> None:
    """Verbs about rules."""


@rules.command(
    "check",
    help=about(
        "检查规则文件：列出所有错误；没有错误就提醒写了也白写的地方。",
        "Report all errors of rule files; without any, what in them cannot do what it should.",
    ),
    short_help="检查规则文件 / check rule files",
)
@rules_option
@profile_option
@click.option(
    "--strict",
    is_flag=True,
    help=both("有提醒就退出 1。", "Exit 1 when there is anything to warn of."),
)
@configured_options(*RULES)
@help_option
def check_rules(rules: tuple[str, ...], profiles: tuple[str, ...], strict: bool) -> int:
    """Print what there is to warn of in the files given; loading them raises for errors."""
    from linter.rulebook.load import files_of
    from linter.rulebook.source import Errors
    from linter.rulelint import check

    book = load_book(rules, profiles)
    warned = check(book, files_of(rules or (BUILTIN,), Errors()))
    for one in warned:
        click.echo(f"提醒：{visible(str(one))}")
    counts = f"{len(book.rules)} 条规则，{len(book.signals)} 个信号"
    click.echo(f"{counts}，{len(warned)} 条提醒。" if warned else f"没有问题：{counts}。")
    return FINDINGS if warned and strict else 0


@rules.command(
    "profiles",
    help=about(
        "列出可用 --profile 启用的方案。", "List the profiles that --profile can put in force."
    ),
    short_help="列出方案 / list profiles",
)
@rules_option
@configured_options(*RULES)
@help_option
def list_profiles(rules: tuple[str, ...]) -> None:
    """Print name, note, and for which calls it is in force by itself, of every profile."""
    book = load_book(rules)
    rows = [(p.name, fields_text(p.when, p.when_not), p.note) for p in book.profiles]
    for line in table(rows):
        click.echo(line)


@rules.command(
    "schema",
    help=about(
        "打印规则文件的 JSON Schema：编辑器用它提示和检查每个键。",
        "Print the JSON Schema of rule files, by which editors help with every key.",
    ),
    short_help="规则文件的 JSON Schema / the schema of rule files",
)
@output_option
@help_option
def print_schema(output: str | None) -> None:
    """Write the schema down."""
    from linter.rulebook.schema import schema

    with opened(output) as out:
        out.write(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")


rules.add_verb("list", "linter.cli.rules_list:list_rules", "列出规则 / list rules")
rules.add_verb("show", "linter.cli.rules_list:show_rules", "说明规则 / all about rules")
rules.add_verb(
    "from-sheet", "linter.cli.from_sheet:from_sheet", "禁语表转成规则文件 / rules from a sheet"
)
rules.add_verb(
    "signals", "linter.cli.rules_signals:signals", "列出、说明信号 / list or explain signals"
)
rules.add_verb(
    "docs", "linter.cli.rules_docs:write_pages", "每条规则一页说明 / a page for every rule"
)
