from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.workbooks.strings import Strings


@given(st.lists(st.text(max_size=99)), st.data())
def test_texts_by_their_numbers(texts: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(texts))))
    strings = Strings(texts)
    assert len(strings) == len(texts)
    assert [strings[number] for number in order] == [texts[number] for number in order]
    strings.close()


def test_nothing_is_left_open_when_the_texts_break_off() -> None:
    def broken() -> Iterator[str]:
        yield "您好"
        raise ValueError("断了")

    with pytest.raises(ValueError, match="断了"):
        Strings(broken())


@pytest.mark.parametrize("number", [-1, 1])
def test_a_number_that_is_none(number: int) -> None:
    strings = Strings(["您好"])
    with pytest.raises(IndexError):
        strings[number]
    strings.close()
