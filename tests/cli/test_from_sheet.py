"""``huashu rules from-sheet``, and tables wherever rules are taken."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from .conftest import write

TABLE = """\
序号,禁语,类别,级别,例外,替代话术
1,“快点说。”,不耐烦,严重,,您慢慢说。
2,随便、无所谓,敷衍,轻,随便问问,
"""

YAML = """\
# 由禁语表 禁语表.csv 生成：一行一个信号、一条规则。
pack: 禁语表
signals:
  impatience-1f960a9ea7:
    any: [快点说]
  fobbing-off-a5689144ca:
    any: [随便, 无所谓]
    over: [随便问问]
rules:
  - id: impatience-1f960a9ea7
    category: impatience
    aspect: 态度
    severity: error
    forbid: impatience-1f960a9ea7
    say: 坐席说了禁语“快点说”。
    why: 禁语表把这句话列为“不耐烦”。
    instead: 您慢慢说。
    tests:
      - flag: |
          客户：我问一下。
          坐席：【快点说】
      - pass: |
          客户：我问一下。
          坐席：您慢慢说。
  - id: fobbing-off-a5689144ca
    category: fobbing_off
    aspect: 职责
    severity: info
    forbid: fobbing-off-a5689144ca
    say: 坐席说了禁语“随便”一类的话。
    why: 禁语表把这句话列为“敷衍搪塞”。
    instead: 不说“随便”，换一种说法。
    tests:
      - flag: |
          客户：我问一下。
          坐席：【随便】
      - flag: |
          客户：我问一下。
          坐席：【无所谓】
      - pass: |
          客户：我问一下。
          坐席：随便问问
"""

LINTED = """\
通话 a  calls.jsonl

  错误 impatience-1f960a9ea7 不耐烦
  #1 坐席 第 1 行
    快点说。
    ^^^^^^
  坐席说了禁语“快点说”。
  为什么：禁语表把这句话列为“不耐烦”。
  怎么说：您慢慢说。

检查了 1 个文件、1 通通话、2 轮（坐席 1 轮）。
"""

CALL = (
    '{"id": "a", "turns": [{"role": "customer", "text": "我想想。"}, '
    '{"role": "agent", "text": "快点说。"}]}\n'
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return write(tmp_path / "禁语表.csv", TABLE, "gb18030")


def workbook(path: Path, *rows: list[str | None]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "质检"
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_the_yaml_of_a_table(huashu, sheet):
    assert huashu("rules", "from-sheet", "禁语表.csv") == (0, YAML, "")


def test_a_file_and_another_name(huashu, sheet, tmp_path):
    run = huashu("rules", "from-sheet", "禁语表.csv", "-o", "out.yml", "--pack", "my-words")
    assert run == (0, "", "")
    written = (tmp_path / "out.yml").read_text(encoding="utf-8")
    assert written == YAML.replace("pack: 禁语表", "pack: my-words")
    assert huashu("test", "--rules", "out.yml") == (0, "2 条规则，5 个测试：全部通过\n", "")


def test_a_table_is_linted_with_as_it_stands(huashu, sheet, tmp_path):
    write(tmp_path / "calls.jsonl", CALL)
    run = huashu("lint", "calls.jsonl", "--rules", "禁语表.csv")
    assert (run.code, run.err) == (1, "")
    assert run.out.startswith(LINTED)
    huashu("rules", "from-sheet", "禁语表.csv", "-o", "禁语表.yml")
    assert huashu("lint", "calls.jsonl", "--rules", "禁语表.yml") == run


def test_a_workbook_is_tested_and_checked_as_it_stands(huashu, tmp_path):
    rows = [line.split(",") for line in TABLE.replace(",,", ",无,").splitlines()]
    workbook(tmp_path / "t.xlsx", *rows)
    assert huashu("test", "--rules", "t.xlsx") == (0, "2 条规则，5 个测试：全部通过\n", "")
    run = huashu("rules", "check", "--rules", "t.xlsx")
    assert run == (0, "没有问题：2 条规则，2 个信号。\n", "")


def test_a_failing_test_names_its_cell(huashu, tmp_path):
    workbook(tmp_path / "t.xlsx", ["短语", "例外", "正例"], ["快点", "快点儿", "您快点儿说"])
    run = huashu("test", "--rules", "t.xlsx")
    assert (run.code, run.err) == (1, "")
    assert run.out.splitlines()[0].startswith("t.xlsx: 质检!C2: term-")


@pytest.mark.parametrize(
    "verb",
    [
        ("rules", "from-sheet", "t.xlsx"),
        ("rules", "check", "--rules", "t.xlsx"),
        ("test", "--rules", "t.xlsx"),
        ("lint", "a.txt", "--rules", "t.xlsx"),
    ],
)
def test_errors_name_sheet_and_cell(huashu, tmp_path, verb):
    workbook(
        tmp_path / "t.xlsx",
        ["短语", "级别", "替代话术"],
        ["快点", "急", None],
        ["快点！", None, "好"],
        ["别急", None, "您别急"],
    )
    assert huashu(*verb) == (
        2,
        "",
        "错误：t.xlsx: 质检!B2: 不认识的级别 '急'; "
        "可用的有 error、info、warning、一般、严重、轻微\n"
        "错误：t.xlsx: 质检!A3: 短语 '快点' 和 A2 重复; 删掉一行，或把两行合成一行\n"
        "错误：t.xlsx: 质检!C4: 替代话术 '您别急' 里就有 A4 的禁语; "
        "改替代话术，或在“例外”列写上不算的说法\n",
    )


def test_a_file_with_errors_is_not_written(huashu, tmp_path):
    write(tmp_path / "t.csv", "短语\n！\n")
    run = huashu("rules", "from-sheet", "t.csv", "-o", "out.yml")
    assert (run.code, run.out) == (2, "")
    assert not (tmp_path / "out.yml").exists()


def test_what_is_no_table(huashu, tmp_path):
    assert huashu("rules", "from-sheet", "shop.yml") == (
        2,
        "",
        "错误：shop.yml: 不是禁语表; 认得的有 .xlsx、.xlsm、.csv\n",
    )
    assert huashu("rules", "from-sheet", "no.csv") == (
        2,
        "",
        "错误：no.csv: 没有这个文件; 检查文件名和文件夹\n",
    )
