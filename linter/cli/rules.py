"""``huashu rules``: what rules there are, and whether rule files are sound."""

from __future__ import annotations

import click

from linter.cli.common import about, help_option, load_book, rules_option, table


@click.group(
    help=about("列出或检查规则。", "List or check rules."),
    short_help="列出或检查规则 / list or check rules",
)
@help_option
def rules() -> None:
    """Verbs about rules."""


@rules.command(
    "list",
    help=about("列出所有规则，一行一条。", "List all rules, one a line."),
    short_help="列出规则 / list rules",
)
@rules_option
@help_option
def list_rules(rules: tuple[str, ...]) -> None:
    """Print id, category, severity, aspect, pack and message of every rule."""
    book = load_book(rules)
    for line in table(
        (rule.id, rule.category, rule.severity, rule.aspect, rule.pack, rule.message)
        for rule in book.rules
    ):
        click.echo(line)


@rules.command(
    "check",
    help=about("检查规则文件，列出所有错误。", "Check rule files and report all errors."),
    short_help="检查规则文件 / check rule files",
)
@rules_option
@help_option
def check_rules(rules: tuple[str, ...]) -> None:
    """Say that the rule files are sound; loading them raises otherwise."""
    book = load_book(rules)
    click.echo(f"没有问题：{len(book.rules)} 条规则，{len(book.signals)} 个信号。")
