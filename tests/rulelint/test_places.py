"""Where warnings are: in the file given, in its changes, in the cells of a table."""

from __future__ import annotations

from pathlib import Path

from linter.rulebook.load import files_of, load_builtin, load_paths
from linter.rulebook.source import Errors
from linter.rulelint import CHECKS, Bench, check

from .linted import pack, rule, said

BASE = pack("催: {any: [快点, 快点说]}\n闲: {any: [啦]}", rule("forbid: 催"))


def test_a_warning_says_where_and_what_and_what_to_write() -> None:
    text = pack("催: {any: [快点, 快点说]}", rule("forbid: 催"))
    (only,) = said(text, "shadowed-pattern")
    assert only == "3:17 短语 '快点说' 多余：有它就有 '快点'，已经算了"


def test_what_a_change_adds_is_the_changing_files() -> None:
    text = "pack: u\nchange:\n  signals:\n    催:\n      add: {any: [快点儿]}\n"
    assert said(text, base=BASE) == ["5:19 短语 '快点儿' 多余：有它就有 '快点'，已经算了"]


def test_what_a_change_sets_is_the_changing_files() -> None:
    text = "pack: u\nchange:\n  rules:\n    rude: {instead: 快点。}\n"
    assert said(text, base=BASE) == ["4:12 建议的说法“快点”会被规则 'rude' 报出来"]


def test_a_change_that_says_nothing_of_it_is_not_to_blame() -> None:
    text = "pack: u\nchange:\n  rules: {rude: {say: 催人。}}\n  signals: {闲: {add: {any: [呀]}}}\n"
    assert said(text, base=BASE) == []


def test_what_a_profile_adds_once_it_is_in_force(tmp_path: Path) -> None:
    text = "profiles:\n  大促:\n    note: 忙\n    change: {signals: {催: {add: {any: [快点儿]}}}}\n"
    path = tmp_path / "t.yml"
    path.write_text(pack("催: {any: [快点]}", rule("forbid: 催"), before=text), encoding="utf-8")
    files = files_of([path], Errors())
    assert check(load_paths([path]), files, ["shadowed-pattern"]) == ()
    (only,) = check(load_paths([path], ["大促"]), files, ["shadowed-pattern"])
    assert (only.said.line, only.said.column) == (5, 40)
    assert str(only) == (
        f"{path}:5:40: 短语 '快点儿' 多余：有它就有 '快点'，已经算了; "
        "删掉它，或把短的那个改窄 [shadowed-pattern]"
    )


def test_warnings_of_a_table_name_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    text = "短语,类别,建议话术\n快点,催促,您慢慢说。\n赶紧说,催促,快点说吧。\n"
    path.write_text(text, encoding="utf-8")
    warned = check(load_paths([path]), files_of([path], Errors()), ["instead-is-flagged"])
    assert [(one.said.cell, one.said.line) for one in warned] == [("C3", 3)]


def test_nothing_is_said_of_the_tests_that_are_made_for_a_table(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text("短语,类别,建议话术\n快点,催促,您请讲。\n", encoding="utf-8")
    book = load_paths([path])
    assert [*CHECKS["idle-pass-test"](Bench(book))] != []
    assert check(book, files_of([path], Errors())) == ()


def test_warnings_are_in_the_order_of_the_file() -> None:
    text = pack("催: {any: [快点, 快点说, 快点]}\n闲: {any: [啦]}", rule("forbid: 催"))
    checks = ("unused-signal", "shadowed-pattern", "duplicate-pattern")
    assert [one.split(" ")[0] for one in said(text, *checks)] == ["3:17", "3:22", "4:3"]


def test_names_of_checks_are_kebab_case() -> None:
    assert all(name == name.lower() and " " not in name for name in CHECKS)


def test_nothing_is_said_of_a_book_whose_files_are_not_given() -> None:
    assert check(load_builtin(), []) == ()
