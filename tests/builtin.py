"""What takes long to find out of the built-in rules, found out once for all tests of a run."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from linter.rulebook.extends import File
from linter.rulebook.load import BUILTIN, files_of, load_builtin
from linter.rulebook.source import Errors
from linter.rulebook.types import RuleBook
from linter.rulelint import Warned
from linter.rulelint import check as really_check


@cache
def warned() -> tuple[Warned, ...]:
    """What the checks of rule files say of the built-in packs."""
    return really_check(load_builtin(), files_of([BUILTIN], Errors()))


def check(book: RuleBook, files: Iterable[File]) -> tuple[Warned, ...]:
    """:func:`linter.rulelint.check`, which is not asked the same twice."""
    return warned() if book.version == load_builtin().version else really_check(book, files)
