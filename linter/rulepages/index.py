"""The index of all rules: by category, then by pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from linter.reports.categories import category_order
from linter.rulebook.types import Rule, RuleBook
from linter.rulepages.facts import category_text, severity_text
from linter.rulepages.markup import MARK, escaped, link, row


def index_page(book: RuleBook) -> str:
    """Every rule twice: under its category with what it says, and under its pack."""
    return "\n".join([*_lines(book), "", MARK, ""])


def _lines(book: RuleBook) -> Iterator[str]:
    yield f"# 全部规则（{len(book.rules)} 条）"
    yield from ("", "每条规则一页：说什么，为什么，怎么说，会报和不报的例子。")
    yield from ("", "## 按类别", "")
    yield from (row("类别", "规则", "级别", "说什么"), row(*["---"] * 4))
    for category, rules in _grouped(book, lambda rule: rule.category, category_order):
        for rule in rules:
            severity = severity_text(rule)
            yield row(category_text(category), link(rule.id), severity, escaped(rule.message))
    yield from ("", "## 按规则包", "")
    yield from (row("规则包", "规则"), row("---", "---"))
    for pack, rules in _grouped(book, lambda rule: rule.pack, book.packs.index):
        yield row(f"`{pack}`", "、".join(link(rule.id) for rule in rules))


def _grouped(
    book: RuleBook, group: Callable[[Rule], str], order: Callable[[str], Any]
) -> Iterator[tuple[str, list[Rule]]]:
    """Groups in their order, the rules of each in that of the files."""
    for name in sorted({group(rule) for rule in book.rules}, key=order):
        yield name, [rule for rule in book.rules if group(rule) == name]
