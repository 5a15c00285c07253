"""``huashu drill``: a trainee answers in the agent's place, and hears at once what is found."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

import click

from linter.cli import completing
from linter.cli.common import (
    about,
    format_option,
    help_option,
    lang_option,
    own_rules_hint,
    profile_option,
    rules_option,
)
from linter.cli.config_option import configured
from linter.cli.configured import RULES, Configured
from linter.cli.drill_asking import asking
from linter.cli.drill_history import history_lines
from linter.cli.drill_options import Wishes, drill_options
from linter.cli.drill_sitting import Sitting
from linter.cli.inputs import STDIN
from linter.cli.screen import has_colors, width_of
from linter.cli.stopping import exit_code, stoppable
from linter.cli.triage import today
from linter.coaching.drill.cards import Card
from linter.coaching.drill.choosing import choose
from linter.coaching.drill.database import default_path, make_folders
from linter.coaching.drill.examining import Examiner
from linter.coaching.drill.history import history, history_object
from linter.coaching.drill.progress import Progress
from linter.coaching.drill.reading import read_set
from linter.coaching.drill.showing import Showing
from linter.coaching.drill.words import words
from linter.errors import InputError, Several, UsageError
from linter.reports import Lang
from linter.reports.objects import dumps
from linter.reports.page import Page
from linter.rulebook.profiles import in_force
from linter.rulebook.types import RuleBook
from linter.triage.select import Selection


@click.command(
    help=about(
        "照样例集练：看客户的话，打出你的回答，马上看到规则怎么说。",
        "Drill with an example set (huashu examples … --format jsonl): answer the customer, and "
        "see at once what is found, what is missing, and what an exemplar said.",
    ),
    epilog=about("退出码：0 练完或结束了，2 出错。", "Exit codes: 0 over, 2 a failure."),
)
@click.argument("set_", metavar="SET", shell_complete=completing.files)
@drill_options
@rules_option
@profile_option
@lang_option
@format_option(["text", "json"])
@configured(*RULES, "severity", "lang")
@help_option
def drill(
    set_: str,
    wishes: Wishes,
    rules: tuple[str, ...],
    profiles: tuple[str, ...],
    lang: Lang,
    format_: str,
    config: Configured,
) -> int:
    """Drill, or show or remove what was kept of earlier drills, and return the exit code."""
    if set_ == STDIN:
        raise UsageError("样例集不能从标准输入读：回答从那里来", hint="写成文件")
    if format_ != "text" and not wishes.history:
        raise UsageError("--format json 只用于 --history", hint="加上 --history，或去掉 --format")
    cards = read_set(set_)
    wanted = wishes.of(cards)
    page = Page(width_of(sys.stdout), has_colors(sys.stdout))
    path, day = wishes.path or default_path(), today()
    if wishes.history:
        _show(path, wanted, day, page, format_, lang)
        return 0
    if wishes.forget:
        _forget(path, wanted, lang)
        return 0
    examiner = Examiner(linter := config.linter(rules, Selection(praise=True), profiles))
    _check_rules(set_, cards, linter.book, own_rules_hint(rules))
    if not wishes.path:
        make_folders(path)
    try:
        with stoppable(), Progress(path, writes=True) as progress:
            _drill(wanted, wishes, Showing(page, lang), examiner, progress, day)
    except KeyboardInterrupt as stop:
        click.echo(f"\n{words(lang).stopped}", err=True)
        return exit_code(stop)
    return 0


def _drill(
    cards: Sequence[Card],
    wishes: Wishes,
    showing: Showing,
    examiner: Examiner,
    progress: Progress,
    day: str,
) -> None:
    w = words(showing.lang)
    states = progress.states(card.id for card in cards)
    chosen = choose(cards, states, day, wishes.most, wishes.seed)
    if chosen.cards:
        now = len(chosen.cards)
        click.echo(w.begins.format(cards=len(cards), due=chosen.due, new=chosen.new, now=now))
        click.echo(w.keys)
        sitting = Sitting(showing, asking(), examiner, progress, day, wishes.keeps_text)
        click.echo("\n" + "\n".join(sitting.over(chosen.cards, states).lines(showing.lang)))
    else:
        click.echo(w.nothing)
    for line in _ahead(cards, progress, day, showing.lang):
        click.echo(line)


def _ahead(cards: Sequence[Card], progress: Progress, day: str, lang: Lang) -> Iterator[str]:
    """What is left, and when the next card comes."""
    w = words(lang)
    left = choose(cards, progress.states(card.id for card in cards), day, 0, 0)
    counts = [(w.left_due, left.due), (w.left_new, left.new)]
    if said := [words_.format(count=count) for words_, count in counts if count]:
        yield w.left.format(what=w.comma.join(said))
    if left.next_due and not left.due:
        yield w.next_due.format(due=left.next_due)


def _check_rules(path: str, cards: Sequence[Card], book: RuleBook, hint: str) -> None:
    """A card whose rule nobody has could only be passed.

    :raises Several: with the first card of every such rule.
    """
    # A rule that a profile has switched off is one all the same.
    known = {rule.id for rule in (*book.rules, *in_force(book, ()).rules)}
    unknown: dict[str, int] = {}
    for card in cards:
        if card.rule not in known:
            unknown.setdefault(card.rule, card.place)
    if unknown:
        hint = hint or "用写这个集时的规则（--rules）"
        raise Several(
            InputError(f"没有规则 {rule}，判不了这张卡", path=path, line=line, hint=hint)
            for rule, line in unknown.items()
        )


def _show(path: str, cards: Sequence[Card], day: str, page: Page, format_: str, lang: Lang) -> None:
    with Progress(path, writes=False) as progress:
        told = history(cards, progress.answers(card.id for card in cards), day)
    if format_ == "json":
        click.echo(dumps(history_object(told)))
        return
    for line in history_lines(told, page, lang):
        click.echo(line)


def _forget(path: str, cards: Sequence[Card], lang: Lang) -> None:
    with Progress(path, writes=os.path.exists(path)) as progress:
        gone = progress.forget(card.id for card in cards)
    click.echo(words(lang).forgot.format(count=gone, path=path))
