"""Calls of the corpus and rules to keep reports of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from linter.calls import ReadOptions, read_path
from linter.judged import Report
from linter.library import repeats
from linter.linting import Linter
from linter.model import Call
from linter.signals.casting import with_roles

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = (
    *("calls/articles.jsonl", "calls/shop-ticket.jsonl", "calls/plain-banks.jsonl"),
    *sorted(str(path.relative_to(CORPUS)) for path in (CORPUS / "scripts").glob("*.*")),
)


@cache
def linter() -> Linter:
    """The built-in rules, praise and all."""
    return Linter()


@cache
def calls() -> tuple[Call, ...]:
    """Calls and scenes of every kind."""
    paths = [CORPUS / name for name in FILES]
    twice = repeats(paths, ReadOptions())
    found = [with_roles(twice.noted(call)) for path in paths for call in [*read_path(path)][:8]]
    return tuple(found)


@cache
def reports() -> tuple[Report, ...]:
    """What is said of them."""
    return tuple(map(linter().lint, calls()))
