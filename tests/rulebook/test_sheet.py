"""A reviewer's table as a rule pack, and the YAML that says the same."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter.errors import RuleErrors
from linter.rulebook.load import load_paths, load_texts
from linter.rulebook.sheets.reading import read_sheet
from linter.rulebook.sheets.suffixes import is_sheet
from linter.ruletest import read_cases

from .sheets import book_of, findings, outcomes, table, workbook

ROWS: list[list[Any]] = [
    ["短语", "例外", "替代话术", "适用", "角色", "类别"],
    ["滚；闭嘴", "滚动条", "请稍等。", None, None, "辱骂"],
    ["这不归我管", "开玩笑", None, "在线", None, "推诿"],
    ["再…就挂、您XX先生", None, "1、您别急【停顿】", None, None, "威胁"],
    ["(不|没)可能…解决", None, None, "话术库", None, None],
    ["然后", None, None, None, None, None],
    ["行", None, None, None, None, None],
    ["shut up", "无", "-", "全部", None, None],
    ["我要投诉", None, "我来为您登记。", None, "客户", None],
    ["我…我…我", "那(我|)…我", None, None, None, None],
    ["「滚蛋」", None, None, None, None, None],
    ["您请讲", None, None, None, None, None],
    ["<数字 3+>号", None, None, None, None, None],
    ["12345", None, None, None, None, "no"],
]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return workbook(tmp_path / "t.xlsx", ROWS)


def test_made_tests_pass(many: Path) -> None:
    book = book_of(many)
    assert len(book.rules) == len(ROWS) - 1
    assert all({test.flags for test in rule.tests} == {True, False} for rule in book.rules)
    assert set(outcomes(book)) == {"passed"}


def test_the_yaml_of_a_table_says_what_the_table_says(many: Path) -> None:
    text = read_sheet(many).text
    loaded, written = book_of(many), load_texts([("t.yml", text)])
    assert loaded.version == written.version
    said = ["滚动条", "你滚", "开玩笑，这不归我管", "这不归我管。", "再吵就挂了", "shut up", "行"]
    found = findings(loaded, *said)
    assert found == findings(written, *said)
    assert [quote for _, quote in found] == ["滚", "这不归我管", "再吵就挂", "shut up", "行"]
    assert yaml.safe_load(text)["pack"] == "t"


def test_what_a_rule_is_for_is_kept(many: Path) -> None:
    book = book_of(many)
    assert [dict(rule.applies) for rule in book.rules if rule.applies] == [
        {"channel": ("chat",)},
        {"kind": ("script",)},
    ]
    assert findings(book, "这不归我管", channel="phone") == []
    assert len(findings(book, "这不归我管", channel="chat")) == 1
    assert [s.who for s in book.signals.values()].count("customer") == 1


def test_places_are_cells(many: Path) -> None:
    rule = book_of(many).rules[2]
    assert (rule.place.path, rule.place.line, rule.place.column) == (str(many), 4, 1)
    assert [(test.place.line, test.place.column) for test in rule.tests] == [(4, 1), (4, 1), (4, 3)]
    signal = book_of(many).signals[rule.id]
    assert (signal.place.path, signal.place.line) == (str(many), 4)
    assert signal.place.where == f"{many}: 禁语!A4"


def test_tables_of_a_folder(tmp_path: Path) -> None:
    table(tmp_path / "a.xlsx", ["短语"], ["滚"])
    (tmp_path / "~$a.xlsx").write_bytes(b"lock")
    (tmp_path / "B.CSV").write_text("短语\n骗子\n", encoding="utf-8")
    (tmp_path / "c.yml").write_text("pack: c\n", encoding="utf-8")
    (tmp_path / "d.txt").write_text("短语\n", encoding="utf-8")
    assert book_of(tmp_path).packs == ("B", "a", "c")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.xlsx", True), ("a.XLSM", True), ("a.csv", True), ("a.yml", False), ("~$a.xlsx", False)],
)
def test_what_is_a_table(name: str, expected: bool) -> None:
    assert is_sheet(Path(name)) is expected


def test_a_table_with_two_thousand_rows(tmp_path: Path) -> None:
    digits = ["山川湖", "子丑寅卯辰巳午未申酉", "甲乙丙丁戊己庚辛壬癸", "天地玄黄宇宙洪荒日月"]
    phrases = ["".join(chars) for chars in itertools.product(*digits)][:2000]
    rows = [[phrase, "辱骂", "重"] for phrase in phrases]
    book = book_of(table(tmp_path / "t.xlsx", ["短语", "类别", "级别"], *rows))
    assert len(book.rules) == len(rows)
    (found,) = findings(book, "你川酉癸天吧")
    assert found[1] == "川酉癸天"


cells = st.text("滚你有病(|)…<>「」，。！XX/、；\n=^$ 1a【】：坐席客户", max_size=12)


@given(rows=st.lists(st.lists(cells, min_size=4, max_size=4), min_size=1, max_size=4))
def test_any_table_is_a_pack_or_has_errors_at_cells(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "t.csv"
    lines = [["短语", "例外", "替代话术", "正例"], *rows]
    quotes = [",".join(f'"{cell}"' for cell in line) for line in lines]
    path.write_text("\n".join(quotes), encoding="utf-8")
    pack = read_sheet(path)
    if pack.errors:
        with pytest.raises(RuleErrors) as caught:
            load_paths([path])
        assert all(error.cell or "短语" in error.message for error in caught.value.errors)
    elif "<" not in pack.text:
        book = load_paths([path])
        flags = [case for case in read_cases(book.rules) if case.test.flags]
        assert len(flags) >= len(book.rules)
