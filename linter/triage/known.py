"""The names of rules that entries may use."""

from __future__ import annotations

from collections.abc import Collection

from linter.rulebook.types import RuleBook


class KnownRules:
    """Rules of the run, and where that is not enough those that come with huashu.

    A comment in a script library stands there whichever rules somebody lints it by.

    :param book: the rules of the run.
    """

    def __init__(self, book: RuleBook) -> None:
        self._own = frozenset(rule.id for rule in book.rules)
        self._all: frozenset[str] | None = None

    def __call__(self, name: str) -> Collection[str]:
        """All names in which a rule's name is to be looked up."""
        if name in self._own:
            return self._own
        if self._all is None:
            # Read only for a name that is not there: most often it is a mistake.
            from linter.rulebook.cached import load_book
            from linter.rulebook.files import BUILTIN

            self._all = self._own | {rule.id for rule in load_book((BUILTIN,), ()).rules}
        return self._all

    @property
    def own(self) -> Collection[str]:
        """The rules of the run."""
        return self._own
