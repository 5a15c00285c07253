"""What is wrong in a table is reported at its cell, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from linter.errors import RuleError

from .sheets import book_of, errors_of, hints_of, table, workbook


@pytest.mark.parametrize(
    ("header", "row", "message"),
    [
        (["短语"], ["滚！别来"], "A2: 短语 '滚！别来'：短语里不能写 ！：短语里不写标点；句末写 $"),
        (["短语"], ["……"], "A2: 短语 '……'：里面没有字"),
        (["短语"], ["、；"], "A2: 短语 '、；'：里面没有字"),
        (["短语"], ["病$是"], "A2: 短语 '病$是' 永远对不上"),
        (["短语"], ["<脏话>"], "A2: 短语 '<脏话>' 用了词类，造不出例句"),
        (["短语"], ["您、好、谢谢"], "A2: 短语太宽，想不出一句不会报的话"),
        (["短语", "正例"], ["<脏话>", "【滚】"], "A2: 没有叫 '脏话' 的词类"),
        (["短语", "级别"], ["滚", "特急"], "B2: 不认识的级别 '特急'"),
        (["短语", "角色"], ["滚", "机器"], "B2: 不认识的角色 '机器'"),
        (["短语", "方面"], ["滚", "服务"], "B2: 不认识的方面 '服务'"),
        (["短语", "类别"], ["滚", "辱骂、威胁"], "B2: 一行只有一个类别，这里是 '辱骂、威胁'"),
        (["短语", "编号"], ["滚", "一号"], "B2: 编号 '一号' 不能用"),
        (["短语", "适用"], ["滚", "渠道=传真"], "B2: 渠道 没有 '传真'"),
        (["短语", "适用"], ["滚", "天气=雨"], "B2: 看不懂的适用 '天气=雨'"),
        (["短语", "适用"], ["滚", "业务="], "B2: 看不懂的适用 '业务='"),
        (
            ["短语", "例外"],
            ["滚", "滚？动"],
            "B2: 短语 '滚？动'：短语里不能写 ？：可有可无写 (吗|)；句末写 $",
        ),
        (["短语", "例外"], ["滚", "滚^动"], "B2: 短语 '滚^动' 永远对不上"),
        (["短语", "例外"], ["你有病", "有病"], "B2: 例外 '有病' 就在 A2 的短语里，永远不会报"),
        (["短语", "替代话术"], ["别急", "您别急。"], "B2: 替代话术 '您别急。' 里就有 A2 的禁语"),
        (["短语", "反例"], ["别急", "您别急。"], "B2: 反例 '您别急。' 里就有 A2 的短语"),
        (["短语", "反例"], ["别急", "【您好】"], "B2: 反例里不能有【】"),
        (["短语", "正例"], ["别急", "您慢慢说"], "B2: 正例里没有这条短语"),
        (["短语", "正例"], ["别急", "【别急"], "B2: 【】没有成对，或里面没有字：'【别急'"),
        (["短语", "级别"], [None, "重"], "B2: 这一行没有短语"),
        (["短语", None], ["滚", "多余"], "B2: 这一列没有列名"),
        (["短语", "级别"], ["滚", "=A1"], "B2: 这里是公式，不是文字"),
    ],
)
def test_an_error_names_its_cell(
    tmp_path: Path, header: list[Any], row: list[Any], message: str
) -> None:
    path = table(tmp_path / "t.xlsx", header, row)
    assert errors_of(path) == [f"禁语!{message}"]


def test_a_script_has_no_customer(tmp_path: Path) -> None:
    path = table(tmp_path / "t.xlsx", ["短语", "角色", "适用"], ["滚", "客户", "话术库"])
    assert errors_of(path) == ["禁语!B2: 话术库里没有客户的话"]


def test_columns_that_nobody_knows(tmp_path: Path) -> None:
    path = table(tmp_path / "t.xlsx", ["短语", "级另", "天气", "禁语"], ["滚"])
    assert errors_of(path) == [
        "禁语!B1: 不认识的列 '级另'",
        "禁语!C1: 不认识的列 '天气'",
        "禁语!D1: 这一列和 A1 的 '短语' 是一回事",
    ]
    near, far, _ = hints_of(path)
    assert near == "是不是 级别、等级；给人看的列叫“备注”"
    assert far == (
        "可用的有 短语、类别、级别、例外、替代话术、适用、编号、理由、说明、方面、角色、"
        "正例、反例；给人看的列叫“备注”"
    )


def test_a_phrase_twice(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "t.xlsx",
        [["短语"], ["你有病"], ["骗子、你有病！"], ["滚、滚"]],
        别的=[["短语"], ["ＳＢ"], ["骗子"], ["sb"]],
    )
    assert errors_of(path) == [
        "禁语!A3: 短语 '你有病' 和 A2 重复",
        "别的!A3: 短语 '骗子' 和 禁语!A3 重复",
        "别的!A4: 短语 'sb' 和 A2 重复",
    ]


def test_an_id_twice(tmp_path: Path) -> None:
    path = table(tmp_path / "t.xlsx", ["短语", "编号"], ["滚", "t1"], ["骗子", "T1"])
    assert errors_of(path) == ["禁语!B3: 编号 't1' 和 B2 重复"]


def test_one_phrase_in_two_tables_is_reported_once_and_names_the_other_cell(
    tmp_path: Path,
) -> None:
    path = table(tmp_path / "t.xlsx", ["短语"], ["骗子"], ["滚"])
    csv = tmp_path / "t.csv"
    csv.write_text("短语\n滚\n", encoding="utf-8")
    name = book_of(csv).rules[0].id
    assert errors_of(path, csv) == [f"t.csv: A2: '{name}' 已在 t.xlsx: 禁语!A3 定义过"]
    assert errors_of(csv, path) == [f"禁语!A3: '{name}' 已在 t.csv: A2 定义过"]


def test_all_errors_of_all_files_come_at_once_in_order(tmp_path: Path) -> None:
    first = workbook(
        tmp_path / "t.xlsx",
        [["短语", "级别"], ["！", "大"], ["<甲>", None], ["滚", "大"]],
        乙=[["短语", "正例"], ["<乙>", "【甲】"], ["？", None]],
    )
    second = tmp_path / "u.yml"
    second.write_text("pack: u\nrulez: []\n", encoding="utf-8")
    places = [error.split(": ")[0] for error in errors_of(second, first)]
    assert places == ["u.yml:2:1", "禁语!A2", "禁语!B2", "禁语!A3", "禁语!B4", "乙!A3"]


def test_nothing_to_read(tmp_path: Path) -> None:
    assert errors_of(workbook(tmp_path / "t.xlsx", [["话", "级别"]])) == ["t.xlsx: 没有“短语”列"]
    assert errors_of(workbook(tmp_path / "t.xlsx", [["短语"]])) == ["t.xlsx: 表里一条短语也没有"]
    assert errors_of(tmp_path / "none.xlsx") == ["none.xlsx: 没有这个规则文件"]


def test_where_an_error_is() -> None:
    def where(**place: Any) -> str:
        return RuleError("错", path="t", **place).where

    assert where(line=3, column=2) == "t:3:2"
    assert where(line=3, column=2, sheet="甲", cell="B3") == "t: 甲!B3"
    assert where(line=3, column=2, cell="B3") == "t: B3"
    assert where(sheet="甲") == "t: 甲"
    assert str(RuleError("错", path="t", cell="B3", hint="改")) == "t: B3: 错; 改"
