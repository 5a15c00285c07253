"""From the lines of a table's YAML back to its cells: errors and places name what people see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from linter.errors import RuleError
from linter.rulebook.sheets.cells import error_at
from linter.rulebook.sheets.reading import SheetPack
from linter.rulebook.types import Place, Rule, RuleBook


def located(errors: Iterable[RuleError], sheets: Mapping[str, SheetPack]) -> list[RuleError]:
    """The errors with cells in place of the lines of tables; each once.

    :param sheets: the tables by path.
    """
    found: dict[str, RuleError] = {}
    for error in errors:
        moved = _located(error, sheets)
        # One cell is written down more than once, as a signal and as a rule.
        found.setdefault(str(moved), moved)
    return list(found.values())


def _located(error: RuleError, sheets: Mapping[str, SheetPack]) -> RuleError:
    message = error.message
    for path, other in sheets.items():
        message = _named(message, path, other)
    sheet = sheets.get(error.path)
    cell = sheet.cells.get(error.line or 0) if sheet and not error.cell else None
    if cell:
        return error_at(error.path, cell, message, error.hint)
    error.message = message
    return error


def _named(message: str, path: str, sheet: SheetPack) -> str:
    """A message that names another place (已在 … 定义过) with that place's cell."""

    def cell(found: re.Match[str]) -> str:
        place = sheet.cells.get(int(found[1]))
        return f"{path}: {place.where}" if place else found[0]

    return re.sub(rf"{re.escape(path)}:(\d{{1,9}})(?!\d)", cell, message)


def placed(book: RuleBook, sheets: Mapping[str, SheetPack]) -> RuleBook:
    """The book with rows and columns of tables in its places.

    :param sheets: the tables by path.
    """
    if not sheets:
        return book
    signals = {
        name: replace(signal, place=_placed(signal.place, sheets))
        for name, signal in book.signals.items()
    }
    rules = tuple(_rule(rule, sheets) for rule in book.rules)
    return replace(book, signals=signals, rules=rules)


def _rule(rule: Rule, sheets: Mapping[str, SheetPack]) -> Rule:
    tests = tuple(replace(test, place=_placed(test.place, sheets)) for test in rule.tests)
    return replace(rule, place=_placed(rule.place, sheets), tests=tests)


def _placed(place: Place, sheets: Mapping[str, SheetPack]) -> Place:
    sheet = sheets.get(place.path)
    cell = sheet.cells.get(place.line) if sheet else None
    if cell is None:
        return place
    return Place(place.path, cell.row, cell.column, cell.sheet, cell.name)
