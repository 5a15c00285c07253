"""``huashu test``: runs the tests that rules carry, and tests the tests."""

from __future__ import annotations

from collections.abc import Iterator

import click

from linter.cli.common import (
    FINDINGS,
    about,
    both,
    help_option,
    load_book,
    own_rules_hint,
    profile_option,
    rules_option,
)
from linter.cli.completing import rule_ids
from linter.cli.config_option import configured_options
from linter.cli.configured import RULES
from linter.cli.test_coverage import coverage_lines
from linter.cli.test_mutation import print_mutation
from linter.cli.test_scope import left_out, told_of
from linter.explaining import rule_named
from linter.linting import Linter
from linter.reports.cells import visible
from linter.ruletest import Outcome, Result, read_cases, run_cases
from linter.ruletest.coverage import coverage

_OUTCOMES: dict[Outcome, str] = {
    "missing": "漏报（Missing）",
    "wrong_place": "报错了地方（Wrong place）",
    "noisy": "多报（Noisy）",
    "different": "报得不一样（Different）",
}


@click.command(
    "test",
    help=about(
        "跑规则自带的测试；写了规则名就只跑那些。",
        "Run the tests that rules carry; only those of the rules named, if any.",
    ),
)
@click.argument("wanted", nargs=-1, metavar="[RULE]...", shell_complete=rule_ids)
@rules_option
@profile_option
@click.option(
    "--coverage",
    "covered",
    is_flag=True,
    help=both(
        "测试碰到了多少规则、信号、短语、选项和例外。",
        "How many rules, signals, patterns, options and exceptions the tests reach.",
    ),
)
@click.option(
    "--missing",
    is_flag=True,
    help=both("同上，并逐条列出没碰到的。", "The same, with a list of what they do not reach."),
)
@click.option(
    "--mutate",
    is_flag=True,
    help=both(
        "把规则改坏一处再跑，看测试会不会发现。",
        "Change one thing in the rules at a time: do the tests notice?",
    ),
)
@click.option(
    "--min-killed",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help=both(
        "同上，发现的不到这么多（百分之几）就退出 1。",
        "The same; exit 1 when they notice fewer than this.",
    ),
)
@configured_options(*RULES)
@help_option
def run_tests(
    wanted: tuple[str, ...],
    rules: tuple[str, ...],
    profiles: tuple[str, ...],
    covered: bool,
    missing: bool,
    mutate: bool,
    min_killed: int | None,
) -> int:
    """Print every failure and a summary, and return the exit code."""
    book = load_book(rules, profiles)
    hint = own_rules_hint(rules)
    named = [rule_named(book, name, hint) for name in dict.fromkeys(wanted)]
    chosen = named or list(book.rules)
    linter, cases = Linter(book), read_cases(chosen)
    failed = 0
    for result in run_cases(linter, cases):
        if result.outcome != "passed":
            failed += 1
            for line in _failure(result):
                click.echo(line)
    outcome = f"{failed} 个没有通过" if failed else "全部通过"
    click.echo(f"{len(chosen)} 条规则，{len(cases)} 个测试：{outcome}")
    files = told_of(rules, named)
    if covered or missing:
        items = coverage(linter, chosen, cases, files)
        for line in coverage_lines(items, missing=missing):
            click.echo(line)
    mutated = mutate or min_killed is not None
    survived = mutated and not print_mutation(linter, chosen, min_killed or 0, files)
    if (covered or missing or mutated) and (others := left_out(book, chosen, files)):
        click.echo(others)
    return FINDINGS if failed or survived else 0


def _failure(result: Result) -> Iterator[str]:
    """Where the test is, what it expects, and what there was instead."""
    case, place = result.case, result.case.test.place
    where = place.where
    yield f"{visible(where)}: {case.rule.id} {_OUTCOMES[result.outcome]}"
    for one in result.different:
        yield f"    {one.what}：应为 {one.wanted}，实为 {one.found}"
    if result.outcome == "different":
        return
    marks = [_words(mark.turn, mark.quote) for mark in result.unmet or case.marks]
    yield f"    应报：{'、'.join(marks) or '什么都不报'}"
    stray = [_words(finding.turn, finding.quote) for finding in result.stray]
    if stray:
        yield f"    多报：{'、'.join(stray)}"
    else:
        reason = f"，{result.verdict.reason}" if result.verdict.reason else ""
        yield f"    实报：没有（{result.verdict.status}{reason}）"


def _words(turn: int, quote: str) -> str:
    return f"#{turn}“{visible(quote)}”"
