"""``huashu eval``: how good the rules are on labelled calls and sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import click

from linter import __version__
from linter.cli.common import (
    FAILURE,
    about,
    both,
    format_option,
    help_option,
    lang_option,
    listed,
    output_option,
)
from linter.cli.config_option import configured_options
from linter.cli.configured import RULES
from linter.cli.inputs import STDIN, STDIN_NAME, stdin
from linter.cli.masking import Mask, mask_option
from linter.cli.output import opened
from linter.cli.selecting import severity_option
from linter.cli.stopping import exit_code, stoppable, stopped_line
from linter.cli.task import scope_options
from linter.cli.telling import Telling
from linter.evaluation import FORMATS, Wanted
from linter.evaluation.comparing import Comparison
from linter.evaluation.earlier import read_earlier
from linter.evaluation.model import PARTS, Item, Record
from linter.evaluation.reading import Reader
from linter.evaluation.result import Asked, Lists, Result
from linter.evaluation.run import check_categories, check_compared, evaluate, label_categories
from linter.linting import Linter
from linter.model import Severity
from linter.reports import Lang, RulesIdentity
from linter.triage.select import Selection

LIMIT = 50
"""Misses and false alarms listed, unless more are asked for; a page can be searched."""


@click.command(
    "eval",
    help=about(
        "评测规则：带标注的通话和话术句（JSONL）上找到多少、误报多少。",
        "Evaluate the rules on labelled calls and sentences (JSON Lines).",
    ),
    epilog=about("退出码：0 评测了，2 出错。", "Exit codes: 0 evaluated, 2 a failure."),
)
@scope_options
@severity_option(
    "查全和查准都只算这个级别及以上的，默认 info。",
    "The least severity that counts, for recall and precision alike.",
)
@click.option(
    "--category",
    "categories",
    multiple=True,
    metavar="NAMES",
    help=both("只算这些类别的标注和发现。", "Only labels and findings of these categories."),
)
@click.option(
    "--part",
    "parts",
    type=click.Choice(PARTS),
    multiple=True,
    help=both("只算数据的这一部分。", "Only this part of the data."),
)
@click.option(
    "--voice",
    "voices",
    multiple=True,
    metavar="NAMES",
    help=both("只算这些人写的。", "Only what these voices wrote."),
)
@click.option(
    "--misses", is_flag=True, help=both("列出漏报的标注。", "List the labels that were missed.")
)
@click.option(
    "--false-alarms", "alarms", is_flag=True, help=both("列出误报。", "List the false alarms.")
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    metavar="N",
    help=both(f"每一种至多列几条，默认 {LIMIT}，html 全列。", "How many of each to list at most."),
)
@click.option(
    "--compare",
    metavar="OLD.json",
    help=both(
        "与以前 --format json 写的一份相比。", "Compare with what --format json wrote before."
    ),
)
@mask_option
@lang_option
@format_option(FORMATS)
@output_option
@configured_options(*RULES, "lang", "mask")
@help_option
def evaluate_rules(
    paths: tuple[str, ...],
    rules: tuple[str, ...],
    profiles: tuple[str, ...],
    selection: Selection,
    min_severity: Severity,
    categories: tuple[str, ...],
    parts: tuple[str, ...],
    voices: tuple[str, ...],
    misses: bool,
    alarms: bool,
    limit: int | None,
    compare: str | None,
    mask: Mask,
    lang: Lang,
    format_: str,
    output: str | None,
) -> int:
    """Evaluate everything that is named and return the exit code."""
    asked = Asked(min_severity, listed(categories), parts, listed(voices))
    try:
        with stoppable(), opened(output) as out:
            linter = Linter(rules, selection, listed(profiles))
            known = label_categories(linter.book)
            check_categories(asked.categories, known)
            comparison = Comparison(read_earlier(Path(compare), asked)) if compare else None
            telling = Telling(mask)
            lists = Lists(LIMIT if limit is None and format_ != "html" else limit)
            report = FORMATS[format_](Wanted(lang, misses, alarms))
            sinks: list[Callable[[Record], object]] = [lists.add, report.add]
            if comparison:
                sinks.append(comparison.add)
            reader = Reader(known, telling.failed)
            try:
                items = _items(paths, reader, telling)
                tallies = evaluate(items, linter, asked, sinks, mask.around(linter))
            finally:
                telling.clear()
            if reader.errors:
                # An error, so that nothing is written: figures over half the data mislead.
                raise click.exceptions.Exit(FAILURE)
            if comparison and (warning := check_compared(comparison)):
                click.echo(f"注意：{warning}", err=True)
            result = Result(
                asked,
                RulesIdentity.of(linter.book, __version__),
                linter.book.active,
                _packs(linter),
                tallies,
            )
            for piece in report.text(result, lists, comparison):
                out.write(piece)
    except KeyboardInterrupt as stop:
        click.echo(stopped_line(output, lang), err=True)
        return exit_code(stop)
    return 0


def _items(paths: tuple[str, ...], reader: Reader, telling: Telling) -> Iterator[Item]:
    """Everything that is named, in order, while the line on the terminal tells how far it is."""
    inputs = (
        reader.stream(stdin(), STDIN_NAME) if path == STDIN else reader.files(path)
        for path in dict.fromkeys(paths)
    )
    for count, item in enumerate(chain.from_iterable(inputs), 1):
        yield item
        telling.show(reader.inputs, count)


def _packs(linter: Linter) -> dict[str, str]:
    """The rules that were asked for, each with its pack."""
    return {
        rule.id: rule.pack
        for rule in linter.book.rules
        if linter.selection.covers(rule.id, rule.category, rule.pack) and not rule.praise
    }
