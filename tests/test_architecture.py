"""The house as docs/architecture.md draws it: nothing imports upward, only the command prints."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "architecture.md"
UPWARD = {("rulebook", "signals")}
"""A rule file that asks for the learned scorer is checked against what the scorer knows; it is
imported when one does."""


def floors() -> dict[str, int]:
    """Part → its floor, the lowest first, as the page's first text block lists them."""
    block = re.search(r"```text\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    lines = [re.split(r"\s{2,}", line)[0] for line in block[1].splitlines()]
    return {part: floor for floor, line in enumerate(reversed(lines)) for part in line.split()}


def parts() -> list[Path]:
    """The modules and folders of the package."""
    return [
        path
        for path in sorted((ROOT / "linter").iterdir())
        if path.suffix == ".py" or (path / "__init__.py").exists()
    ]


@cache
def nodes(part: Path) -> list[ast.AST]:
    files = sorted(part.rglob("*.py")) if part.is_dir() else [part]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    return [node for tree in trees for node in ast.walk(tree)]


def imported(part: Path) -> set[str]:
    """The parts that a part imports, wherever in a module it does so."""
    found: set[str] = set()
    for node in nodes(part):
        if isinstance(node, ast.ImportFrom) and node.module == "linter":
            found |= {alias.name for alias in node.names} & {path.stem for path in parts()}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("linter."):
            found.add(str(node.module).split(".")[1])
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
            found |= {name.split(".")[1] for name in names if name.startswith("linter.")}
    return found - {part.stem}


def test_the_page_names_every_part_and_no_other() -> None:
    assert set(floors()) == {part.stem for part in parts()}


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.stem)
def test_nothing_imports_upward_or_from_beside_it(part: Path) -> None:
    on = floors()
    wrong = {other for other in imported(part) if on[other] >= on[part.stem]}
    assert {(part.stem, other) for other in wrong} <= UPWARD


def test_the_exceptions_are_still_needed() -> None:
    assert all(high in imported(ROOT / "linter" / low) for low, high in UPWARD)


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.stem)
def test_only_the_command_prints_or_exits(part: Path) -> None:
    called = [ast.unparse(node.func) for node in nodes(part) if isinstance(node, ast.Call)]
    loud = {"print", "exit", "quit", "sys.exit", "click.echo", "sys.stdout.write"}
    assert part.stem == "cli" or loud.isdisjoint(called)
