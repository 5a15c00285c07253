"""Lints each call by what the configuration says of its file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from linter.config.layers import Layers
from linter.judged import Report
from linter.linting import Linter
from linter.model import Call
from linter.rulebook.profiles import in_force
from linter.rulebook.types import RuleBook
from linter.triage.select import Selection

Numbers = tuple[int, ...]


class PathLinter:
    """Linters for files of different settings, each made when it is first needed.

    It changes nothing but itself, and may be shared by threads and pickled, as a linter may.

    :param linter: for files of which nothing is said in particular.
    :param selection: what is shown, but for severities.
    :ivar book: all rules that may be in force in a file.
    """

    def __init__(self, linter: Linter, selection: Selection, layers: Layers) -> None:
        self._selection = selection
        self._layers = layers
        self._made: dict[Numbers, Linter] = {(): linter}
        self._last: tuple[str, Linter] = ("", linter)
        self.book = _whole(linter.book, layers)

    def lint(self, call: Call) -> Report:
        """Everything there is to say about a call, by what holds for its file."""
        return self.for_path(call.path).lint(call)

    def for_call(self, call: Call) -> Linter:
        """The linter for a call: by its file, and by the profiles that it asks for itself."""
        return self.for_path(call.path).for_call(call)

    def for_path(self, path: str) -> Linter:
        """The linter for a file.

        :raises RuleErrors: when the changes of its profiles do not go together.
        """
        last, linter = self._last
        if path != last:
            linter = self._for(self._layers.numbers(path))
            self._last = path, linter
        return linter

    def _for(self, numbers: Numbers) -> Linter:
        found = self._made.get(numbers)
        if found is None:
            selection = self._layers.selection(self._selection, numbers)
            made = self._made[()].alike(selection, self._layers.profiles(numbers))
            found = self._made.setdefault(numbers, made)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return PathLinter, (self._made[()], self._selection, self._layers)


def path_linter(
    rules: tuple[str, ...],
    selection: Selection,
    profiles: tuple[str, ...],
    layers: Layers,
    scheme: str | None = None,
) -> PathLinter:
    """The linter for a run with a configuration.

    :param selection: what is shown of all files, but for severities.
    :param scheme: what calls of all files are scored by.
    :raises RuleErrors: with everything that is wrong in the rule files.
    :raises UsageError: for a profile, or a selected or ignored name, that does not exist.
    """
    linter = Linter(rules, layers.selection(selection, ()), profiles, scheme)
    return PathLinter(linter, selection, layers)


def _whole(book: RuleBook, layers: Layers) -> RuleBook:
    """The book with rules that are off in it and need not be in a file of other profiles."""
    if not any("profile" in entry.settings for entry in layers.config.entries):
        return book
    known = {rule.id for rule in book.rules}
    others = (rule for rule in in_force(book, ()).rules if rule.id not in known)
    return replace(book, rules=(*book.rules, *others))
