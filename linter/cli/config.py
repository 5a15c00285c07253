"""``huashu config``: what applies, and where each value comes from."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

import click

from linter.cli.common import about, both, help_option, load_book, table
from linter.cli.config_option import config_option, given_keys, options_of
from linter.cli.configured import EVERYTHING, Configured
from linter.cli.lint import lint
from linter.config.effective import Effective, Value, effective, setting_value
from linter.config.keys import PATHS, PER_PATH
from linter.config.names import wrong_names
from linter.errors import ConfigErrors
from linter.reports import Lang
from linter.reports.objects import dumps
from linter.wording import pick

_OWN = ("format",)
"""Keys whose option says something else here."""
KEYS = tuple(key for key in EVERYTHING if key not in _OWN)


@click.command(
    "config",
    help=about(
        "看配置：什么在起作用，每一项从哪里来。也认 lint 的选项。",
        "What applies, and where each value comes from. Takes the options of lint, too.",
    ),
    epilog=about("退出码：0 没有问题，2 配置有错。", "Exit codes: 0 all well, 2 errors."),
)
@click.option(
    "--for",
    "path",
    default="",
    metavar="PATH",
    help=both("对这个文件起作用的（per_path）。", "What applies to this file."),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    help=both("写成什么，默认 text。", "How to show it."),
)
@config_option(KEYS)
@help_option
@click.pass_context
def show_config(
    context: click.Context, /, config: Configured, path: str, format_: str, **options: Any
) -> None:
    """Print everything that applies."""
    lang: Lang = options["lang"]
    config.given = given_keys(context, KEYS)
    config.check(options["rules"])
    if config.config:
        book = load_book(options["rules"])
        if wrong := wrong_names(config.config, book, config.given):
            raise ConfigErrors(wrong)
    shown = _Shown(config, _given(context, config), path)
    click.echo(dumps(shown.object()) if format_ == "json" else "\n".join(shown.lines(lang)))


def _given(context: click.Context, config: Configured) -> dict[str, object]:
    """What the command line says, by key."""
    options = options_of(context, config.given)
    return {key: context.params[str(option.name)] for key, option in options.items()}


_LINT = [
    option
    for option in lint.params
    if isinstance(option, click.Option)
    and option.name not in ("config", "help")
    and "--format" not in option.opts
]
show_config.params[:0] = _LINT


class _Shown:
    """What is shown of a configuration.

    :param options: what the command line says, by key.
    :param path: the file that is asked about, if any.
    """

    def __init__(self, config: Configured, options: dict[str, object], path: str) -> None:
        self._config = config.config
        self._layers = config.layers if config.config else None
        self._path = path
        self._values = dict(effective(self._layers, options, path))

    def object(self) -> dict[str, Any]:
        """For programs."""
        return {
            "config": self._config.path if self._config else None,
            "for": self._path or None,
            "excluded": self._excluded,
            "settings": {
                key: {
                    "value": one.value,
                    "source": one.source,
                    "where": [place.where for place in one.places],
                    "option": one.option or None,
                }
                for key, one in self._values.items()
            },
            PER_PATH: [*self._entries()],
        }

    def lines(self, lang: Lang) -> Iterator[str]:
        """For people."""
        t = functools.partial(pick, lang)
        if self._config:
            yield t(f"配置文件：{self._config.path}", f"Configuration: {self._config.path}")
        else:
            yield t("没有配置文件，都是默认值。", "No configuration: these are the defaults.")
        if self._excluded:
            said, where = self._excluded["pattern"], self._excluded["where"]
            yield t(f"{self._path} 被 exclude 排除：", f"{self._path} is excluded: ") + (
                f"{said}  {where}"
            )
        yield ""
        rows = [(key, _text(one.value), _origin(one, lang)) for key, one in self._values.items()]
        rows += [
            (PER_PATH, f"{_text(entry[PATHS])} → {_text(entry['settings'])}", entry["where"])
            for entry in self._entries()
        ]
        yield from table(rows)

    @functools.cached_property
    def _excluded(self) -> dict[str, str] | None:
        if not self._layers or not self._path:
            return None
        number = self._layers.excluding(self._path)
        if number is None:
            return None
        setting = self._layers.config.settings["exclude"]
        return {"pattern": setting.words[number], "where": setting.parts[number].where}

    def _entries(self) -> Iterator[dict[str, Any]]:
        """The entries; those that a file belongs to if one is asked about."""
        if not self._layers:
            return
        numbers = self._layers.numbers(self._path) if self._path else None
        for number, entry in enumerate(self._layers.config.entries):
            if numbers is None or number in numbers:
                yield {
                    PATHS: list(entry.paths.patterns),
                    "settings": {
                        key: setting_value(key, setting) for key, setting in entry.settings.items()
                    },
                    "where": entry.place.where,
                }


def _origin(one: Effective, lang: Lang) -> str:
    if one.source == "option":
        return pick(lang, "命令行 ", "command line ") + one.option
    if one.source == "default":
        return pick(lang, "默认", "default")
    return pick(lang, "、", ", ").join(place.where for place in one.places)


def _text(value: Value) -> str:
    """As it could stand in the configuration, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_item(said)}" for key, said in value.items()) or "-"
    if isinstance(value, list):
        return ", ".join(value) or "-"
    return value or "-"


def _item(value: Value) -> str:
    said = _text(value)
    if isinstance(value, list):
        return f"[{said}]"
    return f"{{{said}}}" if isinstance(value, dict) else said
