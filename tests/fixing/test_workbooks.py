"""Workbooks: cells of scripts change, and nothing else of the archive does."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from workbooks.making import made, sheet_xml, with_parts

from linter import workbooks
from linter.fixing import Fixed

from .helpers import fixed as fixed_text
from .test_files import better, lines

HEAD = ("场景", "话术", "备注")
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


def fixed(data: bytes) -> Fixed:
    done = fixed_text(data, "a.xlsx")
    again = fixed_text(done.data, "a.xlsx")
    assert (again.data, again.made) == (done.data, ())
    return done


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(before: bytes, after: bytes) -> set[str]:
    """The parts that are not what they were; they stand in the order they had."""
    old, new = parts(before), parts(after)
    assert [*old] == [*new]
    return {name for name in old if old[name] != new[name]}


def kept(data: bytes) -> list[tuple[object, ...]]:
    """What the archive says of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = archive.infolist()
    return [(one.filename, one.date_time, one.compress_type, one.external_attr) for one in found]


def rows(data: bytes, sheet: str = "") -> list[list[Any]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = book[sheet] if sheet else book.worksheets[0]
    return [[cell.value for cell in row] for row in found.iter_rows()]


def head(p: str) -> str:
    """The first two names of the header, with a prefix before the names of elements."""
    return "".join(
        f'<{p}c r="{column}1" t="inlineStr"><{p}is><{p}t>{name}</{p}t></{p}is></{p}c>'
        for column, name in (("A", "场景"), ("B", "话术"))
    )


def why(data: bytes) -> list[str]:
    """Why nothing is changed."""
    done = fixed(data)
    assert (done.data, done.made) == (data, ())
    return [reason.zh for _, reason in done.left]


def test_words_in_a_cell_change() -> None:
    data = made(
        话术=[HEAD, ("开场", "您好，感谢你的来电。", "你"), ("处理", "给您提交SR单。", "SR单")]
    )
    done = fixed(data)
    assert changed(data, done.data) == {SHEET}
    assert rows(done.data)[1:] == [
        ["开场", "您好，感谢您的来电。", "你"],
        ["处理", "给您提交登记单。", "SR单"],
    ]
    places = [(e.finding.sheet, e.finding.cell, e.new) for e in done.made]
    assert places == [("话术", "B2", "您"), ("话术", "B3", "登记单")]


def test_other_cells_of_the_same_text_stay() -> None:
    words = "您好，感谢你的来电。"
    data = made(话术=[HEAD, ("开场", words, words)], 别的=[("名称", "价格"), (words, 3)])
    done = fixed(data)
    assert rows(done.data)[1] == ["开场", "您好，感谢您的来电。", words]
    assert rows(done.data, "别的")[1] == [words, 3]
    assert changed(data, done.data) == {SHEET}


def test_styles_merges_and_widths_stay() -> None:
    def dress(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet["B2"].font = Font(bold=True, color="FFFF0000")
        sheet.merge_cells("A2:A3")
        sheet.column_dimensions["B"].width = 60
        sheet.freeze_panes = "A2"

    data = made(
        dress, 话术=[HEAD, ("开场", " 您好，感谢你 <A&B>。\n再见 ", ""), ("", "您好，请你讲。", "")]
    )
    done = fixed(data)
    book = openpyxl.load_workbook(io.BytesIO(done.data))
    sheet = book.worksheets[0]
    assert sheet["B2"].value == " 您好，感谢您 <A&B>。\n再见 "
    assert sheet["B3"].value == "您好，请您讲。"
    assert (sheet["B2"].font.b, sheet["B2"].font.color.rgb) == (True, "FFFF0000")
    assert [str(found) for found in sheet.merged_cells.ranges] == ["A2:A3"]
    assert changed(data, done.data) == {SHEET}


def test_formulas_are_left() -> None:
    cell = '<c r="B2" t="str"><f>"您好，感谢你"</f><v>您好，感谢你的来电。</v></c>'
    xml = sheet_xml(f'<row r="1">{head("")}</row><row r="2">{cell}</row>')
    data = with_parts(made(话术=[HEAD]), {SHEET: xml})
    assert why(data) == ["这一格是公式或数字，请手工改"]


def test_words_in_several_formats_are_left() -> None:
    rich = CellRichText("您好，感谢", TextBlock(InlineFont(b=True), "你"), "的来电。")
    assert why(made(话术=[HEAD, ("开场", rich, "")])) == ["这一格的字有几种格式或注音，请手工改"]


def shared(*texts: str, column: str = "C") -> bytes:
    """A workbook as Excel writes it: texts once, the first in B2 and in another column."""
    data = made(话术=[HEAD])
    types = parts(data)["[Content_Types].xml"].decode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    cell = '<c r="{0}2" t="s"><v>0</v></c>'
    row = f'<row r="2">{cell.format("B")}{cell.format(column)}</row>'
    return with_parts(
        data,
        {
            "[Content_Types].xml": types.replace("</Types>", part),
            "xl/sharedStrings.xml": f'<sst xmlns="{SPACE}">{"".join(texts)}</sst>',
            SHEET: sheet_xml(f'<row r="1">{head("")}</row>{row}'),
        },
    )


def test_a_shared_text_stays_where_others_show_it() -> None:
    data = shared("<si><t>您好，感谢你的来电。</t></si>")
    done = fixed(data)
    assert changed(data, done.data) == {SHEET}
    assert rows(done.data)[1][1:] == ["您好，感谢您的来电。", "您好，感谢你的来电。"]


@pytest.mark.parametrize(
    "text",
    [
        '<si><t>您好，感谢你。</t><rPh sb="0" eb="1"><t>nin</t></rPh></si>',
        "<si><r><t>您好，</t></r><r><rPr><b/></rPr><t>感谢你。</t></r></si>",
    ],
)
def test_a_shared_text_with_formats_or_readings_is_left(text: str) -> None:
    assert why(shared(text)) == ["这一格的字有几种格式或注音，请手工改"]


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_the_xml_around_a_cell_stays(prefix: str) -> None:
    p = prefix
    name = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"

    def sheet(cell: str) -> str:
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\r\n<{p}worksheet {name}="{SPACE}">'
            f'<!-- <c r="B2"> --><{p}sheetData><{p}row r="1" a="你">{head(p)}</{p}row>'
            f"<{p}row r='2'><{p}c r=\"A2\" />{cell}<{p}c r='C2'/></{p}row>"
            f"</{p}sheetData></{p}worksheet>"
        )

    old = (
        f"<{p}c  s='0'\n r='B2' t='inlineStr' ><{p}is><{p}t>您好，你&gt;&#20320;"
        f"</{p}t></{p}is></{p}c >"
    )
    new = (
        f"<{p}c  s='0'\n r='B2' t=\"inlineStr\"><{p}is><{p}t xml:space=\"preserve\">"
        f"您好，您&gt;您</{p}t></{p}is></{p}c>"
    )
    data = with_parts(made(话术=[HEAD]), {SHEET: sheet(old)})
    assert parts(fixed(data).data)[SHEET].decode() == sheet(new)


def test_a_sheet_in_another_encoding_is_left() -> None:
    data = made(话术=[HEAD, ("开场", "您好，感谢你的来电。", "")])
    xml = parts(data)[SHEET].decode()
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16")
    assert why(with_parts(data, {SHEET: wide})) == ["工作表不是 UTF-8 的，请手工改"]


def test_labels_and_numbers_before_the_words_stay() -> None:
    data = made(话术=[HEAD, ("开场", "坐席：您好，你，您好，你", "")])
    assert rows(fixed(data).data)[1][1] == "坐席：您好，您，您好，您"


def test_of_a_workbook_with_transcripts_only_scripts_change() -> None:
    talk = [
        ("通话编号", "角色", "内容"),
        ("1", "坐席", "您好，感谢你的来电。"),
        ("1", "客户", "SR单"),
    ]
    data = made(通话=talk, 话术=[HEAD, ("开场", "您好，感谢你的来电。", "")])
    done = fixed(data)
    assert rows(done.data, "通话") == [list(row) for row in talk]
    assert rows(done.data, "话术")[1][1] == "您好，感谢您的来电。"


def test_a_workbook_of_transcripts_stays() -> None:
    data = made(通话=[("角色", "内容"), ("坐席", "您好，感谢你的来电。"), ("客户", "喂")])
    done = fixed(data)
    assert (done.data, done.made, done.left) == (data, (), ())


def test_the_archive_keeps_what_it_says_of_its_parts() -> None:
    data = made(话术=[HEAD, ("开场", "您好，感谢你的来电。", "")])
    assert kept(fixed(data).data) == kept(data)


def test_a_workbook_is_opened_as_often_for_many_edits_as_for_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[object] = []
    real = workbooks.opened

    def counted(*args: Any) -> Any:
        opened.append(args)
        return real(*args)

    monkeypatch.setattr(workbooks, "opened", counted)
    counts = []
    for many in (1, 60):
        opened.clear()
        sheet = [HEAD, *[("开场", f"您好，第{n}位，感谢你。", "") for n in range(many)]]
        assert len(fixed_text(made(话术=sheet), "a.xlsx").made) == many
        counts.append(len(opened))
    assert counts[0] == counts[1]


@settings(max_examples=15, deadline=None)
@given(lines)
def test_every_line_reads_as_meant(lines: list[str]) -> None:
    data = made(话术=[HEAD, *[("处理", line, line) for line in lines]])
    done = fixed(data)
    assert done.left == ()
    assert rows(done.data)[1:] == [["处理", better(line), line] for line in lines]
    assert changed(data, done.data) <= {SHEET}
