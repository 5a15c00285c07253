from __future__ import annotations

import pytest

from linter.calls.roles import BUILT_IN
from linter.calls.scripts.draft import Draft
from linter.calls.scripts.markdown_tables import MarkdownTable, cells_of, header_of, is_row
from linter.model import Line


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| 开场 | 您好 |", [("开场", 3), ("您好", 8)]),
        ("|开场|您好|", [("开场", 2), ("您好", 5)]),
        ("  | 开场 |\t您好 | ", [("开场", 5), ("您好", 10)]),
        ("| 开场 | 您好", [("开场", 3), ("您好", 8)]),
        ("开场 | 您好", [("开场", 1), ("您好", 6)]),
        ("| 😀 | 先生\\|女士 | `a\\\\` |", [("😀", 3), ("先生\\|女士", 7), ("`a\\\\`", 16)]),
        ("|  | 您好 |", [("", 2), ("您好", 6)]),
        ("| 您好\\", [("您好\\", 3)]),
    ],
)
def test_cells_of_a_row(line: str, cells: list[tuple[str, int]]) -> None:
    assert cells_of(line, 7) == [Line(text, 7, column) for text, column in cells]


@pytest.mark.parametrize(
    ("line", "row"),
    [("| a | b |", True), ("   |a|", True), ("a | b", False), ("| 您好", False), ("", False)],
)
def test_what_is_a_row_wherever_it_stands(line: str, row: bool) -> None:
    assert is_row(line) is row


@pytest.mark.parametrize(
    ("line", "above", "header"),
    [
        ("| 场景 | 话术 |", "", [Line("场景", 5, 3), Line("话术", 5, 8)]),
        ("--- | :---:", "场景 | 话术", [Line("场景", 4, 1), Line("话术", 4, 6)]),
        ("--- | ---", "您好", None),
        ("---", "场景 | 话术", None),
        ("您好 | 请讲", "场景 | 话术", None),
        ("您好", "", None),
    ],
)
def test_where_a_table_begins(line: str, above: str, header: list[Line] | None) -> None:
    assert header_of(5, line, above) == header


def test_a_long_row() -> None:
    assert len(cells_of("|" * 50_000, 1)) == 49_999


def test_rows_of_scripts() -> None:
    draft = Draft("库.md", BUILT_IN)
    table = MarkdownTable(draft, cells_of("|场景|话术|", 1), 2)
    assert table.holds_scripts
    for number, row in enumerate(["|---|:-:|", "|开场|您好|", "||请讲|"], 2):
        table.row(number, row)
    table.end()
    draft.say(Line("再见", 9, 1))
    opening, rest = draft.finish().scenes
    assert (opening.title, opening.lines) == ("开场", (Line("您好", 3, 5), Line("请讲", 4, 3)))
    assert rest.title == "库"


def test_rows_that_explain() -> None:
    draft = Draft("库.md", BUILT_IN)
    table = MarkdownTable(draft, cells_of("|占位符|含义|", 1), 1)
    assert not table.holds_scripts
    for number, row in enumerate(["|---|---|", "|{姓名}|客户姓名|", "|{工号}|请填工号|"], 2):
        table.row(number, row)
    table.end()
    script = draft.finish()
    assert (script.scenes, script.legend) == ((), {"{姓名}", "{工号}"})
    assert script.left_out == (("说明", 1),)
