"""Rules as pages to read: one Markdown page a rule, and an index.

Everything on them comes out of the rule files, the examples are the rules' own tests. The same
rules give the same pages, byte for byte, so a folder of them can be compared with its rules.
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.rulebook.types import RuleBook
from linter.rulepages.index import index_page
from linter.rulepages.markup import INDEX, MARK, page_name
from linter.rulepages.page import rule_page
from linter.rulepages.profiles import changed_by

__all__ = ["MARK", "pages"]


def pages(book: RuleBook) -> Mapping[str, str]:
    """File name → Markdown: ``index.md``, then ``<id>.md`` for every rule of the book.

    Each ends with :data:`MARK`, by which pages that were made here are known again.

    :raises RuleErrors: for tests that cannot be read, or profiles that do not go together.
    """
    changes = changed_by(book)
    made = {INDEX: index_page(book)}
    for rule in book.rules:
        made[page_name(rule.id)] = rule_page(book, rule, changes.get(rule.id, ()))
    return made
