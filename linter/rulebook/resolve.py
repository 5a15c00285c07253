"""Putting all packs together: every name that is used has to exist."""

from __future__ import annotations

from collections.abc import Iterator

from linter.rulebook import notation
from linter.rulebook.parts import PackReader
from linter.rulebook.source import Errors, suggestion
from linter.rulebook.types import RuleBook, Signal


def resolve(reader: PackReader, errors: Errors, version: str) -> RuleBook:
    """The rule book, after noting every dangling or circular reference.

    :param version: the identity of the rule files' content.
    """
    known = {
        "词类": list(reader.classes),
        "信号": list(reader.signals),
        "语境条件": list(reader.conditions),
        "规则": list(reader.rules),
        "类别": sorted({rule.category for rule in reader.rules.values()}),
    }
    for kind, name, value in reader.uses:
        if name and name not in known[kind]:
            value.complain(f"没有叫 {name!r} 的{kind}", hint=suggestion(name, known[kind]))
    for name in _circular_classes(reader.classes):
        errors.add(f"词类 {name!r} 绕回了自己", None, hint="去掉其中一个引用")
    for name in _circular_signals(reader.signals):
        place = reader.signals[name].place
        errors.add(f"信号 {name!r} 绕回了自己（{place.path}:{place.line}）", None)
    return RuleBook(
        packs=tuple(dict.fromkeys(reader.packs)),
        classes=reader.classes,
        signals=reader.signals,
        conditions=reader.conditions,
        slots=reader.slots,
        rules=tuple(reader.rules.values()),
        words=tuple(reader.words),
        version=version,
    )


def class_names(node: notation.Node) -> Iterator[str]:
    """The classes a pattern refers to."""
    match node:
        case notation.ClassRef(name, _, _):
            yield name
        case notation.Either(children) | notation.Sequence(children):
            for child in children:
                yield from class_names(child)
        case notation.Words(inner) | notation.Not(inner, _):
            yield from class_names(inner)


def _circular_classes(classes: dict[str, dict[str, tuple[notation.Node, ...]]]) -> list[str]:
    references = {
        name: {
            used for nodes in groups.values() for node in nodes for used in class_names(node)
        }
        for name, groups in classes.items()
    }
    return _circular(references)


def _circular_signals(signals: dict[str, Signal]) -> list[str]:
    return _circular({name: set(signal.members) for name, signal in signals.items()})


def _circular(references: dict[str, set[str]]) -> list[str]:
    """Names that reach themselves."""
    found = []
    for name in references:
        seen: set[str] = set()
        front = set(references[name])
        while front:
            seen |= front
            front = {n for f in front for n in references.get(f, ())} - seen
        if name in seen:
            found.append(name)
    return found
