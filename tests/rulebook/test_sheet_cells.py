"""Cells as people see them, from workbooks and CSV files."""

from __future__ import annotations

import builtins
import codecs
import datetime
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from linter.errors import RuleError
from linter.rulebook.sheets import csv, reading, xlsx
from linter.rulebook.sheets.cells import Cell, Table
from linter.rulebook.sheets.csv import read_csv
from linter.rulebook.sheets.xlsx import read_xlsx

from .sheets import errors_of, hints_of, rule_of, table, workbook


def texts(tables: tuple[Table, ...]) -> list[list[str]]:
    return [[cell.text for cell in row.cells.values()] for table in tables for row in table.rows]


def csv_texts(data: bytes) -> list[list[str]]:
    return texts((read_csv(data, "t.csv", lambda table: len(table.rows[0].cells) > 1),))


@pytest.mark.parametrize(
    ("column", "name"), [(1, "A7"), (26, "Z7"), (27, "AA7"), (702, "ZZ7"), (703, "AAA7")]
)
def test_a_cells_name(column: int, name: str) -> None:
    assert Cell("x", "", 7, column).name == name
    assert Cell("x", "甲", 7, column).where == f"甲!{name}"


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (10086, "General", "10086"),
        (10086.0, "General", "10086"),
        (1.5, "General", "1.5"),
        (7, "000", "007"),
        (0.5, "0%", "50%"),
        (0.125, "0.0%", "12.5%"),
        (3, "0.00", "3.00"),
        (1234.5, "#,##0.0", "1234.5"),
        (-3, "General", "-3"),
        (1e20, "General", "1e+20"),
        ("  你有病\r\n", "General", "你有病"),
        ("你_x000D_\n有病", "General", "你\n\n有病"),
        ("\u200b你有病\ufeff", "General", "你有病"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(
    tmp_path: Path, value: Any, number_format: str, shown: str
) -> None:
    book = openpyxl.Workbook()
    active = book.active
    assert active is not None
    active["B2"] = value
    active["B2"].number_format = number_format
    book.save(tmp_path / "t.xlsx")
    (only,) = read_xlsx((tmp_path / "t.xlsx").read_bytes(), "t.xlsx")
    (row,) = only.rows
    assert row.cells == {2: Cell(shown, "Sheet", 2, 2)}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("=A1", "这里是公式，不是文字"),
        (datetime.datetime(2026, 1, 2), "这里是日期或时间，不是文字"),
        (datetime.time(12, 30), "这里是日期或时间，不是文字"),
        (True, "这里是真假值，不是文字"),
        ("#N/A", "这里是错误值 #N/A，不是文字"),
    ],
)
@pytest.mark.parametrize("column", ["短语", "替代话术", "备注"])
def test_a_cell_without_text_of_its_own(
    tmp_path: Path, value: Any, message: str, column: str
) -> None:
    phrase = "你有病" if column != "短语" else "滚"
    path = table(tmp_path / "t.xlsx", ["短语", column][-2:], [phrase, value])
    if column == "短语":
        path = table(tmp_path / "t.xlsx", ["短语"], ["滚"], [value])
        assert errors_of(path) == [f"禁语!A3: {message}"]
    elif column == "备注":
        assert rule_of(path).id.startswith("term-")
    else:
        assert errors_of(path) == [f"禁语!B2: {message}"]


def test_a_cell_merged_downwards_counts_for_every_row_but_a_phrase_does_not(
    tmp_path: Path,
) -> None:
    rows = [
        ["禁语表", None, None],
        ["类别", "短语", "级别"],
        ["辱骂", "你有病", "重"],
        [None, "骗子", "轻"],
        [None, None, None],
        ["威胁", "你等着", None],
    ]
    path = workbook(tmp_path / "t.xlsx", rows, merged=["A1:C1", "A3:A5", "C4:C6"])
    book = reading.read_sheet(path)
    assert book.errors == ()
    assert [line.split(": ")[1] for line in book.text.splitlines() if "category" in line] == [
        "insult",
        "insult",
        "threat",
    ]
    assert [line.split(": ")[1] for line in book.text.splitlines() if "severity" in line] == [
        "error",
        "info",
        "info",
    ]
    merged = workbook(
        tmp_path / "t.xlsx",
        [["短语", "例外"], ["病", "病历"], [None, "病房"]],
        merged=["A2:A3"],
    )
    assert errors_of(merged) == ["禁语!A3: 短语列合并了单元格"]


def test_hidden_sheets_and_those_without_phrases_are_left_out(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "t.xlsx",
        [["短语"], ["你有病"]],
        说明=[["这里没有"]],
        旧=[["短语", "乱写"], ["滚"]],
        新=[["禁用语"], ["骗子"]],
    )
    book = openpyxl.load_workbook(path)
    book["旧"].sheet_state = "hidden"
    book.save(path)
    pack = reading.read_sheet(path)
    assert pack.sheets == ("禁语", "新")
    assert pack.errors == ()
    assert pack.text.count("forbid:") == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "是旧版 .xls，或者设了密码"),
        (b"<html>", "不是 .xlsx 工作簿"),
        (b"", "不是 .xlsx 工作簿"),
        (b"PK\x03\x04junk", "工作簿坏了：File is not a zip file"),
    ],
)
def test_a_file_that_is_no_workbook(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(data)
    assert errors_of(path) == [f"t.xlsx: {message}"]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_with_a_broken_part(tmp_path: Path, part: str) -> None:
    whole = table(tmp_path / "whole.xlsx", ["短语"], ["滚"])
    path = tmp_path / "t.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, b"<a><b" if name == part else source.read(name))
    (message,) = errors_of(path)
    assert message.startswith("t.xlsx: 读不懂这个工作簿：")


def test_a_workbook_that_unpacks_without_end(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", bytes(xlsx.MAX_UNPACKED + 1))
    assert path.stat().st_size < 1 << 20
    assert errors_of(path) == ["t.xlsx: 工作簿解压后超过 128 MB"]


def test_a_table_that_is_too_big(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path / "t.xlsx", ["短语"], ["滚"], ["骗子"])
    monkeypatch.setattr(xlsx, "MAX_ROWS", 2)
    assert errors_of(path) == ["t.xlsx: 超过 2 行"]
    plain = tmp_path / "t.csv"
    plain.write_text("短语\n滚\n骗子\n", encoding="utf-8")
    monkeypatch.setattr(csv, "MAX_ROWS", 2)
    assert errors_of(plain) == ["t.csv: 超过 2 行"]
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    assert errors_of(plain) == ["t.csv: 禁语表超过 16 MB"]


def test_empty_rows_between_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 2)
    path = table(tmp_path / "t.xlsx", ["短语"], *[[None]] * 20, ["滚"])
    assert rule_of(path).place.line == 22


def test_without_openpyxl_the_error_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path / "t.xlsx", ["短语"], ["滚"])
    real = builtins.__import__

    def without(name: str, *args: Any) -> Any:
        if name == "openpyxl":
            raise ImportError(name)
        return real(name, *args)

    monkeypatch.setattr(builtins, "__import__", without)
    assert hints_of(path) == ['pip install "huashu[xlsx]"，或把表另存为 CSV']
    assert errors_of(path) == ["t.xlsx: 读 .xlsx 要装 openpyxl"]


@pytest.mark.parametrize("suffix", [".xls", ".et", ".ods", ".xlsb"])
def test_tables_of_other_programs(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    path.write_bytes(b"")
    assert errors_of(path) == [f"t{suffix}: 不读 {suffix}"]
    assert hints_of(path) == ["另存为 .xlsx 或 CSV"]


TEXT = '短语,替代话术\r\n你有病,"您好，\n请讲"\r\n\r\n,骗子\r\n'
SHOWN = [["短语", "替代话术"], ["你有病", "您好，\n请讲"], ["骗子"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_the_encodings_of_spreadsheets(encoding: str) -> None:
    assert csv_texts(TEXT.encode(encoding)) == SHOWN


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_columns_are_parted_by_what_makes_a_header(delimiter: str) -> None:
    text = delimiter.join(["短语", "备注"]) + "\n" + delimiter.join(["滚", "甲"])
    assert csv_texts(text.encode()) == [["短语", "备注"], ["滚", "甲"]]


def test_csv_cells_are_named_as_a_spreadsheet_would(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('短语,级别\n"你\n有病",重\n骗子,大\n,重\n', encoding="utf-8")
    assert errors_of(path) == ["t.csv: B3: 不认识的级别 '大'", "t.csv: B4: 这一行没有短语"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xff\xff", "t.csv: 既不是 UTF-8 也不是 GB18030 的 CSV"),
        (codecs.BOM_UTF16_LE + b"a", "t.csv: 既不是 UTF-8 也不是 GB18030 的 CSV"),
        ('短语\n"滚\n'.encode(), "t.csv:2: 不是合法的 CSV：unexpected end of data"),
        ("短语\n=A1".encode(), "t.csv: A2: 这里是公式，不是文字"),
        ("话\n滚".encode(), "t.csv: 没有“短语”列"),
        (b"", "t.csv: 没有“短语”列"),
        # A torn character makes nonsense of the header.
        ("短语\n滚".encode() + b"\xe6", "t.csv: 没有“短语”列"),
    ],
)
def test_csv_that_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    assert errors_of(path) == [message]


def test_a_cell_of_a_csv_that_is_too_long() -> None:
    data = f"短语\n{'长' * (csv._MAX_FIELD + 1)}".encode()
    with pytest.raises(RuleError, match="field larger than field limit"):
        read_csv(data, "t.csv", lambda table: True)
