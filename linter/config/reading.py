"""Reads a configuration strictly, with everything that is wrong in it at once."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable

from linter.config.globs import Globs
from linter.config.ini import read_section
from linter.config.keys import KEYS, PATHS, PER_PATH, REFINING, shape_of
from linter.config.model import Config, Entry, Setting
from linter.config.search import BROKEN_HEADER, HEADER
from linter.config.values import globs, place_of
from linter.errors import ConfigError, ConfigErrors, HuashuError, RuleError, in_order
from linter.frozen import dataclass
from linter.rulebook.source import Errors, Kind, Value, read_source

_KIND = Kind("配置文件")
_INI = (".cfg", ".ini")
"""Suffixes of files that other tools share."""


@dataclass(frozen=True, slots=True)
class Read:
    """A configuration as far as it could be read.

    :ivar errors: what is wrong with the rest of it, in the order of the file.
    """

    config: Config
    errors: tuple[ConfigError, ...] = ()


def load_config(path: str) -> Config:
    """A configuration that has nothing wrong with it, as far as can be said without rules.

    :raises ConfigErrors: with all errors.
    """
    read = read_config(path)
    if read.errors:
        raise ConfigErrors(read.errors)
    return read.config


def read_config(path: str) -> Read:
    """Read a configuration.

    :param path: a file in YAML, or one with a section ``[huashu]`` (``.cfg``, ``.ini``).
    """
    errors, here = Errors(), os.path.dirname(path)
    folder = os.path.abspath(here)
    text = _text(path, errors)
    top = None if text is None else _top(text, path, errors)
    if top is None or _is_empty(top):
        return Read(Config(path, folder, {}), _found(errors))
    said = top.mapping((*KEYS, PER_PATH), "配置")
    entries = said.pop(PER_PATH, None)
    config = Config(
        path,
        folder,
        _settings(top, said, here),
        tuple(_entries(entries, here)) if entries else (),
    )
    return Read(config, _found(errors))


def _is_empty(top: Value) -> bool:
    """A line ``---`` and nothing after it."""
    return not (top.is_mapping or top.is_list or top.node.value)


def _found(errors: Errors) -> tuple[ConfigError, ...]:
    return tuple(map(_of_config, in_order(errors.found)))


def _of_config(error: HuashuError) -> ConfigError:
    return ConfigError(
        error.message, path=error.path, line=error.line, column=error.column, hint=error.hint
    )


def _text(path: str, errors: Errors) -> str | None:
    """The text; ``None`` after noting why there is none."""
    line = column = None
    try:
        with open(path, "rb") as file:
            data = file.read().removeprefix(codecs.BOM_UTF8)
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message, hint = "从这里起不是 UTF-8", "把文件另存为 UTF-8"
    except FileNotFoundError:
        message, hint = "没有这个配置文件", "检查 --config，不用配置写 none"
    except IsADirectoryError:
        message, hint = "这是文件夹，不是配置文件", "写出文件名"
    except OSError as error:
        message, hint = f"读不了：{error.strerror}", "检查权限"
    errors.found.append(RuleError(message, path=path, line=line, column=column, hint=hint))
    return None


def _top(text: str, path: str, errors: Errors) -> Value | None:
    if not path.endswith(_INI):
        return read_source(text, path, errors, _KIND)
    if HEADER.search(text):
        return read_section(text, path, errors, _KIND, shape_of)
    if broken := BROKEN_HEADER.search(text):
        line = text.count("\n", 0, broken.start()) + 1
        said = f"节名写错了：{broken[0].strip()}"
        errors.found.append(RuleError(said, path=path, line=line, column=1, hint="写成 [huashu]"))
        return None
    errors.found.append(RuleError("里面没有 [huashu] 这一节", path=path, hint="加上这一节"))
    return None


def _settings(parent: Value, said: dict[str, Value], here: str) -> dict[str, Setting]:
    keys = _keys(parent)
    found = {name: KEYS[name].read(keys[name], value, here) for name, value in said.items()}
    return {name: setting for name, setting in found.items() if setting}


def _keys(parent: Value) -> dict[str, Value]:
    """The keys of a mapping that was read without errors."""
    found: dict[str, Value] = {}
    for key_node, _ in parent.node.value if parent.is_mapping else ():
        found.setdefault(str(key_node.value).strip(), Value(key_node, parent.source, parent.errors))
    return found


def _entries(value: Value, here: str) -> Iterable[Entry]:
    if not value.is_list:
        value.complain(f"{PER_PATH} 要写成列表", hint=f"每一项写 - {PATHS}: […] 和要改的键")
        return
    for item in value.items():
        if not item.is_mapping:
            item.complain(f"{PER_PATH} 的每一项要写 {PATHS} 和要改的键")
            continue
        yield from _entry(item, here)


def _entry(item: Value, here: str) -> Iterable[Entry]:
    errors = len(item.errors.found)
    said = item.mapping((PATHS, *REFINING), f"{PER_PATH} 的一项")
    paths = said.pop(PATHS, None)
    if paths is None:
        item.complain(f"没写 {PATHS}：不知道说的是哪些文件", hint=f"写 {PATHS}: [文件夹/]")
    elif not said and len(item.errors.found) == errors:
        item.complain("这一项没有要改的", hint=f"可以写 {'、'.join(REFINING)}")
    read = globs(item, paths, here) if paths else None
    if read and not read.words:
        item.complain(f"{PATHS} 是空的", hint=f"写 {PATHS}: [文件夹/]")
    settings = _settings(item, said, here)
    if read:
        yield Entry(Globs(read.words), settings, place_of(item))
