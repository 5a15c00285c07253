from __future__ import annotations

from linter.calls.scripts.csv_cells import csv_cells


def places(text: str) -> list[list[tuple[str, int, int]]]:
    rows = csv_cells(text, ",", "a.csv")
    return [[(cell.text, cell.line, cell.column) for cell in row] for row in rows]


def test_cells_and_where_their_words_begin() -> None:
    text = '场景, 话术\n\n,"您好\n 请讲" ,\n结束,'
    assert places(text.replace('" ,', '",')) == [
        [("场景", 1, 1), ("话术", 1, 5)],
        [("", 3, 1), ("您好\n 请讲", 3, 3), ("", 4, 6)],
        [("结束", 5, 1), ("", 5, 4)],
    ]


def test_rows_below_the_last_delimiter() -> None:
    rows = list(csv_cells("场景,话术\n" + "您好，请讲\n" * 200_000, ",", "a.csv"))
    assert len(rows) == 200_001
    assert [cell.text for cell in rows[-1]] == ["您好，请讲"]
