"""Small packs whose rules carry tests."""

from __future__ import annotations

from linter.linting import Linter
from linter.rulebook.load import load_texts
from linter.rulebook.types import RuleBook
from linter.ruletest import Result, read_cases, run_cases

SIGNALS = """\
  催: {who: agent, any: [快点说], over: [您快点说], not_if: [麻烦…快点说]}
  脏话: {who: agent, any: [快点说……笨]}
  谢: {who: agent, any: [谢谢]}
  问: {who: agent, any: [报<信息 as 项>]}
  急: {who: customer, levels: {1: [急], 2: [急死]}}
  不满: {who: customer, of: [急, 怨]}
  怨: {who: customer, any: [白跑], not_when: [asking]}
"""
FLAG = 'flag: "客户：啊\\n坐席：【快点说】"'
PASS = 'pass: "客户：啊\\n坐席：嗯"'


def rule(judge: str = "forbid: 催", *tests: str, name: str = "rude", **said: str) -> str:
    """A rule as YAML; ``judge`` may have several lines."""
    keys = {"category": "a", "aspect": "态度", "severity": "error", **said}
    lines = [f"id: {name}", *(f"{key}: {value}" for key, value in keys.items())]
    lines += [*judge.splitlines(), "say: 说", "why: 为什么", "instead: 怎么说", "tests:"]
    lines += [f"  - {{{test}}}" for test in tests or (FLAG, PASS)]
    return "  - " + "\n    ".join(lines) + "\n"


def pack(*rules: str, signals: str = SIGNALS, more: str = "") -> RuleBook:
    """A rule book of one file, ``p.yml``; ``more`` are other sections of it."""
    text = (
        "pack: p\n"
        "classes:\n"
        "  信息: {电话: [电话], 地址: [地址]}\n"
        "conditions:\n"
        "  asking: {after: [吗]}\n"
        f"{more}signals:\n{signals}"
        f"rules:\n{''.join(rules)}"
    )
    return load_texts([("p.yml", text)])


def call(*turns: str) -> str:
    """Turns as they stand in a quoted YAML string."""
    return "\\n".join(turns)


def flag(*turns: str, **said: str) -> str:
    """A test whose call is to be flagged."""
    return ", ".join([f'flag: "{call(*turns)}"', *(f"{key}: {said[key]}" for key in said)])


def passes(*turns: str, **said: str) -> str:
    """A test whose call is to pass."""
    return ", ".join([f'pass: "{call(*turns)}"', *(f"{key}: {said[key]}" for key in said)])


def results(book: RuleBook) -> list[Result]:
    """How the tests of the first rule come out."""
    return list(run_cases(Linter(book), read_cases(book.rules[:1])))
