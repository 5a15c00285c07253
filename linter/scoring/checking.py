"""Whether a scheme and a rule book go together: no name is nobody's, and no rule is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linter.model import SEVERITY_RANK
from linter.rulebook.profiles import in_force
from linter.rulebook.source import Value, suggestion
from linter.rulebook.types import Rule, RuleBook
from linter.scoring.places import Place, counts, deducts, names_of, places
from linter.scoring.scheme import KINDS, UNSCORED, Scheme, Target

_WHAT = {"rules": "规则", "categories": "类别", "packs": "规则包", "aspects": "方面"}
_FEW = 8


class Named(NamedTuple):
    """A name of rules.

    :ivar praise: whether praise is meant.
    :ivar fatal: whether it is named to take all points.
    """

    value: Value
    target: Target
    praise: bool = False
    fatal: bool = False


def check_names(top: Value, scheme: Scheme | None, book: RuleBook) -> None:
    """Note what is wrong with the names of rules.

    :param scheme: as far as it could be read: without it, nobody knows what is left.
    """
    # Also the rules that some profile switches off: no name of theirs is a mistake.
    rules = list({rule.id: rule for rule in (*in_force(book, ()).rules, *book.rules)}.values())
    named = [*_named(top)]
    before = len(top.errors.found)
    _check_known(named, rules)
    _check_twice(named)
    if scheme is None or len(top.errors.found) > before:
        return
    _check_reach(named, rules)
    _check_fatal(top, scheme, rules)
    _check_complete(top, scheme, rules)


def _parts(value: Value | None) -> list[Value]:
    return value.items() if value is not None and value.is_list else []


def _said(value: Value) -> dict[str, Value]:
    """A mapping that was complained of before, as far as it is one."""
    if not value.is_mapping:
        return {}
    return {
        str(key.value).strip(): Value(node, value.source, value.errors)
        for key, node in value.node.value
    }


def _named(top: Value) -> Iterator[Named]:
    said = _said(top)
    for dimension in _parts(said.get("dimensions")):
        for part in (dimension, *_parts(_said(dimension).get("items"))):
            yield from _names_in(part, fatal="fatal" in _said(part))
    if UNSCORED in said:
        yield from _names_in(said[UNSCORED])
    if "bonus" in said:
        yield from _names_in(said["bonus"], praise=True)


def _names_in(part: Value, *, praise: bool = False, fatal: bool = False) -> Iterator[Named]:
    said = _said(part)
    for kind in KINDS:
        for item in said[kind].items() if kind in said else ():
            if not (item.is_list or item.is_mapping) and (name := str(item.node.value).strip()):
                yield Named(item, (kind, name), praise, fatal)


def _check_known(named: Iterable[Named], rules: Iterable[Rule]) -> None:
    known: dict[Target, list[Rule]] = {}
    for rule in rules:
        for target in names_of(rule).items():
            known.setdefault(target, []).append(rule)
    for one in named:
        what = f"{_WHAT[one.target[0]]} {one.target[1]!r}"
        meant = known.get(one.target)
        if meant is None:
            hint = _near(one.target, known)
            one.value.complain(f"没有{what}", hint=hint)
        elif one.praise and not any(rule.praise for rule in meant):
            one.value.complain(f"{what} 不是表扬，不能加分", hint="bonus 里只写表扬的规则")
        elif not one.praise and not any(map(counts if one.fatal else deducts, meant)):
            one.value.complain(f"{what} 从来不扣通话的分", hint=_idle_hint(meant))


def _near(target: Target, known: Iterable[Target]) -> str:
    kind, name = target
    for other in KINDS:
        if (other, name) in known:
            return f"它是{_WHAT[other]}，写在 {other} 里"
    names = [name for at, name in known if at == kind]
    return suggestion(name, names) or "看 huashu rules list 里有哪些"


def _idle_hint(meant: Iterable[Rule]) -> str:
    if all(rule.praise for rule in meant):
        return "表扬写在 bonus 里"
    return "要一票否决就写 fatal，不然删掉" if any(map(counts, meant)) else "只查话术库，删掉"


def _check_twice(named: Iterable[Named]) -> None:
    seen: dict[Target, int] = {}
    for value, target, praise, _ in named:
        if praise:
            continue
        if target in seen:
            said = f"{_WHAT[target[0]]} {target[1]!r} 重复，第 {seen[target]} 行已经写过"
            value.complain(said, hint="一条规则只归一处")
        seen.setdefault(target, value.line)


def _check_reach(named: Iterable[Named], rules: Iterable[Rule]) -> None:
    """Note names all whose rules a stronger name takes away."""
    known = {one.target for one in named if not one.praise}
    reached = {
        next((target for target in names_of(rule).items() if target in known), None)
        for rule in filter(counts, rules)
    }
    for one in named:
        if not one.praise and one.target not in reached:
            one.value.complain(
                f"{_WHAT[one.target[0]]} {one.target[1]!r} 管不到任何规则：都另外写了归到哪里",
                hint="删掉；规则比类别先算，类别比规则包先算，规则包比方面先算",
            )


def _check_fatal(top: Value, scheme: Scheme, rules: Iterable[Rule]) -> None:
    """Note vetoes that no rule can give."""
    gravest = _gravest(scheme, rules)
    for number, dimension in enumerate(_parts(_said(top).get("dimensions"))):
        parts = [*_parts(_said(dimension).get("items")), dimension]
        for at, item in enumerate(scheme.dimensions[number].items):
            if item.fatal and gravest.get((number, at), -1) < SEVERITY_RANK[item.fatal_from]:
                _said(parts[at])["fatal"].complain(
                    f"这里的规则都到不了 {item.fatal_from}，永远不会一票否决",
                    hint="写 fatal_from: warning 或 info，或删掉 fatal",
                )


def _gravest(scheme: Scheme, rules: Iterable[Rule]) -> dict[Place | None, int]:
    """Place → the rank of the gravest finding that any of its rules may have."""
    placed = places(scheme, rules)
    found: dict[Place | None, int] = {}
    for rule in rules:
        if rule.id in placed:
            grades = (rule.severity, *(severity for _, severity in rule.severity_after))
            most = max(SEVERITY_RANK[severity] for severity in grades)
            found[placed[rule.id]] = max(found.get(placed[rule.id], -1), most)
    return found


def _check_complete(top: Value, scheme: Scheme, rules: Iterable[Rule]) -> None:
    """Note rules that are nowhere."""
    placed = places(scheme, rules)
    forgotten = [rule for rule in rules if deducts(rule) and rule.id not in placed]
    if not forgotten:
        return
    categories = dict.fromkeys(rule.category for rule in forgotten)
    shown = "、".join([*categories][:_FEW]) + (" 等" if len(categories) > _FEW else "")
    _said(top)["dimensions"].complain(
        f"有 {len(forgotten)} 条规则没有归到任何维度（类别 {shown}）",
        hint=f"写到某一维里；其余的归到一维写 others: 维度名，不扣分写 others: {UNSCORED}",
    )
