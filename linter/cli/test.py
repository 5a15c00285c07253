"""``huashu test``: runs the tests that rules carry."""

from __future__ import annotations

from collections.abc import Iterator

import click

from linter.cli.common import FINDINGS, about, help_option, load_book, rules_option
from linter.explaining import rule_named
from linter.linting import Linter
from linter.reports.cells import visible
from linter.ruletest import Outcome, Result, read_cases, run_cases

_OUTCOMES: dict[Outcome, str] = {
    "missing": "漏报（Missing）",
    "wrong_place": "报错了地方（Wrong place）",
    "noisy": "多报（Noisy）",
}


@click.command(
    "test",
    help=about(
        "跑规则自带的测试；写了规则名就只跑那些。",
        "Run the tests that rules carry; only those of the rules named, if any.",
    ),
    short_help="跑规则自带的测试 / run the rules' tests",
)
@click.argument("wanted", nargs=-1, metavar="[RULE]...")
@rules_option
@help_option
def run_tests(wanted: tuple[str, ...], rules: tuple[str, ...]) -> int:
    """Print every failure and a summary, and return the exit code."""
    book = load_book(rules)
    chosen = [rule_named(book, name) for name in dict.fromkeys(wanted)] or book.rules
    cases = read_cases(chosen)
    failed = 0
    for result in run_cases(Linter(book), cases):
        if result.outcome != "passed":
            failed += 1
            for line in _failure(result):
                click.echo(line)
    outcome = f"{failed} 个没有通过" if failed else "全部通过"
    click.echo(f"{len(chosen)} 条规则，{len(cases)} 个测试：{outcome}")
    return FINDINGS if failed else 0


def _failure(result: Result) -> Iterator[str]:
    """Where the test is, what it expects, and what there was instead."""
    case, place = result.case, result.case.test.place
    where = f"{place.path}:{place.line}:{place.column}"
    yield f"{visible(where)}: {case.rule.id} {_OUTCOMES[result.outcome]}"
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
