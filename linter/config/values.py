"""How what stands under a key is read; what is wrong has been noted, and gives no setting."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable

from linter.calls.options import COLUMN_FIELDS, COLUMN_WORDS, parse_columns
from linter.config.globs import fault
from linter.config.model import Setting
from linter.errors import UsageError
from linter.model import SEVERITIES
from linter.rulebook.files import BUILTIN
from linter.rulebook.source import Value, suggestion
from linter.rulebook.types import Place
from linter.triage.severities import OFF

AUTO = "auto"
ROLES = ("agent", "customer", "bot", "system")
"""Whom a word may stand for: nobody calls anybody ``unknown``."""
LEVELS = (*SEVERITIES, OFF)
_COMMAS = (",", "，")
_FEW = 6

Read = Callable[[Value, Value, str], Setting | None]
"""From the key, what stands under it, and the configuration's folder from here."""


def place_of(value: Value) -> Place:
    """Where something stands."""
    return Place(value.path, value.line, value.column)


def _checked(read: Callable[[Value, Value, str], Setting]) -> Read:
    """No setting where something was wrong."""

    @functools.wraps(read)
    def checked(key: Value, value: Value, folder: str) -> Setting | None:
        before = len(key.errors.found)
        setting = read(key, value, folder)
        return None if len(key.errors.found) > before else setting

    return checked


@_checked
def flag(key: Value, value: Value, folder: str) -> Setting:
    """``true`` or ``false``."""
    return Setting(value.flag(), place_of(key))


@_checked
def text(key: Value, value: Value, folder: str) -> Setting:
    """Any text."""
    return Setting(value.text(), place_of(key))


@_checked
def jobs(key: Value, value: Value, folder: str) -> Setting:
    """A number of processes, or ``auto``."""
    said = value.text("进程数")
    if said and said != AUTO:
        value.integer(most=10_000)
    return Setting(said, place_of(key))


@_checked
def output(key: Value, value: Value, folder: str) -> Setting:
    """A file to write to."""
    return Setting(_from_here(value.text("文件"), folder), place_of(key))


def one_of(options: Callable[[], Iterable[str]], what: str) -> Read:
    """One of these words."""

    @_checked
    def choice(key: Value, value: Value, folder: str) -> Setting:
        return Setting(_one_of(value, tuple(options()), what), place_of(key))

    return choice


def _one_of(value: Value, options: tuple[str, ...], what: str) -> str:
    """As :meth:`Value.choice`; of so few all are named."""
    said = value.text(what)
    if said and said not in options:
        near = len(options) > _FEW and suggestion(said, options)
        value.complain(f"不认识的{what} {said!r}", hint=near or f"可用的有 {'、'.join(options)}")
    return said


@_checked
def names(key: Value, value: Value, folder: str) -> Setting:
    """Names; whether there are things of these names is seen when the rules are there."""
    for item in value.items():
        said = item.text("名字")
        if any(comma in said for comma in _COMMAS):
            item.complain(f"{said!r} 不是一个名字", hint="几个名字写成列表：[甲, 乙]")
    return _list(key, value, lambda said: said)


@_checked
def files(key: Value, value: Value, folder: str) -> Setting:
    """Files that may be there or not."""
    return _list(key, value, lambda said: _from_here(said, folder))


@_checked
def rules(key: Value, value: Value, folder: str) -> Setting:
    """Rule files, folders of them, or the built-in packs."""
    for item in value.items():
        said = item.text("路径")
        if said and said != BUILTIN and not os.path.exists(_from_here(said, folder)):
            hint = f"从配置文件所在的文件夹写起；自带的规则写 {BUILTIN}"
            item.complain(f"没有这个规则文件或文件夹 {said!r}", hint=hint)
    return _list(key, value, lambda said: said if said == BUILTIN else _from_here(said, folder))


@_checked
def scheme(key: Value, value: Value, folder: str) -> Setting:
    """A scoring scheme: a file, or one that comes with the program."""
    from linter.scoring.examples import examples, is_example

    said = value.text("评分表")
    path = said if is_example(said) else _from_here(said, folder)
    if said and not is_example(said) and not os.path.exists(path):
        known = "、".join(examples())
        hint = f"从配置文件所在的文件夹写起；自带的有 {known}"
        value.complain(f"没有这个评分表 {said!r}", hint=hint)
    return Setting(path, place_of(key))


@_checked
def globs(key: Value, value: Value, folder: str) -> Setting:
    """Patterns of paths."""
    for item in value.items():
        said = item.text("路径的样式")
        if said and (why := fault(said)):
            item.complain(f"看不懂的路径样式 {said!r}", hint=why)
    return _list(key, value, lambda said: said)


@_checked
def outputs(key: Value, value: Value, folder: str) -> Setting:
    """``FORMAT=FILE``, again and again."""
    for item in value.items():
        said = item.text("格式=文件")
        name, equals, file = said.partition("=")
        if said and not (equals and name.strip() and file.strip()):
            item.complain(f"读不懂 {said!r}", hint="写成 格式=文件，如 jsonl=report.jsonl")
        elif said and name.strip() not in (known := _formats()):
            item.complain(f"不认识的格式 {name.strip()!r}", hint=suggestion(name.strip(), known))
    return _list(key, value, lambda said: _output(said, folder))


@_checked
def roles(key: Value, value: Value, folder: str) -> Setting:
    """What the company calls its speakers."""
    return _pairs(key, value, lambda word, said: _one_of(said, ROLES, "角色"))


@_checked
def severities(key: Value, value: Value, folder: str) -> Setting:
    """Rule or category → severity."""
    return _pairs(key, value, lambda word, said: _one_of(said, LEVELS, "级别"))


@_checked
def columns(key: Value, value: Value, folder: str) -> Setting:
    """Field → the name of the column that holds it."""
    return _pairs(key, value, _column)


def _column(field: Value, said: Value) -> str:
    name, column = field.text("字段"), said.text("列名")
    try:
        parse_columns((f"{name}={column or '?'}",))
    except UsageError:
        known = (*COLUMN_WORDS, *COLUMN_FIELDS)
        field.complain(f"不认识的字段 {name!r}", hint=suggestion(name, known))
    return column


def _list(key: Value, value: Value, meant: Callable[[str], str]) -> Setting:
    items = value.items()
    words = tuple(meant(str(item.node.value).strip()) for item in items if not _is_deep(item))
    return Setting(words, place_of(key), tuple(map(place_of, items)))


def _is_deep(item: Value) -> bool:
    return item.is_list or item.is_mapping


def _pairs(key: Value, value: Value, meant: Callable[[Value, Value], str]) -> Setting:
    found = [(word, meant(word, said)) for word, said in value.pairs()]
    pairs = tuple((word.text(), said) for word, said in found)
    return Setting(pairs, place_of(key), tuple(place_of(word) for word, _ in found))


def _from_here(path: str, folder: str) -> str:
    return os.path.normpath(os.path.join(folder, path)) if path and path != "-" else path


def _output(said: str, folder: str) -> str:
    name, _, file = said.partition("=")
    return f"{name.strip()}={_from_here(file.strip(), folder)}"


def _formats() -> Iterable[str]:
    from linter.reports import FORMATS

    return FORMATS
