"""``--config FILE``, and what a configuration does to a verb.

What it says in place of an option becomes the option's default
(https://click.palletsprojects.com/en/stable/commands/#overriding-defaults), so the command line is
stronger. The rest goes to the command as one argument, ``config``. Where there is none, nothing is
imported but the search for it.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from linter.cli.common import both, listed, load_book, note
from linter.config.search import Found, find
from linter.errors import ConfigError, ConfigErrors, HuashuError, UsageError

if TYPE_CHECKING:
    from linter.calls import ReadOptions
    from linter.config.layers import Layers
    from linter.config.linting import PathLinter
    from linter.config.model import Config, Setting
    from linter.linting import Linter
    from linter.rulebook.types import RuleBook
    from linter.triage.select import Selection
    from linter.triage.severities import Levels

NONE = "none"
RULES = ("rules", "profile")
SELECTING = ("select", "ignore")
READING = ("from", "agent_channel", "roles", "columns", "sheet")
EVERYTHING = (
    *(*RULES, *SELECTING, "severity", "min_severity", "certain_only", "praise"),
    *("exceptions", "baseline", "lang", "format", "output", "also", "fail_on", "strict", "jobs"),
    *("exclude", *READING),
)
"""All keys, for the verb they are all about."""


Command = Callable[..., Any]


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
        self, rules: tuple[str, ...], selection: Selection, profiles: tuple[str, ...]
    ) -> Linter | PathLinter:
        """What lints by the rules and the configuration.

        :raises RuleErrors: with everything that is wrong in the rule files.
        :raises ConfigErrors: with all names in the configuration that are nobody's.
        :raises UsageError: for such a name on the command line.
        """
        if self.config is None:
            from linter.linting import Linter

            return Linter(rules, selection, listed(profiles))
        from linter.config.linting import path_linter
        from linter.config.names import wrong_names

        linter = path_linter(rules, selection, listed(profiles), self.layers)
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

    def _levels(self, selection: Selection, path: str) -> Levels:
        from linter.triage.severities import OFF

        said = self.layers.selection(selection, self.layers.numbers(path)).severities
        return tuple(tuple(pair for pair in layer if pair[1] != OFF) for layer in said)

    @functools.cached_property
    def layers(self) -> Layers:
        """What holds for which file."""
        from linter.config.layers import Layers

        assert self.config is not None
        return Layers(self.config, self.given, excludes="exclude" in self._keys)

    def _wrong_names(self, rules: tuple[str, ...] | None) -> list[ConfigError]:
        if rules is None:
            return []
        from linter.config.names import wrong_names

        assert self.config is not None
        with suppress(HuashuError):  # what is wrong with the rules is said another time
            return wrong_names(self.config, load_book(rules), self.given)
        return []


def configured(*keys: str) -> Callable[[Command], Command]:
    """``--config``; what is configured comes to the command as ``config``.

    It stands below the options, next to the command; ``reading``, if there is one, is passed on
    with what the configuration says of single files.

    :param keys: those that mean something to the verb.
    """
    return _decorator(keys, passes=True)


def configured_options(*keys: str) -> Callable[[Command], Command]:
    """:func:`configured` for a command that needs to know of nothing but its options."""
    return _decorator(keys, passes=False)


def _decorator(keys: tuple[str, ...], *, passes: bool) -> Callable[[Command], Command]:
    def decorated(command: Command) -> Command:
        @functools.wraps(command)
        def run(*args: Any, config: Configured, **others: Any) -> Any:
            rules = others.get("rules")
            if config.config:
                config.given = given_keys(click.get_current_context(), keys)
            config.check(rules)
            if "reading" in others:
                others["reading"] = config.reading(others["reading"])
            try:
                return command(*args, **({"config": config} if passes else {}), **others)
            except UsageError:
                config.blame(rules)
                raise

        return config_option(keys)(run)

    return decorated


def config_option(keys: tuple[str, ...]) -> Callable[[Command], Command]:
    """``--config`` alone: it makes options' defaults of these keys.

    Its value is the :class:`Configured`; whoever takes it has to look at its errors.
    """

    def loaded(context: click.Context, _option: click.Parameter, value: str | None) -> Configured:
        if context.resilient_parsing:
            return Configured()
        found = None if value == NONE else _named(value) if value else _nearest()
        if found is None:
            return Configured()
        if found.unused:
            note(f"{found.unused} 的 [huashu] 不算：同一个文件夹里有 {found.path}")
        from linter.config.reading import read_config

        read = read_config(found.path)
        defaults = {
            str(option.name): _value(read.config.settings[key])
            for key, option in options_of(context, keys).items()
            if key in read.config.settings
        }
        context.default_map = {**(context.default_map or {}), **defaults}
        return Configured(keys, read.config, read.errors)

    return click.option(
        "--config",
        metavar="FILE",
        is_eager=True,
        callback=loaded,
        help=both(
            "配置文件；默认往上找 huashu.yml，none 不用。",
            "Configuration file; by default the nearest huashu.yml upward. none: none.",
        ),
    )


def options_of(context: click.Context, keys: Iterable[str]) -> dict[str, click.Option]:
    """Key → the verb's option that says the same, for keys that have one."""
    from linter.config.keys import KEYS

    written = {
        name: option
        for option in context.command.params
        if isinstance(option, click.Option)
        for name in option.opts
    }
    return {key: written[KEYS[key].option] for key in keys if KEYS[key].option in written}


def given_keys(context: click.Context, keys: Iterable[str]) -> frozenset[str]:
    """The keys of which the command line says something."""
    return frozenset(
        key
        for key, option in options_of(context, keys).items()
        if context.get_parameter_source(str(option.name)) == ParameterSource.COMMANDLINE
    )


def _named(path: str) -> Found:
    return Found(path)


def _nearest() -> Found | None:
    try:
        return find(os.getcwd())
    except FileNotFoundError:  # the folder is gone
        return None


def _value(setting: Setting) -> Any:
    """As the command line would have it, before it is read."""
    if isinstance(setting.value, tuple) and not setting.words:
        return tuple(f"{word}={said}" for word, said in setting.pairs)
    return setting.value
