"""``huashu explain``: what a rule asks for, and why it did or did not fire."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from linter.calls import ReadOptions, read_path
from linter.cli.common import (
    about,
    both,
    help_option,
    lang_option,
    load_book,
    own_rules_hint,
    profile_option,
    reading_options,
    rules_option,
)
from linter.cli.completing import files, rule_ids
from linter.cli.config_option import configured
from linter.cli.configured import READING, RULES, Configured
from linter.cli.inputs import STDIN, read_stdin
from linter.describing import describe
from linter.errors import UsageError
from linter.explaining import explain as explained
from linter.explaining import rule_named
from linter.linting import Linter
from linter.model import Call
from linter.reports import Lang
from linter.rulebook.source import suggestion
from linter.triage.select import Selection
from linter.wording import join, pick

_LEFT_OUT = (
    "{0} 在这个文件里不检查：配置这样写的（huashu config --for 文件）",
    "{0} is not looked at in this file, says the configuration (huashu config --for FILE)",
)


@click.command(
    help=about(
        "说明一条规则；给出 CALL（文件或 -），就说明它为什么报或不报。",
        "Explain a rule; with CALL, a file or -, why it does or does not fire there.",
    ),
)
@click.argument("rule", shell_complete=rule_ids)
@click.argument("call", required=False, shell_complete=files)
@click.option("--id", "call_id", help=both("文件里的哪一通。", "Which call of the file."))
@rules_option
@profile_option
@reading_options
@lang_option
@configured(*RULES, *READING, "severity", "lang")
@help_option
def explain(
    rule: str,
    call: str | None,
    call_id: str | None,
    rules: tuple[str, ...],
    profiles: tuple[str, ...],
    reading: ReadOptions,
    lang: Lang,
    config: Configured,
) -> None:
    """Print what there is to say."""
    if call is None and call_id is not None:
        raise UsageError("写了 --id，没有写文件", hint="写成 huashu explain 规则名 文件 --id 通话")
    book = load_book(rules, profiles)
    rule_named(book, rule, own_rules_hint(rules))
    if call is None:
        book = config.graded(book)
        lines = describe(book, rule_named(book, rule), lang)
    else:
        chosen = _chosen(call, call_id, reading)
        linter = config.explaining(Linter(book, Selection(praise=True)), chosen.path)
        linter = linter.for_call(chosen)
        lines = _explained(linter, rule, chosen, lang)
        if config.leaves_out(rule_named(book, rule), chosen.path):
            click.echo(pick(lang, *_LEFT_OUT).format(rule))
    for line in lines:
        click.echo(line)


def _explained(linter: Linter, rule: str, call: Call, lang: Lang) -> Iterator[str]:
    """Profiles that the call asks for may have changed the rule, or switched it off."""
    if rule not in {other.id for other in linter.book.rules}:
        said = pick(lang, "{0} 在这通电话里被方案关掉了：{1}", "{0} is off in this call, by {1}")
        return iter([said.format(rule, join(linter.book.active, lang))])
    return explained(linter, rule_named(linter.book, rule), call, lang)


def _chosen(place: str, call_id: str | None, reading: ReadOptions) -> Call:
    """The call of that id, or the only one.

    :raises UsageError: when there is none of that id, or several and no id was given.
    """
    ids: list[str] = []
    only: Call | None = None
    for call in _calls(place, reading):
        if call.id == call_id:
            return call
        ids.append(call.id)
        only = call
    if call_id is not None:
        raise UsageError(
            f"没有 id 是 {call_id!r} 的通话", path=place, hint=suggestion(call_id, ids)
        )
    if only is None or len(ids) > 1:
        hint = "id 有 " + "、".join(ids[:10])
        raise UsageError(f"有 {len(ids)} 通通话，要用 --id 指明一通", path=place, hint=hint)
    return only


def _calls(place: str, reading: ReadOptions) -> Iterator[Call]:
    return read_stdin(reading) if place == STDIN else read_path(Path(place), options=reading)
