from __future__ import annotations

import pytest

from linter.model import Turn
from linter.reports.regions import Region, region


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (Turn("agent", "您好。请说", line=3, column=4), Region(3, 7, 3, 9)),
        (Turn("agent", "您好\n请说", line=3, column=4), Region(4, 1, 4, 3)),
        (Turn("agent", "您好。请\n说", line=3, column=4), Region(3, 7, 4, 1)),
        (Turn("agent", "😀您好请说", line=1, column=1), Region(1, 4, 1, 6)),
        (Turn("agent", "您好。请说", line=3), Region(3, 1, 3, 2, exact=False)),
        (Turn("agent", "您好。请说"), None),
        (Turn("agent", "您好。请说", line=3, column=2, cell="B3"), None),
    ],
)
def test_where_words_stand(turn, expected):
    assert region(turn, 3, 5) == expected


def test_no_words_are_a_point():
    assert region(Turn("agent", "", line=2, column=5), 0, 0) == Region(2, 5, 2, 5)
