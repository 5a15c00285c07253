"""The configuration in force in one run of a verb; where there is none, nothing is imported."""

from __future__ import annotations

import functools
from contextlib import suppress
from typing import TYPE_CHECKING

from linter.cli.common import listed, load_book
from linter.errors import ConfigError, ConfigErrors, HuashuError

if TYPE_CHECKING:
    from linter.calls import ReadOptions
    from linter.config.layers import Layers
    from linter.config.linting import PathLinter
    from linter.config.model import Config
    from linter.linting import Linter
    from linter.rulebook.types import Rule, RuleBook
    from linter.triage.select import Selection
    from linter.triage.severities import Levels

RULES = ("rules", "profile")
SELECTING = ("select", "ignore")
READING = ("from", "agent_channel", "roles", "columns", "sheet")
EVERYTHING = (
    *(*RULES, *SELECTING, "severity", "min_severity", "certain_only", "praise"),
    *("scheme", "exceptions", "baseline", "lang", "format", "output", "also", "fail_on"),
    *("strict", "jobs", "mask", "exclude", *READING),
)
"""All keys, for the verb they are all about."""


class Configured:
    """The configuration in force in one run of a verb, if there is one.

    :param keys: those that mean something to the verb.
    :ivar errors: what is wrong with it.
    """

    def __init__(
        self,
        keys: tuple[str, ...] = (),
        config: Config | None = None,
        errors: tuple[ConfigError, ...] = (),
    ) -> None:
        self.config = config
        self.errors = errors
        self._keys = keys
        self.given: frozenset[str] = frozenset()

    @property
    def files(self) -> tuple[str, ...]:
        """The file that it stands in, if there is one."""
        return (self.config.path,) if self.config else ()

    def check(self, rules: tuple[str, ...] | None) -> None:
        """Say what is wrong with the configuration.

        :param rules: as given to the verb; ``None`` for one that needs none.
        :raises ConfigErrors: with all that is wrong, the names of rules included.
        """
        if self.errors:
            found = (*self.errors, *self._wrong_names(rules))
            raise ConfigErrors(
                sorted(found, key=lambda error: (error.line or 0, error.column or 0))
            )

    def blame(self, rules: tuple[str, ...] | None) -> None:
        """Look whether it is the configuration that names what is not there.

        :param rules: as for :meth:`check`.
        :raises ConfigErrors: if it is.
        """
        if self.config and (wrong := self._wrong_names(rules)):
            raise ConfigErrors(wrong)

    def reading(self, reading: ReadOptions) -> ReadOptions:
        """How inputs are to be read, with what is said of some of them only."""
        if self.config is None:
            return reading
        from dataclasses import replace

        return replace(reading, by_path=self.layers)

    def linter(
        self,
        rules: tuple[str, ...],
        selection: Selection,
        profiles: tuple[str, ...],
        scheme: str | None = None,
    ) -> Linter | PathLinter:
        """What lints by the rules and the configuration.

        :param scheme: what calls are scored by, as for :class:`~linter.linting.Linter`.

        :raises RuleErrors: with everything that is wrong in the rule files.
        :raises ConfigErrors: with all names in the configuration that are nobody's.
        :raises UsageError: for such a name on the command line.
        """
        if self.config is None:
            from linter.linting import Linter

            return Linter(rules, selection, listed(profiles), scheme)
        from linter.config.linting import path_linter
        from linter.config.names import wrong_names

        linter = path_linter(rules, selection, listed(profiles), self.layers, scheme)
        if wrong := wrong_names(self.config, linter.book, self.given):
            raise ConfigErrors(wrong)
        return linter

    def graded(self, book: RuleBook) -> RuleBook:
        """The rules with the severities that hold for all files, none switched off."""
        if self.config is None:
            return book
        from linter.triage.select import Selection
        from linter.triage.severities import graded

        return graded(book, self._levels(Selection(), ""))

    def explaining(self, linter: Linter, path: str) -> Linter:
        """A linter that explains a file: by its profiles and severities, with every rule."""
        if self.config is None:
            return linter
        from dataclasses import replace

        selection = replace(linter.selection, severities=self._levels(linter.selection, path))
        return linter.alike(selection, self.layers.profiles(self.layers.numbers(path)))

    def leaves_out(self, rule: Rule, path: str) -> bool:
        """Whether a lint of that file would not show a rule."""
        if self.config is None:
            return False
        from linter.config.layers import Layers
        from linter.triage.select import Selection

        layers, said = Layers(self.config), self.config.settings
        select, ignore = (frozenset(said[key].words if key in said else ()) for key in SELECTING)
        selection = layers.selection(Selection(select, ignore), layers.numbers(path))
        return not selection.covers(rule.id, rule.category, rule.pack)

    def _levels(self, selection: Selection, path: str) -> Levels:
        from linter.triage.severities import OFF

        said = self.layers.selection(selection, self.layers.numbers(path)).severities
        return tuple(tuple(pair for pair in layer if pair[1] != OFF) for layer in said)

    @functools.cached_property
    def layers(self) -> Layers:
        """What holds for which file."""
        from linter.config.layers import Layers

        assert self.config is not None
        # What means nothing to the verb means nothing when it is said of some files either.
        others = set(EVERYTHING) - set(self._keys)
        return Layers(self.config, self.given | others, excludes="exclude" in self._keys)

    def _wrong_names(self, rules: tuple[str, ...] | None) -> list[ConfigError]:
        if rules is None:
            return []
        from linter.config.names import wrong_names

        assert self.config is not None
        with suppress(HuashuError):  # what is wrong with the rules is said another time
            return wrong_names(self.config, load_book(rules), self.given)
        return []
