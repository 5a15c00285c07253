from __future__ import annotations

import pytest

from linter.workbooks.cells import cell_name, column_number


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")]
)
def test_a_cells_name(column: int, letters: str) -> None:
    assert cell_name(7, column) == f"{letters}7"
    assert column_number(letters) == column


def test_what_is_no_column() -> None:
    with pytest.raises(ValueError, match="不是列名"):
        column_number("a1")
