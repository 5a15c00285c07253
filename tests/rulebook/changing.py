"""A pack to be changed, changes to it, and what is found in a call afterwards."""

from __future__ import annotations

import pytest

from linter import Call, Linter, RuleErrors, Turn
from linter.calls.labels import parse_label
from linter.model import Severity
from linter.rulebook.load import load_texts
from linter.rulebook.types import RuleBook, Signal

from .helpers import rule_text

BASE = (
    """pack: base
classes:
  管事的: [经理, 主管, 老大]
  信息: {电话: [电话], 单号: [单号, 票号]}
conditions:
  否定: {before: [不], distance: 3}
slots:
  电话: {answer: ["<数字 7+>"]}
signals:
  催: {any: [快点, 赶紧], maybe: [还没], over: [快点好], not_when: [否定]}
  索要: {any: [报<信息 as 项>]}
  情绪: {who: customer, levels: {1: [着急], 2: [气死]}}
  都: {of: [催, 索要]}
rules:
"""
    + rule_text("forbid: 催\nunless: [{same_turn: 索要}]", id="rude", yields_to="worse")
    + (
        rule_text("forbid: 情绪", id="worse", category="worse")
        + rule_text("{when: 情绪, require: 催, within: 2}"[1:-1].replace(", ", "\n"), id="late")
        + rule_text("rise: {after: [worse], signal: 情绪}", id="rises", category="rise")
    )
)


def changed(*changes: str, base: str = BASE) -> RuleBook:
    """The base pack with each of these sections ``change``, in a file of its own."""
    return load_texts([("base.yml", base), *files(changes)])


def files(changes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f"{n}.yml", f"pack: p{n}\nchange:\n  {change}\n") for n, change in enumerate(changes)]


def errors(*changes: str, base: str = BASE) -> list[str]:
    with pytest.raises(RuleErrors) as caught:
        changed(*changes, base=base)
    return [f"{e.where}: {e.message}" for e in caught.value.errors]


def hint(change: str) -> str:
    with pytest.raises(RuleErrors) as caught:
        changed(change)
    (only,) = caught.value.errors
    return only.hint


def texts(signal: Signal, key: str = "patterns") -> list[str]:
    return [pattern.text for pattern in getattr(signal, key)]


def words(book: RuleBook, name: str) -> dict[str, list[str]]:
    return {
        group: [getattr(node, "text", "") for node in nodes]
        for group, nodes in book.classes[name].items()
    }


def said(linter: Linter, *lines: str, **fields: str) -> dict[str, Severity]:
    """Rule → severity of what is found in a call."""
    labels = [(line, parse_label(line)) for line in lines]
    turns = [Turn(label.role, line[label.begin :]) for line, label in labels if label]
    assert len(turns) == len(lines)
    # Without a customer nobody knows who is who.
    turns += [] if any(turn.role == "customer" for turn in turns) else [Turn("customer", "嗯。")]
    return {f.rule: f.severity for f in linter.lint(Call("c", tuple(turns), **fields)).findings}
