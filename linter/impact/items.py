"""Changes as lines to be read: what is quoted, what stands before it, and why it is reported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from linter.evaluation.cells import value_name
from linter.evaluation.reading_list import speaker, titled
from linter.impact.model import KINDS, Change
from linter.impact.result import Result
from linter.impact.saying import context, counterpart_text, facts, key_text, kind_name
from linter.reports import Lang
from linter.reports.cells import visible
from linter.wording import pick


def rule_title(result: Result, rule: str, lang: Lang) -> str:
    """The heading of the changes of a rule."""
    categories = dict.fromkeys(
        change.finding.category for kind in KINDS for change in result.chosen.of(rule, kind)
    )
    counts = [(kind, result.chosen.counts[rule, kind]) for kind in KINDS]
    said = pick(lang, "，", ", ").join(
        f"{kind_name(kind, lang)} {count}" for kind, count in counts if count
    )
    names = (value_name("category", category, lang) for category in categories)
    return titled("  ".join(dict.fromkeys([rule, *names])), said, lang)


def rule_items(result: Result, rule: str, lang: Lang) -> Iterator[list[str]]:
    """The changes of a rule that were chosen, each as its lines; then how many are left out."""
    for kind in KINDS:
        for change in result.chosen.of(rule, kind):
            yield change_lines(change, lang)
        if more := result.chosen.left_out(rule, kind):
            yield [left_out_line(kind_name(kind, lang), more, lang)]


def left_out_line(what: str, count: int, lang: Lang) -> str:
    """How many of something are not listed."""
    said = pick(lang, "……{0}还有 {1} 处，--limit 可以多列", "... {1} more {0}; see --limit")
    return said.format(what, count)


def change_lines(change: Change, lang: Lang) -> list[str]:
    """One change; every line but the first is indented."""
    t = partial(pick, lang)
    found = change.finding
    lines = ["  ".join(visible(fact) for fact in facts(change, lang))]
    if change.keys:
        lines.append(visible(key_text(change)))
    for said in context(change):
        lines.append(titled(speaker(said, lang), visible(said.text), lang))
    lines.append(titled(t("引文", "quote"), visible(found.quote), lang))
    lines.append(titled(t("说明", "message"), visible(found.message), lang))
    if said_there := counterpart_text(change, lang):
        lines.append(visible(said_there))
    lines.append(titled(t("指纹", "fingerprint"), found.fingerprint, lang))
    return [lines[0], *("    " + line for line in lines[1:])]
