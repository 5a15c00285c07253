"""The built-in packs carry nothing that no rule leads to."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from linter.judging.diagnosis import SHOWN, TRIGGERS
from linter.rulebook import notation
from linter.rulebook.load import load_builtin
from linter.rulebook.types import Pattern, Ref, RuleBook
from linter.signals.slots import READ_BACK, REFUSAL
from linter.signals.view import END_SIGNAL


@cache
def book() -> RuleBook:
    return load_builtin()


def _named(value: Any) -> Iterator[str]:
    """The signals that a judge, however deep, refers to."""
    if isinstance(value, Ref):
        yield value.name
    elif isinstance(value, tuple):
        for item in value:
            yield from _named(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            inner = getattr(value, field.name)
            yield from [inner] if field.name == "signal" else _named(inner)


def _closed(names: set[str], leads_to: dict[str, set[str]]) -> set[str]:
    while more := {n for name in names for n in leads_to.get(name, ())} - names:
        names = names | more
    return names


def test_every_signal_is_used() -> None:
    # The engine itself asks for these by name.
    used = {END_SIGNAL, REFUSAL, READ_BACK, *_named(TRIGGERS), *_named(tuple(SHOWN.values()))}
    for rule in book().rules:
        used |= {*_named(rule.judge), *_named(rule.severity_after)}
    members = {name: set(signal.members) for name, signal in book().signals.items()}
    assert set(book().signals) - _closed(used, members) == set()


def test_every_context_condition_is_used() -> None:
    used = {name for signal in book().signals.values() for name in signal.not_when}
    assert set(book().conditions) - used == set()


def _patterns() -> Iterator[Pattern]:
    holders: Iterable[Any] = (
        *book().signals.values(),
        *book().conditions.values(),
        *book().slots.values(),
    )
    for holder in holders:
        for field in dataclasses.fields(holder):
            value = getattr(holder, field.name)
            if isinstance(value, tuple):
                yield from (item for item in value if isinstance(item, Pattern))


def _classes(node: notation.Node) -> set[str]:
    return {ref.name for ref in notation.classes_in(node)}


def test_every_word_class_is_used() -> None:
    used = {name for pattern in _patterns() for name in _classes(pattern.node)}
    inside = {
        name: {inner for nodes in groups.values() for node in nodes for inner in _classes(node)}
        for name, groups in book().classes.items()
    }
    assert set(book().classes) - _closed(used, inside) == set()
