from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator

import pytest

from linter.workbooks import streaming
from linter.workbooks.refused import Refused
from linter.workbooks.streaming import stream_rows, stream_strings

from .making import sheet_xml


def rows(xml: str, wanted: frozenset[int] | None = None) -> list[tuple[int, list[tuple[int, str]]]]:
    found = stream_rows(io.BytesIO(xml.encode()), wanted)
    return [(number, [(cell[0], cell[2]) for cell in cells]) for number, cells in found]


def test_cells_with_and_without_names() -> None:
    xml = sheet_xml(
        '<row r="2"><c r="B2" t="s" s="3"><v>5</v></c><c><f>A1</f></c><c/></row>'
        '<row><c t="inlineStr"><is><t>您</t><rPh><t>nin</t></rPh><r><t>好</t></r></is></c></row>'
    )
    found = list(stream_rows(io.BytesIO(xml.encode())))
    assert found == [
        (2, [(2, "s", "5", "3", False), (3, "n", "", "0", True)]),
        (3, [(1, "inlineStr", "您好", "0", False)]),
    ]


def test_names_with_a_prefix() -> None:
    xml = sheet_xml('<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>')
    assert rows(xml.replace("xmlns=", "xmlns:x=")) == [(1, [(1, "1")])]


def test_only_the_columns_that_are_wanted() -> None:
    xml = sheet_xml('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')
    assert rows(xml, frozenset((2,))) == [(1, [(2, "2")])]


def test_shared_texts() -> None:
    rich = "<si><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></si>"
    xml = f"<sst><si><t>您好</t></si><si/>{rich}</sst>"
    assert list(stream_strings(io.BytesIO(xml.encode()))) == ["您好", "", "ab"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<row r="2"/><row r="2"/>', "第 2 行后面是第 2 行"),
        ('<row r="0"/>', "第 0 行后面是第 0 行"),
        ('<row r="9999999"/>', "第 9999999 行"),
        ('<row r="1"><c r="ZZZ1"/></row>', "超过 16384 列"),
        (f'<row r="1"><c r="A1"><v>{"1" * 9}</v></c></row>', "超过 8 个字符"),
    ],
)
def test_what_no_sheet_has(monkeypatch: pytest.MonkeyPatch, body: str, message: str) -> None:
    monkeypatch.setattr(streaming, "CELL_LIMIT", 8)
    with pytest.raises(Refused) as caught:
        rows(sheet_xml(body))
    assert message in caught.value.message


def test_a_row_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "ROW_LIMIT", 8)
    with pytest.raises(Refused, match="第 1 行超过 8 个字符"):
        rows(sheet_xml('<row r="1">' + "<c><v>12345</v></c>" * 2 + "</row>"))


def test_a_tag_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_TOKEN_LIMIT", 1 << 17)
    with pytest.raises(Refused, match="标记"):
        rows(sheet_xml(f"<!--{' ' * (1 << 19)}-->"))


def test_entities_that_multiply() -> None:
    with pytest.raises(Refused, match="DTD"):
        rows('<!DOCTYPE a [<!ENTITY b "bb">]>' + sheet_xml(""))


class Endless(io.RawIOBase):
    """A sheet of so many rows, made as it is read."""

    def __init__(self, count: int) -> None:
        self._rows = self._pieces(count)

    @staticmethod
    def _pieces(count: int) -> Iterator[bytes]:
        yield b"<worksheet><sheetData>"
        for number in range(1, count + 1):
            cells = "".join(f'<c t="str"><v>words {number} {n}</v></c>' for n in range(10))
            yield f'<row r="{number}">{cells}</row>'.encode()
        yield b"</sheetData></worksheet>"

    def read(self, size: int = -1) -> bytes:
        return next(self._rows, b"")


def peak(count: int) -> int:
    tracemalloc.start()
    try:
        assert sum(1 for _ in stream_rows(Endless(count))) == count  # type: ignore[arg-type]
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_ten_times_the_rows_take_no_more_memory() -> None:
    peak(10)
    assert peak(3_000) < 1.2 * peak(300)
