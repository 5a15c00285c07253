"""``--config FILE``: what a configuration does to a verb.

What it says in place of an option becomes the option's default
(https://click.palletsprojects.com/en/stable/commands/#overriding-defaults), so the command line is
stronger. The rest goes to the command as one argument, ``config``. Where there is none, nothing is
imported but the search for it.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from linter.cli.common import both, note
from linter.cli.completing import files
from linter.cli.configured import Configured
from linter.config.search import Found, find
from linter.errors import UsageError

if TYPE_CHECKING:
    from linter.config.model import Setting

NONE = "none"
"""In place of a file: no configuration."""

Command = Callable[..., Any]


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
        shell_complete=files,
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
