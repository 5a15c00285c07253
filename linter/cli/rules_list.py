"""``huashu rules list`` and ``huashu rules show``: what rules there are, and all about some."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

import click

from linter.cli.common import (
    about,
    help_option,
    lang_option,
    listed,
    own_rules_hint,
    profile_option,
    rules_option,
    table,
)
from linter.cli.config_option import configured_options
from linter.cli.configured import RULES
from linter.cli.rules_choice import category_option, filters, json_or_text_option, pack_option
from linter.describing import describe
from linter.describing_object import head_object, kind_of, rule_object
from linter.explaining import rule_named
from linter.reports import Lang
from linter.reports.cells import cells, width
from linter.rulebook.files import BUILTIN
from linter.rulebook.load import load_paths
from linter.rulebook.types import Rule, RuleBook
from linter.switching import OFF, Effect, effect_text, effects
from linter.wording import join, pick

MESSAGE_COLUMNS = 40
"""Columns of a message that the list shows."""


@click.command(
    "list",
    help=about(
        "列出规则，一行一条：名字、类别、方面、级别、判法、规则包、状态、说明、方案。",
        "List rules, one a line: id, category, aspect, severity, kind, pack, status, the first "
        "words of the message, and the profiles that change it.",
    ),
)
@category_option
@pack_option
@rules_option
@profile_option
@json_or_text_option
@configured_options(*RULES)
@help_option
def list_rules(
    categories: tuple[str, ...],
    packs: tuple[str, ...],
    rules: tuple[str, ...],
    profiles: tuple[str, ...],
    format_: str,
) -> None:
    """Print a table of the rules, or an object with all of them."""
    book = _loaded(rules, profiles)
    chosen = filters(categories, packs).of(book)
    changed = effects(book, chosen)
    if format_ == "json":
        _print_objects(book, [head_object(rule, changed[rule.id]) for rule in chosen])
        return
    for line in table(_row(rule, changed[rule.id]) for rule in chosen):
        click.echo(line)


def _loaded(rules: tuple[str, ...], profiles: tuple[str, ...]) -> RuleBook:
    """Read anew: trying every profile goes fast only with a book that is not from the cache, and
    would push everything else out of it."""
    return load_paths(rules or (BUILTIN,), listed(profiles))


def _row(rule: Rule, changed: Iterable[Effect]) -> tuple[str, ...]:
    facts = (rule.id, rule.category, rule.aspect, rule.severity, kind_of(rule.judge))
    switched = "、".join(
        f"{e.profile.name}（{OFF}）" if e.keys == (OFF,) else e.profile.name for e in changed
    )
    return *facts, rule.pack, rule.status, _begun(" ".join(rule.message.split())), switched


def _begun(text: str) -> str:
    """As much of the beginning as there is room for."""
    row = cells(text)
    if width(row) <= MESSAGE_COLUMNS:
        return text
    while width(row) > MESSAGE_COLUMNS - 1:
        row.pop()
    return "".join(cell.shown for cell in row) + "…"


@click.command(
    "show",
    help=about(
        "说明规则：为什么、怎么判、看哪些短语、哪些方案改它、带哪些测试。",
        "All about rules: what they say and why, how they judge, their signals and patterns, "
        "the profiles that change them, their tests.",
    ),
)
@click.argument("wanted", nargs=-1, required=True, metavar="ID...")
@rules_option
@profile_option
@json_or_text_option
@lang_option
@configured_options(*RULES)
@help_option
def show_rules(
    wanted: tuple[str, ...],
    rules: tuple[str, ...],
    profiles: tuple[str, ...],
    format_: str,
    lang: Lang,
) -> None:
    """Print all there is to say of each rule that is named."""
    book = _loaded(rules, profiles)
    hint = own_rules_hint(rules)
    chosen = [rule_named(book, name, hint) for name in dict.fromkeys(wanted)]
    changed = effects(book, chosen)
    if format_ == "json":
        _print_objects(book, [rule_object(book, r, changed[r.id], lang) for r in chosen])
        return
    for line in _described(book, chosen, changed, lang):
        click.echo(line)


def _described(
    book: RuleBook, rules: Iterable[Rule], changed: Mapping[str, tuple[Effect, ...]], lang: Lang
) -> Iterator[str]:
    for number, rule in enumerate(rules):
        if number:
            yield ""
        yield from describe(book, rule, lang, _more(rule, changed[rule.id], lang))


def _more(rule: Rule, changed: Iterable[Effect], lang: Lang) -> list[tuple[str, str]]:
    """What ``huashu explain`` does not say."""
    switched = [
        f"{e.profile.name}{pick(lang, '（', ' (')}{effect_text(e, lang)}{pick(lang, '）', ')')}"
        for e in changed
    ]
    return [
        (pick(lang, "判法类型", "Kind"), kind_of(rule.judge)),
        (pick(lang, "状态", "Status"), rule.status),
        (pick(lang, "扣分", "Points"), str(rule.weight or "")),
        (pick(lang, "改动它的方案", "Changed by profiles"), join(switched, lang)),
    ]


def _print_objects(book: RuleBook, objects: list[dict[str, object]]) -> None:
    whole = {
        "packs": list(book.packs),
        "hash": book.version,
        "profiles": list(book.active),
        "rules": objects,
    }
    click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
