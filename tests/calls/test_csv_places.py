from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from linter.calls.csv_places import RawText

CELLS = st.lists(st.text("您,;\"'\r\n a", max_size=8), min_size=1, max_size=4)


def test_quotes_and_line_ends_before_it() -> None:
    raw = RawText('甲,"一""\r\n二","坐""席\n客户"\n', 5, ",")
    assert raw.places(0, [0]) == [(5, 1)]
    assert raw.places(1, [0, 2, 4]) == [(5, 4), (5, 7), (6, 1)]
    assert raw.places(2, [0, 1, 2, 4]) == [(6, 5), (6, 6), (6, 8), (7, 1)]


def test_a_whole_call_on_one_line() -> None:
    raw = RawText("坐席：您好客户：喂" * 30_000 + "\n", 1, ",")
    assert raw.places(0, range(0, 270_000, 9))[-1] == (1, 269_992)


@given(CELLS, st.sampled_from(",;\t"))
def test_every_character_stands_where_it_says(cells: list[str], delimiter: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerow(cells)
    text = out.getvalue()
    lines = io.StringIO(text, newline=None).getvalue().split("\n")
    for column, cell in enumerate(cells):
        offsets = [at for at, character in enumerate(cell) if character not in "\r\n"]
        places = RawText(text, 1, delimiter).places(column, offsets)
        found = [lines[line - 1][at - 1] for line, at in places]
        assert found == [cell[at] for at in offsets]
