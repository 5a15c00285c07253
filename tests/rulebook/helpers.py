"""Rule files in a line or two, and what is wrong with them."""

from __future__ import annotations

import pytest

from linter.errors import RuleErrors
from linter.rulebook.load import load_texts
from linter.rulebook.types import Rule, RuleBook

SIGNALS = """pack: t
classes:
  信息: {电话: [电话], 地址: [地址]}
signals:
  催: {any: [快点]}
  索要: {any: [报<信息 as 项>]}
  道歉: {any: [抱歉]}
  情绪: {who: customer, levels: {1: [着急], 2: [气死]}}
rules:
"""

RULE = {
    "id": "rude",
    "category": "impatience",
    "aspect": "态度",
    "severity": "error",
    "say": "坐席在催客户。",
    "why": "催促伤人。",
    "instead": "不着急。",
    "tests": "[{flag: 坐席：【快点】}, {pass: 坐席：您慢慢说}]",
}


def book(text: str) -> RuleBook:
    return load_texts([("t.yml", text)])


def errors(text: str) -> list[str]:
    """``line:column: message`` of each error."""
    return errors_of(("t.yml", text), path=False)


def errors_of(*files: tuple[str, str], path: bool = True) -> list[str]:
    with pytest.raises(RuleErrors) as caught:
        load_texts(files)
    return [
        f"{error.where if path else error.where.removeprefix('t.yml:')}: {error.message}"
        for error in caught.value.errors
    ]


def hints(text: str) -> list[str]:
    with pytest.raises(RuleErrors) as caught:
        book(text)
    return [error.hint for error in caught.value.errors]


def rule_text(judge: str, **said: str | None) -> str:
    """A rule as YAML; ``judge`` are its kind's lines, ``None`` leaves a key out."""
    keys = {**RULE, **said}
    lines = [f"{key}: {value}" for key, value in keys.items() if value is not None]
    lines += judge.splitlines()
    return "  - " + "\n    ".join(lines) + "\n"


def rule(judge: str = "forbid: 催", **said: str | None) -> Rule:
    (only,) = book(SIGNALS + rule_text(judge, **said)).rules
    return only


def rule_errors(judge: str = "forbid: 催", **said: str | None) -> list[str]:
    """The messages only."""
    found = errors(SIGNALS + rule_text(judge, **said))
    return [message.split(": ", 1)[1] for message in found]


def place_of(text: str, mark: str) -> str:
    """``line:column`` of ``mark``, which stands in ``text`` once."""
    assert text.count(mark) == 1, mark
    before = text[: text.index(mark)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
