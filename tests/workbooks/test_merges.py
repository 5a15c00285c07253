from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from linter.workbooks import merges
from linter.workbooks.merges import Merges, find_merges


def lent(found: Merges, rows: dict[int, dict[int, str]]) -> dict[int, list[str]]:
    tops: dict[int, tuple[int, str]] = {}
    return {number: found.lent(number, cells, tops) for number, cells in rows.items()}


def test_the_top_cell_counts_for_the_rows_below() -> None:
    found = Merges({1: [(5, 6), (1, 3)], 2: [(2, 3)]})
    rows = {1: {1: "甲"}, 2: {2: "乙"}, 3: {}, 4: {}, 5: {1: "丙"}, 6: {2: "丁"}}
    expected = {1: [], 2: ["甲"], 3: ["甲", "乙"], 4: [], 5: [], 6: ["丙"]}
    assert lent(found, rows) == expected


def test_an_empty_top_lends_nothing() -> None:
    found = Merges({1: [(1, 2), (3, 4)]})
    assert lent(found, {1: {1: "甲"}, 3: {2: "乙"}, 4: {}}) == {1: [], 3: [], 4: []}


@given(
    st.integers(1, 400), st.lists(st.tuples(st.integers(1, 9999), st.integers(1, 99)), max_size=20)
)
def test_they_are_found_wherever_pieces_are_cut(chunk: int, spans: list[tuple[int, int]]) -> None:
    xml = "".join(f'<x:mergeCell ref="B{a}:C{a + more}"/>' for a, more in spans)
    xml = f'{"<row/>" * 30}<mergeCells count="1"><mergeCell ref="A1:B1"/>{xml}</mergeCells>'
    before = merges._CHUNK
    try:
        merges._CHUNK = chunk
        found = find_merges(io.BytesIO(xml.encode()))
    finally:
        merges._CHUNK = before
    expected = {2: sorted((a, a + more) for a, more in spans)} if spans else {}
    assert found._spans == expected
