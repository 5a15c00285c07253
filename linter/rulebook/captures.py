"""The slots that the steps of rules are joined on: some signal has to capture each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from linter.rulebook import notation
from linter.rulebook.parts import PackReader
from linter.rulebook.source import Value, suggestion
from linter.rulebook.types import SLOT_STATES, Signal

_SLOT = re.compile(r"(?P<name>[^\s()]+)(?:\s+[0-9]\+)?\((?P<slot>[^\s()=]+)=[^\s()=]+\)")

_CAPTURE = " as "
"""Part of every pattern that captures; looking for it first spares walking all the others."""


def check_captures(rules: Mapping[str, Value], reader: PackReader) -> None:
    """Note every slot in a step that no pattern of its signal captures (``<类 as 槽>``).

    :param rules: as they were written.
    """
    own = {name: _captured(signal) for name, signal in reader.signals.items()}
    every = frozenset().union(*own.values())
    for name in reader.rules:
        for item in _steps(rules[name]):
            found = _SLOT.fullmatch(item.text())
            if not found:
                continue
            captured = every
            if found["name"] not in SLOT_STATES:
                captured = _with_members(found["name"], reader.signals, own)
            if found["name"] in (*SLOT_STATES, *own) and found["slot"] not in captured:
                hint = suggestion(found["slot"], captured) or "在它的短语里写 <类 as 槽>"
                message = f"{found['name']} 里没有叫 {found['slot']!r} 的槽"
                item.complain(message, hint=hint, offset=found.start("slot"))


def _captured(signal: Signal) -> frozenset[str]:
    return frozenset(
        ref.slot
        for pattern in signal.patterns
        if _CAPTURE in pattern.text
        for ref in notation.classes_in(pattern.node)
        if ref.slot
    )


def _with_members(
    name: str, signals: Mapping[str, Signal], own: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    front, seen = [name], {name}
    while front:
        at = front.pop()
        found |= own.get(at, frozenset())
        inner = set(signals[at].members if at in signals else ()) - seen
        seen |= inner
        front += inner
    return found


def _steps(rule: Value) -> Iterator[Value]:
    """What the steps of a rule look for."""
    for key, value in rule.pairs("规则"):
        if key.text() == "sequence":
            for step in value.items():
                for _, refs in step.pairs("步骤"):
                    yield from refs.items()
