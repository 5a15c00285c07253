"""What single checks say of little rule files."""

from __future__ import annotations

from rulebook.helpers import rule_text

from linter.rulebook.extends import File
from linter.rulebook.load import load_texts
from linter.rulelint import CHECKS, check


def said(text: str, *checks: str, base: str = "") -> list[str]:
    """``line:column message`` of each warning of a file, by these checks or by all.

    :param base: another file that is loaded with it and of which nothing is said.
    """
    files = [("t.yml", text), *([("base.yml", base)] if base else [])]
    warned = check(load_texts(files), [File("t.yml", text)], checks or tuple(CHECKS))
    return [f"{one.said.line}:{one.said.column} {one.said.message}" for one in warned]


def pack(signals: str, *rules: str, before: str = "") -> str:
    """A file with these signals, a line each, and rules; what is ``before`` goes above."""
    lines = "\n".join(f"  {line}" for line in signals.strip().splitlines())
    return f"pack: t\n{before}signals:\n{lines}\nrules:\n{''.join(rules)}"


def rule(judge: str, name: str = "rude", **keys: str | None) -> str:
    return rule_text(judge, id=name, **keys)
