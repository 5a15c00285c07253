"""``huashu fix``: complete output and exit codes, and what became of the files."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from .conftest import Huashu, write

TERMS = Path(__file__).parents[1] / "fixing" / "terms.yml"
RULES = ("--rules", "terms.yml")
BEFORE = "# 开场\n- 您好，感谢你的来电。\n- 给您提交SR单。\n"
AFTER = "# 开场\n- 您好，感谢您的来电。\n- 给您提交登记单。\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    shutil.copy(TERMS, tmp_path)
    return write(tmp_path / "库.md", BEFORE)


def test_a_library_is_mended(huashu: Huashu, library: Path) -> None:
    library.chmod(0o640)
    out = "库.md:2:8: 你 → 您  [mixed]\n库.md:3:7: SR单 → 登记单  [jargon]\n"
    assert huashu("fix", "库.md", *RULES) == (0, out, "改了 2 处，0 处要手工改。\n")
    assert library.read_text() == AFTER
    assert library.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir()) == ["shop.yml", "terms.yml", "库.md"]
    assert huashu("fix", "库.md", *RULES) == (0, "", "改了 0 处，0 处要手工改。\n")
    assert huashu("fix", "--diff", "库.md", *RULES) == (0, "", "可以改 0 处，0 处要手工改。\n")


def test_what_a_comment_says_may_stay_stays(huashu: Huashu, library: Path) -> None:
    said = "<!-- huashu: ignore jargon why=客户也这么叫 by=王敏 -->"
    write(library, BEFORE.replace("SR单。", f"SR单。 {said}"))
    out = "库.md:2:8: 你 → 您  [mixed]\n"
    assert huashu("fix", "库.md", *RULES) == (0, out, "改了 1 处，0 处要手工改。\n")
    assert f"SR单。 {said}" in library.read_text()


def test_a_difference_changes_nothing(huashu: Huashu, library: Path) -> None:
    out = (
        "--- 库.md\n+++ 库.md\n@@ -1,3 +1,3 @@\n # 开场\n"
        "-- 您好，感谢你的来电。\n-- 给您提交SR单。\n+- 您好，感谢您的来电。\n+- 给您提交登记单。\n"
    )
    assert huashu("fix", "--diff", "库.md", *RULES) == (1, out, "可以改 2 处，0 处要手工改。\n")
    assert library.read_text() == BEFORE


def test_what_is_left_is_a_finding(huashu: Huashu, library: Path) -> None:
    library.write_text("# 处理\n- 我们先做远程拨测，您稍等。\n")
    said = "库.md:2:9: 没有改 拨测 → 远程检测：改了会重复“远程”，请手工改  [jargon]\n"
    assert huashu("fix", "库.md", *RULES) == (1, said, "改了 0 处，1 处要手工改。\n")
    assert huashu("fix", "库.md", "--lang", "en", *RULES) == (
        1,
        "库.md:2:9: left 拨测 → 远程检测: '远程' would stand there twice, change it by hand"
        "  [jargon]\n",
        "0 changed, 1 to be done by hand.\n",
    )


def test_only_what_is_selected(huashu: Huashu, library: Path) -> None:
    assert huashu("fix", "库.md", "--select", "glossary", *RULES).code == 0
    assert library.read_text() == BEFORE.replace("SR单", "登记单")
    assert huashu("fix", "库.md", "--ignore", "mixed", *RULES).out == ""
    run = huashu("fix", "库.md", "--select", "nothing", *RULES)
    assert (run.code, run.out) == (2, "")


def test_transcripts_stay(huashu: Huashu, library: Path, calls: Path) -> None:
    call = write(calls / "call.txt", "坐席：您好，感谢你的来电。\n客户：SR单在哪？\n")
    before = call.stat()
    run = huashu("fix", ".", *RULES)
    assert (run.code, run.err) == (0, "改了 2 处，0 处要手工改。\n")
    assert call.stat().st_mtime_ns == before.st_mtime_ns
    assert call.stat().st_ino == before.st_ino
    assert library.read_text() == AFTER


def test_rule_files_stay(huashu: Huashu, library: Path) -> None:
    rules = library.with_name("terms.yml")
    before = rules.read_bytes()
    assert huashu("fix", "terms.yml", *RULES) == (0, "", "改了 0 处，0 处要手工改。\n")
    assert rules.read_bytes() == before


def test_a_bad_file_does_not_keep_the_good_ones_back(huashu: Huashu, library: Path) -> None:
    write(library.parent / "坏.md", "")
    run = huashu("fix", "坏.md", "无.md", "库.md", *RULES)
    assert run.code == 2
    assert run.err == (
        "错误：坏.md: 文件是空的; 至少要有一通对话\n"
        "错误：无.md: 没有这个文件或文件夹; 检查路径\n"
        "改了 2 处，0 处要手工改。\n"
    )
    assert library.read_text() == AFTER


def test_standard_input_cannot_be_changed(huashu: Huashu, library: Path) -> None:
    run = huashu("fix", "-", *RULES, stdin=BEFORE.encode())
    assert run == (2, "", "错误：-: 标准输入改不了; 给出文件\n")


def test_a_file_that_may_not_be_written_stays(huashu: Huashu, library: Path) -> None:
    library.chmod(0o444)
    run = huashu("fix", "库.md", *RULES)
    assert (run.code, run.out) == (2, "")
    said = "错误：库.md: 没有权限改：Permission denied; 检查权限和剩余空间\n"
    assert run.err == said + "改了 0 处，0 处要手工改。\n"
    assert library.read_text() == BEFORE
    assert huashu("fix", "--diff", "库.md", *RULES).code == 1


def test_a_file_is_written_whole_or_not_at_all(
    huashu: Huashu, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, data: bytes) -> int:
        with open(self, "wb") as file:
            file.write(data[:5])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    run = huashu("fix", "库.md", *RULES)
    assert run.code == 2
    assert run.err.startswith("错误：库.md: 改不了：No space left on device")
    assert library.read_text() == BEFORE
    assert sorted(os.listdir()) == ["shop.yml", "terms.yml", "库.md"]


def test_a_link_stays_a_link(huashu: Huashu, library: Path) -> None:
    link = library.with_name("link.md")
    link.symlink_to(library)
    assert huashu("fix", "link.md", *RULES).code == 0
    assert link.is_symlink()
    assert library.read_text() == AFTER


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_a_pipe_is_no_file(huashu: Huashu, library: Path) -> None:
    os.mkfifo("pipe.md")
    run = huashu("fix", "pipe.md", *RULES)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("错误：pipe.md: 不是普通文件，改不了; 先存成文件\n")


def test_a_workbook(huashu: Huashu, tmp_path: Path, library: Path) -> None:
    from workbooks.making import made, shown

    book = tmp_path / "库.xlsx"
    book.write_bytes(made(话术=[("场景", "话术"), ("开场", "您好，感谢你的来电。")]))
    out = "库.xlsx: 话术!B2: 你 → 您  [mixed]\n"
    assert huashu("fix", "--diff", "库.xlsx", *RULES) == (1, out, "可以改 1 处，0 处要手工改。\n")
    assert huashu("fix", "库.xlsx", *RULES) == (0, out, "改了 1 处，0 处要手工改。\n")
    assert shown(book.read_bytes())[1] == ["开场", "您好，感谢您的来电。"]


def test_what_controls_a_terminal_is_not_printed(huashu: Huashu, library: Path) -> None:
    library.write_text("# 开场\n- 您好，\x1b[31m感谢你的来电。\n")
    for options in (("--diff",), ()):
        assert "\x1b" not in huashu("fix", "库.md", *options, *RULES, terminal="out").out
