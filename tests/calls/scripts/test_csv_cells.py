from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.calls.scripts.csv_cells import csv_cells
from linter.errors import InputError
from linter.model import Line


def cells(text: str, delimiter: str = ",") -> list[list[tuple[str, int, int]]]:
    return [
        [(cell.text, cell.line, cell.column) for cell in row]
        for row in csv_cells(text, delimiter, "a.csv")
    ]


def test_cells_say_where_their_words_begin() -> None:
    assert cells("投诉,  您好 \n\n结束,\t😀再见\n") == [
        [("投诉", 1, 1), ("您好", 1, 6)],
        [("结束", 3, 1), ("😀再见", 3, 5)],
    ]


def test_quoted_cells_may_have_line_breaks() -> None:
    assert cells('"投诉","\n 您好，\n请讲",好\n结束,再见') == [
        [("投诉", 1, 2), ("您好，\n请讲", 2, 2), ("好", 3, 5)],
        [("结束", 4, 1), ("再见", 4, 4)],
    ]


def test_doubled_quotes_stay_as_they_stand() -> None:
    assert cells('"点""提交""，您好"') == [[('点""提交""，您好', 1, 2)]]


def test_empty_cells_count() -> None:
    assert cells(",您好,\n,,\n") == [[("", 1, 1), ("您好", 1, 2), ("", 1, 5)]]


def test_a_quote_within_words_is_one_of_them() -> None:
    assert cells('投诉,点"提交"') == [[("投诉", 1, 1), ('点"提交"', 1, 4)]]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ('投诉,您好\n结束,"再见\n好\n', 2, 4, "引号没有结束，后面的行都读不到"),
        ('投诉,"您好"吗\n', 1, 8, "引号后面还有字"),
        ('"a\nb"c,d\n', 2, 3, "引号后面还有字"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(
    text: str, line: int, column: int, message: str
) -> None:
    with pytest.raises(InputError) as caught:
        cells(text)
    wrong = caught.value
    assert (wrong.path, wrong.line, wrong.column, wrong.message) == (
        "a.csv",
        line,
        column,
        message,
    )
    assert wrong.hint


def test_rows_below_the_last_delimiter() -> None:
    rows = list(csv_cells("场景,话术\n" + "您好，请讲\n" * 200_000, ",", "a.csv"))
    assert len(rows) == 200_001
    assert [cell.text for cell in rows[-1]] == ["您好，请讲"]


ROWS = st.lists(
    st.lists(st.text(st.sampled_from('您好,;\t"\n 😀'), max_size=6), min_size=1, max_size=4),
    max_size=5,
)


@settings(max_examples=200, deadline=None)
@given(ROWS, st.sampled_from(",\t;|"))
def test_what_the_csv_module_writes_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(rows)
    text = written.getvalue()
    lines = text.split("\n")
    read = list(csv_cells(text, delimiter, "a.csv"))
    wanted = [[cell.strip() for cell in row] for row in rows if any(map(str.strip, row))]
    assert [[cell.text.replace('""', '"') for cell in row] for row in read] == wanted
    for cell in (cell for row in read for cell in row if cell.text):
        assert_there(lines, cell)


def assert_there(lines: list[str], cell: Line) -> None:
    first, *others = cell.text.split("\n")
    assert lines[cell.line - 1][cell.column - 1 :].startswith(first)
    for below, words in enumerate(others, cell.line):
        assert lines[below].startswith(words)
