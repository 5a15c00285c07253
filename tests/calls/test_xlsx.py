from __future__ import annotations

import datetime
import io
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks.making import made, sheet_xml, with_parts

from linter.calls import read_path, read_stream, workbook
from linter.errors import InputError
from linter.model import Call

from .round_trip import assert_calls_or_error, assert_comes_back, read_with

HEADER = ["通话ID", "角色", "内容"]


def read(data: bytes, **options: Any) -> list[Call]:
    calls = read_with(data, "a.xlsx", **options)
    assert_comes_back(calls)
    return calls


def error(data: bytes, **options: Any) -> InputError:
    with pytest.raises(InputError) as caught:
        read_with(data, "a.xlsx", **options)
    assert caught.value.path == "a.xlsx"
    return caught.value


def test_one_row_a_turn() -> None:
    (call,) = read(made(导出=[HEADER, ["c1", "坐席", "您好"], ["c1", "客户", "喂"]]))
    assert (call.id, call.path) == ("c1", "a.xlsx")
    assert [(t.role, t.text, t.line, t.sheet, t.cell) for t in call.turns] == [
        ("agent", "您好", 2, "导出", "C2"),
        ("customer", "喂", 3, "导出", "C3"),
    ]


def test_titles_above_the_header() -> None:
    rows = [["七月导出"], [None], ["共 1 通"], HEADER, ["c1", "坐席", "您好"]]
    assert read(made(甲=rows))[0].turns[0].line == 5


def test_numbers_and_times_as_they_are_shown() -> None:
    def codes(book: Any) -> None:
        book["甲"]["A2"].number_format = "00000"

    header = [*HEADER, "开始时间", "结束时间"]
    times = [datetime.time(0, 0, 1), datetime.timedelta(seconds=2.5)]
    (call,) = read(made(codes, 甲=[header, [123, "坐席", "您好", *times]]))
    assert call.id == "00123"
    assert (call.turns[0].start_ms, call.turns[0].end_ms) == (1000, 2500)


def test_dated_times_set_the_start_of_the_call() -> None:
    day = datetime.datetime(2026, 1, 2, 3, 4, 5)
    rows = [[*HEADER, "时间"], ["a", "坐席", "好", day], ["a", "客户", "喂", day.replace(second=7)]]
    (call,) = read(made(甲=rows))
    assert call.started_at == "2026-01-02 03:04:05"
    assert [turn.start_ms for turn in call.turns] == [0, 2000]


def test_cells_merged_downwards() -> None:
    def merge(book: Any) -> None:
        book["甲"].merge_cells("A2:A3")
        book["甲"].merge_cells("B2:B3")
        book["甲"].merge_cells("C4:C5")

    rows = [HEADER, ["c1", "坐席", "一"], [None, None, "二"], ["c2", "客户", "三"], ["c2", "坐席"]]
    first, second = read(made(merge, 甲=rows))
    assert [(turn.role, turn.text) for turn in first.turns] == [("agent", "一"), ("agent", "二")]
    # Words are said once.
    assert [(turn.role, turn.text) for turn in second.turns] == [("customer", "三"), ("agent", "")]


def test_a_merged_id_holds_the_parts_of_a_call_together() -> None:
    rows = [["通话ID", "对话"], ["c1", "坐席：一\n客户：二"], [None, "坐席：三\n客户：四"]]
    (call,) = read(made(lambda book: book["甲"].merge_cells("A2:A3"), 甲=rows))
    assert [turn.text for turn in call.turns] == ["一", "二", "三", "四"]
    assert [turn.cell for turn in call.turns] == ["B2", "B2", "B3", "B3"]


def test_sheets() -> None:
    def hide(book: Any) -> None:
        book["旧"].sheet_state = "hidden"

    turn = ["坐席", "您好"]
    data = made(hide, 一=[["角色", "内容"], turn], 说明=[["怎么填"]], 旧=[["角色", "内容"], turn])
    (call,) = read(data)
    assert call.id == "一"
    notices = [(n.code, n.sheet, n.warns) for n in call.notices]
    assert notices == [("sheet-left-out", "说明", True), ("sheet-left-out", "旧", False)]


def test_one_sheet_is_picked() -> None:
    turn = [["角色", "内容"], ["坐席", "您好"]]
    data = made(lambda book: setattr(book["乙"], "sheet_state", "hidden"), 甲=turn, 乙=turn)
    assert [call.id for call in read(data, sheet="乙")] == ["乙"]
    wrong = error(data, sheet="丙")
    assert "丙" in wrong.message
    assert wrong.hint == "这里有：甲、乙"


def test_no_sheet_with_a_header() -> None:
    wrong = error(made(甲=[["a", "b"]], 乙=[["c"]]))
    assert (wrong.sheet, "a、b" in wrong.message) == ("甲", True)


def test_a_call_goes_on_on_the_next_sheet() -> None:
    first = [HEADER, ["a", "坐席", "1"], ["b", "坐席", "2"]]
    (one, two) = read(made(甲=first, 乙=[HEADER, ["b", "客户", "3"], ["b", "坐席", "4"]]))
    assert (one.id, two.id) == ("a", "b")
    assert [(t.text, t.sheet, t.cell) for t in two.turns] == [
        ("2", "甲", "C3"),
        ("3", "乙", "C2"),
        ("4", "乙", "C3"),
    ]


def test_a_formulas_value_as_it_was_saved_or_a_notice() -> None:
    rows = [HEADER, ["c1", "坐席", "=A1"], ["c1", "坐席", "=A2"]]
    (call,) = read(made(甲=rows))
    found = [(n.code, n.sheet, n.cell, n.line) for n in call.notices]
    assert ("formula", "甲", "C2", 2) in found
    assert [n.code for n in call.notices].count("formula") == 1
    saved = sheet_xml(
        '<row r="1"><c t="str"><v>角色</v></c><c t="str"><v>内容</v></c></row>'
        '<row r="2"><c t="str"><v>坐席</v></c><c t="str"><f>A1</f><v>您好</v></c></row>'
    )
    (call,) = read(with_parts(made(甲=[["a"]]), {"xl/worksheets/sheet1.xml": saved}))
    assert (call.turns[0].text, call.notices) == ("您好", ())


def test_escapes_of_characters_xml_has_not() -> None:
    rows = [["角色", "内容"], ["坐席", "一_x000D_\n二_x005F_x"]]
    assert read(made(甲=rows))[0].turns[0].text == "一\n二_x"


def test_an_error_names_sheet_and_cell() -> None:
    wrong = error(made(甲=[HEADER, ["a", "老板", "喂"]]))
    assert wrong.where == "a.xlsx: 甲!B2"
    wrong = error(made(甲=[[*HEADER, "开始"], ["a", "坐席", "喂", "昨天"]]))
    assert wrong.where == "a.xlsx: 甲!D2"


def test_oddities_name_the_cell() -> None:
    (call,) = read(made(甲=[[*HEADER, "开始"], ["a", "坐席", "喂", -3]]))
    assert call.turns[0].start_ms == -3
    assert [(n.code, n.cell) for n in call.notices] == [("negative-time", "C2")]


def test_cells_right_of_the_header_are_kept() -> None:
    (call,) = read(made(甲=[["角色", "内容"], ["坐席", "好", "重听"]]))
    assert call.turns[0].meta == {"列3": "重听"}


@pytest.mark.parametrize("name", ["a.xlsx", "a.xlsm", "<stdin>", "a.csv"])
def test_told_by_content(name: str) -> None:
    data = made(甲=[["角色", "内容"], ["坐席", "好"]])
    assert len(read_with(data, name)) == 1


def test_a_workbook_that_is_said_to_be_text() -> None:
    wrong = error(made(甲=[["角色", "内容"], ["坐席", "好"]]), source="csv")
    assert (wrong.message, "xlsx" in wrong.hint) == ("这是工作簿或 ZIP 压缩包，不是 csv", True)


def test_what_is_no_workbook_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ZIP" in error(with_parts(made(甲=[["a"]]), {"[Content_Types].xml": None})).message
    assert "工作簿坏了" in error(b"PK\x03\x04").message
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 1 << 10)
    assert "解压后超过" in error(made(甲=[["a"]])).message


def test_good_calls_come_before_the_row_that_is_broken() -> None:
    rows = [HEADER, *[(str(number), "坐席", "好") for number in range(2000)]]
    cells = ["".join(f'<c t="str"><v>{text}</v></c>' for text in row) for row in rows]
    body = "".join(f'<row r="{number}">{row}</row>' for number, row in enumerate(cells, 1))
    broken = {"xl/worksheets/sheet1.xml": sheet_xml(body + '<row r="1"/>')}
    reading = read_stream(io.BytesIO(with_parts(made(甲=[["a"]]), broken)), name="a.xlsx")
    assert next(reading).id == "0"
    with pytest.raises(InputError, match="2001"):
        list(reading)


def big(path: Path, count: int) -> Path:
    """A workbook of so many rows, 10 a call, in which every text is another."""
    row = (
        '<row r="{0}"><c t="inlineStr"><is><t>call{1}</t></is></c>'
        '<c t="inlineStr"><is><t>坐席</t></is></c><c t="s"><v>{2}</v></c></row>'
    )
    header = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in HEADER)
    body = "".join(row.format(n + 2, n // 10, n) for n in range(count))
    texts = "".join(f"<si><t>第 {n} 句话，请您稍等一下</t></si>" for n in range(count))
    plain = made(甲=[["a"]])
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    if "sharedStrings" not in types:
        types = types.replace("</Types>", part)
    parts = {
        "xl/worksheets/sheet1.xml": sheet_xml(f'<row r="1">{header}</row>{body}'),
        "xl/sharedStrings.xml": f"<sst>{texts}</sst>",
        "[Content_Types].xml": types,
    }
    path.write_bytes(with_parts(plain, parts))
    return path


def peak(path: Path, calls: int) -> int:
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_path(path)) == calls
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_ten_times_the_rows_take_little_more_memory(tmp_path: Path) -> None:
    few, many = big(tmp_path / "few.xlsx", 1_500), big(tmp_path / "many.xlsx", 15_000)
    peak(few, 150)
    # Ids are kept to tell calls apart, and where shared texts end. Of several runs the least
    # counts: what the interpreter happens to keep for itself comes on top.
    least = [
        min(peak(path, calls) for _ in range(3)) for path, calls in ((few, 150), (many, 1_500))
    ]
    assert least[1] < least[0] + 24 * 13_500


CELL = st.one_of(
    st.none(),
    st.sampled_from(
        ["坐席", "客户", "张三", "坐席：好\n客户：喂", "通话ID", "内容", "角色", "=A1", ""]
    ),
    st.integers(-(10**9), 10**16),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text("您好:： \n_x000D", max_size=6),
    st.booleans(),
    st.datetimes(datetime.datetime(1990, 1, 1)),
)


@given(st.lists(st.lists(CELL, max_size=5), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_table_gives_calls_or_an_error(rows: list[list[Any]]) -> None:
    assert_calls_or_error(made(甲=[HEADER, *rows], 乙=rows), "a.xlsx")


SMALL = made(甲=[HEADER, ["c1", "坐席", "您好"]])


@given(st.integers(0, len(SMALL) - 1), st.integers(0, 255), st.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_calls_or_an_error(at: int, byte: int, count: int) -> None:
    assert_calls_or_error(SMALL[:at] + bytes([byte]) * count + SMALL[at + count :], "a.xlsx")
