"""What holds for a run or a file, key by key, and where each value comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from linter.config.keys import KEYS
from linter.config.layers import Layers
from linter.config.model import Setting
from linter.frozen import dataclass
from linter.rulebook.types import Place

Value = str | bool | None | list[str] | dict[str, str]
"""As JSON has it; ``None`` where nothing is said and nothing is the default."""
Source = Literal["default", "config", "option"]


@dataclass(frozen=True, slots=True)
class Effective:
    """The value of a key.

    :ivar places: where the configuration says it; several where values are put together.
    :ivar option: the option that says it.
    """

    value: Value
    source: Source
    places: tuple[Place, ...] = ()
    option: str = ""


def effective(
    layers: Layers | None, options: Mapping[str, object], path: str = ""
) -> Iterator[tuple[str, Effective]]:
    """All keys with their values.

    :param layers: the configuration, if there is one.
    :param options: what the command line says, by key.
    :param path: the file that is asked about; empty for what holds for all.
    """
    for name, key in KEYS.items():
        if name in options:
            yield name, Effective(_plain(options[name]), "option", option=key.option)
            continue
        said = _said(layers, name, path) if layers else []
        if said:
            yield name, Effective(_merged(name, said), "config", _places(name, said))
        else:
            yield name, Effective(_default(name), "default")


def _said(layers: Layers, name: str, path: str) -> list[Setting]:
    """Everything that is said under a key, weakest first."""
    config = layers.config
    entries = (config.entries[number] for number in layers.numbers(path))
    found = [config.settings, *(entry.settings for entry in entries)]
    return [settings[name] for settings in found if name in settings]


def _merged(name: str, said: list[Setting]) -> Value:
    if KEYS[name].shape == "pairs":
        return {word: meant for setting in said for word, meant in setting.pairs}
    if name == "ignore":
        return list(dict.fromkeys(word for setting in said for word in setting.words))
    return _plain(said[-1].value)


def _places(name: str, said: list[Setting]) -> tuple[Place, ...]:
    adds_up = KEYS[name].shape == "pairs" or name == "ignore"
    return tuple(setting.place for setting in (said if adds_up else said[-1:]))


def setting_value(name: str, setting: Setting) -> Value:
    """One setting as JSON has it."""
    return _merged(name, [setting])


def _plain(value: object) -> Value:
    if isinstance(value, tuple):
        return [str(word) for word in value]
    return value if isinstance(value, bool) else str(value)


def _default(name: str) -> Value:
    key = KEYS[name]
    if key.shape == "list":
        return [key.default] if key.default else []
    if key.shape == "pairs":
        return {}
    if key.default in ("true", "false"):
        return key.default == "true"
    return key.default or None
