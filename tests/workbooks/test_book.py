from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

import pytest

from linter.workbooks import Cell, Limits, Refused, book, opened
from linter.workbooks.book import _PLAIN_MOST

from .making import LIMITS, cells, made, sheet_xml, shown, with_parts

SMALL = made(表=[["您好", 1]])


def refused(data: bytes, limits: Limits = LIMITS) -> str:
    def read() -> list[object]:
        with opened(io.BytesIO(data), limits) as found:
            return [list(sheet.rows()) for sheet in found.sheets]

    with pytest.raises(Refused) as caught:
        read()
    assert caught.value.hint
    return caught.value.message


def test_cells_of_every_kind() -> None:
    moment = datetime.datetime(2026, 1, 2, 3, 4, 5)
    row = ["您好", 7, 1.5, True, "#N/A", moment, datetime.time(0, 1, 2), "=1+1", None, "末"]
    ((number, found),) = cells(made(表=[row]))
    assert number == 1
    assert list(found.values()) == [
        Cell(1, "您好", "text"),
        Cell(2, "7", "number"),
        Cell(3, "1.5", "number"),
        Cell(4, "TRUE", "bool"),
        Cell(5, "#N/A", "error"),
        Cell(6, "2026-01-02 03:04:05", "date"),
        Cell(7, "00:01:02", "date"),
        Cell(8, "", "empty", True),
        Cell(10, "末", "text"),
    ]


def test_a_formulas_value_as_it_was_saved() -> None:
    xml = sheet_xml('<row r="1"><c r="A1" t="str"><f>"a"</f><v>甲</v></c></row>')
    data = with_parts(SMALL, {"xl/worksheets/sheet1.xml": xml})
    assert cells(data) == [(1, {1: Cell(1, "甲", "text", True)})]


def test_shared_texts_and_dates_written_out() -> None:
    xml = sheet_xml(
        '<row r="1"><c t="s"><v>1</v></c><c t="d"><v>2026-01-02T03:04:05Z</v></c></row>'
    )
    texts = "<sst><si><t>甲</t></si><si><t>乙</t></si></sst>"
    types = zipfile.ZipFile(io.BytesIO(SMALL)).read("[Content_Types].xml").decode()
    if "sharedStrings" not in types:
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
        part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
        types = types.replace("</Types>", part)
    parts = {"xl/worksheets/sheet1.xml": xml, "xl/sharedStrings.xml": texts}
    data = with_parts(SMALL, {**parts, "[Content_Types].xml": types})
    assert shown(data) == [["乙", "2026-01-02 03:04:05"]]


def test_a_shared_text_there_is_not() -> None:
    xml = sheet_xml('<row r="1"><c t="s"><v>9</v></c></row>')
    assert "读不懂" in refused(with_parts(SMALL, {"xl/worksheets/sheet1.xml": xml}))


def test_sheets_and_whether_they_are_seen() -> None:
    def hide(found: Any) -> None:
        found["乙"].sheet_state = "veryHidden"
        found.create_chartsheet("图")

    with opened(io.BytesIO(made(hide, 甲=[["a"]], 乙=[["b"]])), LIMITS) as found:
        assert [(sheet.title, sheet.is_visible) for sheet in found.sheets] == [
            ("甲", True),
            ("乙", False),
        ]


def test_cells_merged_downwards() -> None:
    def merge(found: Any) -> None:
        found["表"].merge_cells("A1:A3")

    data = made(merge, 表=[["甲", 1], [None, 2], [None, 3], [None, 4]])
    with opened(io.BytesIO(data), LIMITS) as found:
        for _ in range(2):
            lent = [[cell.text for cell in row.lent.values()] for row in found.sheets[0].rows()]
            assert lent == [[], ["甲"], ["甲"], []]


def test_styles_openpyxl_would_refuse() -> None:
    styles = "<styleSheet><fills><fill/></fills><cellXfs><xf numFmtId='1'/></cellXfs></styleSheet>"
    assert shown(with_parts(SMALL, {"xl/styles.xml": styles})) == [["您好", "1"]]


def zipped(**parts: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in parts.items():
            archive.writestr(name.replace("__", "/"), contents)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04junk", "工作簿坏了"),
        (SMALL[: len(SMALL) // 2], "工作簿坏了"),
        (zipped(a="b"), "ZIP 压缩包"),
        (zipped(**{"word__document.xml": "<a/>"}), "Word"),
        (zipped(**{"xl__workbook.bin": "a"}), ".xlsb"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        (zipped(**{"[Content_Types].xml": "<Types/>"}), "读不懂"),
        (with_parts(SMALL, {"xl/workbook.xml": "<a><b"}), "读不懂"),
        (with_parts(SMALL, {"xl/worksheets/sheet1.xml": "<a><b"}), "读不懂"),
        (with_parts(SMALL, {"xl/styles.xml": "<a"}), "读不懂"),
        (with_parts(SMALL, {"xl/workbook.xml": b" " * (_PLAIN_MOST + 1)}), "大得不像话"),
    ],
)
def test_what_is_no_workbook(data: bytes, message: str) -> None:
    assert message in refused(data)


def test_a_part_that_is_damaged() -> None:
    at = SMALL.index(b"xl/worksheets/sheet1.xml") + 40
    assert "读不懂" in refused(SMALL[:at] + bytes([SMALL[at] ^ 255]) + SMALL[at + 1 :])


def test_a_password() -> None:
    at = SMALL.index(b"PK\x01\x02") + 8
    assert refused(SMALL[:at] + b"\x01" + SMALL[at + 1 :]) == "设了密码"


def test_what_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(SMALL, Limits(1 << 10)) == "工作簿解压后超过 0 MB"
    monkeypatch.setattr(book, "_RATIO_FROM", 1 << 20)
    data = with_parts(SMALL, {"xl/worksheets/sheet1.xml": bytes(40 << 20)})
    assert "倍，不像真的表格" in refused(data)
