from __future__ import annotations

import pytest

from linter.rulebook.cached import load_book
from linter.rulebook.files import BUILTIN
from linter.scoring.describing import scheme_rows
from linter.scoring.load import load_scheme

SCHEME = """
scheme: 表
full: 100
{more}
deduct: {{error: 20, warning: 10, info: 0}}
others: unscored
dimensions:
  - name: 态度
    full: 100
    items:
      - {{name: 辱骂, categories: [insult], deduct: 30{fatal}}}
"""
OWN = "    规则自带"


@pytest.mark.parametrize(
    ("more", "fatal", "shown"),
    [
        ("", "", [(OWN, "一票否决整通", "insult")]),
        ("fatal_rules: dimension", "", [(OWN, "一票否决这一维", "insult")]),
        ("fatal_rules: none", "", []),
        ("", ", fatal: call", []),
    ],
)
def test_rules_that_are_fatal_by_themselves_are_told(tmp_path, more, fatal, shown):
    """Whoever prices an insult at 30 points has to see that the call gets none at all."""
    path = tmp_path / "表.yml"
    path.write_text(SCHEME.format(more=more, fatal=fatal), encoding="utf-8")
    book = load_book([BUILTIN])
    rows = [*scheme_rows(load_scheme(str(path), book), book.rules)]
    assert [row for row in rows if row[0] == OWN] == shown
