"""Putting all packs together: every name that is used has to exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from graphlib import TopologicalSorter

from linter.rulebook import notation
from linter.rulebook.parts import PackReader
from linter.rulebook.source import suggestion
from linter.rulebook.types import CONTEXTS, Condition, RuleBook

Nodes = tuple[notation.Node, ...]

MAX_CLASS_DEPTH = 20
"""How many classes may lie in each other; the built-in ones need four."""
MAX_CLASS_SIZE = 200_000
"""How many words and constructs a class may have, the classes inside it counted in full."""


def resolve(reader: PackReader, version: str, *, complete: bool) -> RuleBook:
    """The rule book, after noting every dangling or circular reference.

    :param version: the identity of the rule files' content.
    :param complete: whether all files could be read; otherwise dangling names say nothing.
    """
    if complete:
        _check_names(reader)
    _check_classes(reader)
    _check_members(reader)
    rules = [
        replace(rule, yields_to=tuple(name for name in rule.yields_to if name not in reader.off))
        for rule in reader.rules.values()
    ]
    return RuleBook(
        packs=tuple(dict.fromkeys(reader.packs)),
        classes=reader.classes,
        signals=reader.signals,
        conditions=_conditions(reader),
        slots=reader.slots,
        rules=tuple(rules),
        words=tuple(dict.fromkeys(reader.words)),
        version=version,
    )


def _conditions(reader: PackReader) -> dict[str, Condition]:
    """The conditions that every book has, with the cues that packs add, and the packs' own."""
    always = {name: Condition(name, (), (), (), distance=4, quoted=False) for name in CONTEXTS}
    conditions = always | reader.conditions
    return conditions | {"quoted": replace(conditions["quoted"], quoted=True)}


def _check_names(reader: PackReader) -> None:
    # What was switched off may still be named.
    rules = {**reader.rules, **reader.off}
    known = {
        "词类": list(reader.classes),
        "分组词类": [name for name, groups in reader.classes.items() if "" not in groups],
        "信号": list(reader.signals),
        "语境条件": [*CONTEXTS, *reader.conditions],
        "规则": list(rules),
        "类别": sorted({rule.category for rule in rules.values()}),
    }
    there = {kind: frozenset(names) for kind, names in known.items()}
    for use in reader.uses:
        if use.name in there[use.kind]:
            continue
        message = f"没有叫 {use.name!r} 的{use.kind}"
        if use.kind == "分组词类" and use.name in reader.classes:
            message = f"词类 {use.name!r} 没有分组，不能写 as"
        hint = suggestion(use.name, known[use.kind])
        use.value.complain(message, hint=hint, offset=use.offset)


def _check_members(reader: PackReader) -> None:
    members = {name: set(signal.members) for name, signal in reader.signals.items()}
    for name in _circular(members):
        reader.places["signals", name].complain(
            f"信号 {name!r} 绕回了自己", hint="去掉其中一个引用"
        )


def _check_classes(reader: PackReader) -> None:
    nodes = {
        name: tuple(node for members in groups.values() for node in members)
        for name, groups in reader.classes.items()
    }
    used = {
        name: {ref.name for node in members for ref in notation.classes_in(node)} & nodes.keys()
        for name, members in nodes.items()
    }
    circular = _circular(used)
    for name in circular:
        reader.places["classes", name].complain(
            f"词类 {name!r} 绕回了自己", hint="去掉其中一个引用"
        )
    if not circular:
        for name in _too_big(nodes, used):
            reader.places["classes", name].complain(
                f"词类 {name!r} 展开以后太大或套得太深", hint="拆开，或少引用几个词类"
            )


def _too_big(nodes: Mapping[str, Nodes], used: Mapping[str, set[str]]) -> list[str]:
    """The classes that would grow beyond the limits; only the innermost of a chain."""
    depths: dict[str, int] = {}
    sizes: dict[str, int] = {}
    found = []
    for name in TopologicalSorter(used).static_order():
        depths[name] = 1 + max((depths[inner] for inner in used[name]), default=0)
        sizes[name] = sum(_size(node, sizes) for node in nodes[name])
        if depths[name] > MAX_CLASS_DEPTH or sizes[name] > MAX_CLASS_SIZE:
            found.append(name)
            depths[name], sizes[name] = 1, 1
    return found


def _size(node: notation.Node, sizes: Mapping[str, int]) -> int:
    match node:
        case notation.ClassRef(name, _, _):
            return sizes.get(name, 1)
        case notation.Either(children) | notation.Sequence(children):
            return 1 + sum(_size(child, sizes) for child in children)
        case notation.Words(inner) | notation.Not(inner, _):
            return 1 + _size(inner, sizes)
    return 1


def _circular(references: Mapping[str, set[str]]) -> list[str]:
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
