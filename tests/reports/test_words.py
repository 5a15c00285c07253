from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter import judging
from linter.reports.words import words

ARGUMENT = {"evidence": 2, "found_evidence": 1, "hit_evidence": 2, "Evidence": -2}
"""Where these take the kind of evidence."""


def _kinds() -> Iterator[str]:
    """Every kind of evidence that judging gives."""
    for path in Path(judging.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = ARGUMENT.get(node.func.id)
                if at is not None and isinstance(node.args[at], ast.Constant):
                    yield str(node.args[at].value)  # type: ignore[attr-defined]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_of_evidence_has_its_own_word(lang: str) -> None:
    table = words(lang).evidence_kinds
    assert set(table) == set(_kinds())
    assert len(set(table.values())) == len(table)
    assert all(word.isascii() == (lang == "en") for word in table.values())
