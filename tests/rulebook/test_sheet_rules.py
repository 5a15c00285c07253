"""What single rows and columns become."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from linter.rulebook.load import load_paths
from linter.rulebook.sheets.columns import NAMES
from linter.rulebook.sheets.reading import read_sheet
from linter.rulebook.types import RuleBook

from .sheets import book_of, findings, outcomes, rule_of, table, workbook

HEADER = [
    *("编号", "禁语", "类别", "级别", "例外", "替代话术", "适用", "理由", "说明", "方面", "角色"),
    *("正例", "反例", "备注"),
]
FULL = [
    *("T-01", "你有病。", "辱骂", "致命", "你有病史", "您别急。\n我来帮您。", "电话 业务=宽带"),
    *("伤人", "骂人了", "话术", "坐席", "我看你有病吧", "您有病历吗", "忽略"),
]


def test_a_row_with_all_columns(tmp_path: Path) -> None:
    path = table(tmp_path / "我的禁语.xlsx", HEADER, FULL)
    assert read_sheet(path).text == (
        "# 由禁语表 我的禁语.xlsx 生成：一行一个信号、一条规则。\n"
        "pack: 我的禁语\n"
        "signals:\n"
        "  t-01:\n"
        "    any: [你有病]\n"
        "    over: [你有病史]\n"
        "rules:\n"
        "  - id: t-01\n"
        "    category: insult\n"
        "    aspect: 话术\n"
        "    severity: error\n"
        "    forbid: t-01\n"
        "    applies: {channel: [phone], business: [宽带]}\n"
        "    say: 骂人了\n"
        "    why: 伤人\n"
        "    instead: 您别急。 / 我来帮您。\n"
        "    tests:\n"
        "      - flag: |\n"
        "          客户：我问一下。\n"
        "          坐席：我看【你有病】吧\n"
        "      - pass: |\n"
        "          客户：我问一下。\n"
        "          坐席：您有病历吗\n"
    )
    assert outcomes(book_of(path)) == ["passed", "passed"]


def test_a_row_with_only_a_phrase(tmp_path: Path) -> None:
    path = table(tmp_path / "t.xlsx", ["短语"], ["“你有病！”"])
    rule = rule_of(path)
    assert (rule.pack, rule.category, rule.aspect, rule.severity) == (
        *("t", "禁语", "态度", "warning"),
    )
    assert (rule.message, rule.why, rule.suggestion) == (
        "坐席说了禁语“你有病”。",
        "禁语表里有这句话。",
        "不说“你有病”，换一种说法。",
    )
    assert [(test.flags, test.text) for test in rule.tests] == [
        (True, "客户：我问一下。\n坐席：【你有病】"),
        (False, "客户：你有病\n坐席：您请讲，我在听。"),
    ]
    assert outcomes(book_of(path)) == ["passed", "passed"]
    assert findings(book_of(path), "你 有病吧") == []
    assert findings(book_of(path), "呃你有病吧") == [(rule.id, "你有病")]


def test_ids_do_not_change_when_rows_move_or_phrases_are_added(tmp_path: Path) -> None:
    first = book_of(table(tmp_path / "t.xlsx", ["短语"], ["滚"], ["骗子"]))
    again = book_of(table(tmp_path / "t.xlsx", ["短语"], ["“骗子”、傻子"], [None], ["滾。"]))
    assert [r.id for r in first.rules] == [r.id for r in again.rules][::-1]
    other = book_of(table(tmp_path / "t.xlsx", ["短语", "类别"], ["滚", "辱骂"]))
    assert other.rules[0].id.replace("insult-", "term-") == first.rules[0].id


@pytest.mark.parametrize(
    ("given", "category", "name"),
    [
        ("T001", "辱骂", "t001"),
        ("A_1.2", "辱骂", "a-1-2"),
        (7, "冷漠", "term-7"),
        ("007", "cold_refusal", "cold-refusal-007"),
    ],
)
def test_a_given_id(tmp_path: Path, given: Any, category: str, name: str) -> None:
    path = table(tmp_path / "t.xlsx", ["短语", "编号", "类别"], ["滚", given, category])
    assert rule_of(path).id == name


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        *(("致命", "error"), ("严重", "error"), ("重", "error"), ("Error", "error")),
        *(("中", "warning"), ("一般", "warning"), ("warning", "warning"), (None, "warning")),
        *(("轻", "info"), ("提示", "info"), ("info", "info"), ("—", "warning")),
    ],
)
def test_severities(tmp_path: Path, written: str | None, severity: str) -> None:
    path = table(tmp_path / "t.xlsx", ["短语", "级别"], ["滚", written])
    assert rule_of(path).severity == severity


@pytest.mark.parametrize(
    ("written", "applies"),
    [
        ("电话", {"channel": ("phone",)}),
        ("phone,chat", {"channel": ("phone", "chat")}),
        ("呼入、呼出", {"direction": ("in", "out")}),
        ("通话/话术库", {"kind": ("call", "script")}),
        ("宽带；场景=投诉", {"business": ("宽带",), "scene": ("投诉",)}),
        ("渠道：在线\n方向 = out", {"channel": ("chat",), "direction": ("out",)}),
        ("全部", {}),
    ],
)
def test_where_a_rule_applies(
    tmp_path: Path, written: str, applies: dict[str, tuple[str, ...]]
) -> None:
    path = table(tmp_path / "t.xlsx", ["短语", "适用"], ["滚", written])
    assert dict(rule_of(path).applies) == applies


@pytest.mark.parametrize("key", NAMES)
def test_every_name_of_a_column(tmp_path: Path, key: str) -> None:
    for name in NAMES[key]:
        header = ["短语", f"{name.upper()}（必填）*"] if key != "phrase" else ["备注", f" {name}："]
        pack = read_sheet(table(tmp_path / "t.xlsx", header, ["滚", None], [None, "滚蛋"]))
        assert not any("不认识" in error.message for error in pack.errors)
        assert pack.errors[0].cell == "B3" if key != "phrase" else not pack.errors


def test_the_header_is_the_row_that_names_most_columns(tmp_path: Path) -> None:
    rows = [["禁语", None], ["2026 年", None], [None], ["级别", "禁语"], ["重", "滚"]]
    (rule,) = book_of(workbook(tmp_path / "t.xlsx", rows)).rules
    assert rule.severity == "error"


def test_examples_of_a_reviewer(tmp_path: Path) -> None:
    path = table(
        tmp_path / "t.xlsx",
        ["短语", "角色", "例外", "适用", "正例", "反例"],
        ["骗子", None, None, None, "你就是骗子\n一群【骗子】", "我们不骗人\n您放心"],
        ["滚", None, None, None, "客户：滚\n客服：你才滚", "用户：滚\n坐席：您消消气"],
        ["投诉", "客户", None, None, "我要投诉你", "坐席：要投诉吗"],
        ["快点", None, "快点儿好", None, "坐席：快点", "祝您快点儿好"],
        ["<慢>", None, None, None, "您【慢】了", "您快了"],
        ["绝对", None, None, "话术库", "绝对没问题", "应该没问题"],
    )
    texts = [test.text for rule in load_all(path).rules for test in rule.tests]
    assert texts == [
        "客户：我问一下。\n坐席：你就是【骗子】",
        "客户：我问一下。\n坐席：一群【骗子】",
        "客户：我问一下。\n坐席：我们不骗人",
        "客户：我问一下。\n坐席：您放心",
        "客户：滚\n坐席：你才【滚】",
        "客户：滚\n坐席：您消消气",
        "客户：我要【投诉】你\n坐席：您请讲，我在听。",
        "客户：我问一下。\n坐席：要投诉吗",
        "客户：我问一下。\n坐席：【快点】",
        "客户：我问一下。\n坐席：祝您快点儿好",
        "客户：我问一下。\n坐席：您【慢】了",
        "客户：我问一下。\n坐席：您快了",
        "【绝对】没问题",
        "应该没问题",
    ]
    assert set(outcomes(load_all(path))) == {"passed"}


def load_all(path: Path) -> RuleBook:
    words = path.with_name("words.yml")
    words.write_text("pack: words\nclasses: {慢: [慢]}\n", encoding="utf-8")
    return load_paths([words, path])


def test_an_exception_resolves_a_contradiction(tmp_path: Path) -> None:
    header = ["短语", "替代话术", "例外"]
    path = table(tmp_path / "t.xlsx", header, ["急", "您别着急。", "着急"])
    assert outcomes(book_of(path)) == ["passed"] * 3
