"""The pages as a whole, and those of the built-in rules in ``docs/rules``."""

from __future__ import annotations

from pathlib import Path

from linter.rulebook.cached import load_book
from linter.rulebook.files import BUILTIN
from linter.rulepages import MARK, pages

from .packs import shop

BUILT = Path(__file__).parents[2] / "docs" / "rules"


def test_an_index_and_a_page_for_every_rule_each_marked() -> None:
    made = pages(shop())
    assert list(made) == ["index.md", "rude.md", "cold.md"]
    assert all(page.endswith(f"\n{MARK}\n") for page in made.values())
    assert "松（可以催）" in made["rude.md"]


def test_the_checked_in_pages_are_those_of_the_rules() -> None:
    """Bring them up to date with ``huashu rules docs -o docs/rules``."""
    there = {file.name: file.read_text(encoding="utf-8") for file in BUILT.iterdir()}
    assert there == pages(load_book([BUILTIN]))
