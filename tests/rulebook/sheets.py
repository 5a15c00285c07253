"""Tables of a few rows, made as reviewers' programs make them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from linter.errors import RuleErrors
from linter.linting import Linter
from linter.model import Call, Turn
from linter.rulebook.load import load_paths
from linter.rulebook.types import Rule, RuleBook
from linter.ruletest import read_cases, run_cases

Rows = Sequence[Sequence[Any]]


def workbook(path: Path, rows: Rows, *, merged: Sequence[str] = (), **more: Rows) -> Path:
    """A workbook with the sheet 禁语, and more sheets by name."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "禁语"
    for name, contents in {"禁语": rows, **more}.items():
        target = sheet if name == "禁语" else book.create_sheet(name)
        for row in contents:
            target.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def table(path: Path, header: Sequence[Any], *rows: Sequence[Any]) -> Path:
    return workbook(path, [header, *rows])


def book_of(path: Path) -> RuleBook:
    return load_paths([path])


def rule_of(path: Path) -> Rule:
    (only,) = book_of(path).rules
    return only


def errors_of(*paths: Path) -> list[str]:
    """``Sheet!B3: message`` of each error; other places without their folders."""
    with pytest.raises(RuleErrors) as caught:
        load_paths(paths)
    folders = {f"{path.parent}/" for path in paths}
    found = []
    for error in caught.value.errors:
        text = f"{error.where}: {error.message}"
        for folder in folders:
            text = text.replace(folder, "")
        found.append(text.removeprefix("t.xlsx: ") if error.cell else text)
    return found


def hints_of(path: Path) -> list[str]:
    with pytest.raises(RuleErrors) as caught:
        load_paths([path])
    return [error.hint for error in caught.value.errors]


def outcomes(book: RuleBook) -> list[str]:
    return [result.outcome for result in run_cases(Linter(book), read_cases(book.rules))]


def findings(book: RuleBook, *lines: str, **fields: Any) -> list[tuple[str, str]]:
    turns = [turn for line in lines for turn in (Turn("customer", "我说。"), Turn("agent", line))]
    report = Linter(book).lint(Call("c", tuple(turns), **fields))
    return [(found.rule, found.quote) for found in report.findings]
