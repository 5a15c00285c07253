"""``huashu rules signals``: what signals there are to write rules with, and all that one says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import click

from linter.cli.common import (
    about,
    help_option,
    lang_option,
    load_book,
    own_rules_hint,
    profile_option,
    rules_option,
    table,
)
from linter.cli.config_option import configured_options
from linter.cli.configured import RULES
from linter.describing_signal import signal_lines
from linter.errors import UsageError, place_text
from linter.reports import Lang
from linter.rulebook.source import suggestion
from linter.rulebook.types import Place, RuleBook, Signal
from linter.ruletest.reach import Reach
from linter.wording import join, pick

_Users = Mapping[str, tuple[str, ...]]


@click.command(
    "signals",
    help=about(
        "列出信号：名字、谁说的、几个短语、在哪里、哪些规则用它；写了名字就说明那几个。",
        "List signals: name, side, patterns, place, the rules that use it; or explain those named.",
    ),
)
@click.argument("wanted", nargs=-1, metavar="[NAME]...")
@rules_option
@profile_option
@lang_option
@configured_options(*RULES, "lang")
@help_option
def signals(
    wanted: tuple[str, ...], rules: tuple[str, ...], profiles: tuple[str, ...], lang: Lang
) -> None:
    """Print a table of all signals, or everything that the signals named say."""
    book = load_book(rules, profiles)
    chosen = [_named(book, name, own_rules_hint(rules)) for name in dict.fromkeys(wanted)]
    users = _users(book)
    for signal in chosen:
        for line in _whole(signal, users, lang):
            click.echo(line)
    if not chosen:
        for line in table(_row(signal, users, lang) for signal in book.signals.values()):
            click.echo(line)


def _named(book: RuleBook, name: str, hint: str) -> Signal:
    if name not in book.signals:
        hints = filter(None, (suggestion(name, book.signals), hint))
        raise UsageError(f"没有叫 {name!r} 的信号", hint="；".join(hints))
    return book.signals[name]


def _users(book: RuleBook) -> _Users:
    """Signal → the rules that rest on it, by themselves or by a group."""
    reach = Reach(book)
    named = {rule.id: reach.named([rule.id]) for rule in book.rules}
    return {
        name: tuple(rule for rule, signals in named.items() if name in signals)
        for name in book.signals
    }


def _row(signal: Signal, users: _Users, lang: Lang) -> tuple[str, ...]:
    patterns = len(signal.patterns) + len(signal.none) + len(signal.like)
    counted = pick(lang, "{0} 个短语", "{0} pattern(s)").format(patterns)
    return signal.name, signal.who, counted, _where(signal.place), join(users[signal.name], lang)


def _whole(signal: Signal, users: _Users, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    yield f"{t('信号', 'Signal')} {signal.name}  {_where(signal.place)}"
    yield from (f"  {line}" for line in signal_lines(signal, lang))
    used = join(users[signal.name], lang) or t("没有", "none")
    yield f"  {t('用它的规则：', 'Rules that use it: ')}{used}"


def _where(place: Place) -> str:
    """The line, or a table's cell."""
    return place_text(place.path, place.line, None, place.sheet, place.cell)
