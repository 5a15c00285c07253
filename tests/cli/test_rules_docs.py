from __future__ import annotations

from pathlib import Path

RULES = ("rules", "docs", "--rules", "shop.yml", "-o", "pages")


def test_pages_are_written_and_then_left_alone(huashu) -> None:
    names = ["careless", "cold", "helps", "index", "no-sorry", "rude", "shirks"]
    assert huashu(*RULES) == (0, "pages：7 页，写了 7 页。\n", "")
    assert [file.stem for file in sorted(Path("pages").iterdir())] == names
    assert huashu(*RULES) == (0, "pages：7 页，写了 0 页。\n", "")
    assert huashu(*RULES, "--check") == (0, "", "")


def test_a_check_names_what_differs_and_writes_nothing(huashu) -> None:
    huashu(*RULES)
    page = Path("pages/rude.md")
    page.write_text(page.read_text("utf-8").replace("催", "推"), "utf-8")
    Path("pages/cold.md").rename("pages/old.md")
    before = {file.name: file.read_bytes() for file in Path("pages").iterdir()}
    done = huashu(*RULES, "--check")
    said = "".join(f"和规则不一样：pages/{name}.md\n" for name in ("rude", "cold", "old"))
    assert done == (1, said, "")
    assert {file.name: file.read_bytes() for file in Path("pages").iterdir()} == before


def test_pages_of_rules_that_are_gone_go_and_other_files_stay(huashu) -> None:
    huashu(*RULES)
    Path("pages/cold.md").rename("pages/old.md")
    Path("pages/mine.md").write_text("我的", "utf-8")
    assert huashu(*RULES) == (0, "pages：7 页，写了 1 页，去掉 1 页。\n", "")
    assert not Path("pages/old.md").exists()
    assert Path("pages/mine.md").read_text("utf-8") == "我的"


def test_somebodys_own_page_is_never_overwritten(huashu) -> None:
    Path("pages").mkdir()
    Path("pages/index.md").write_text("我的", "utf-8")
    said = "错误：pages/index.md: 已有别人写的这一页; 换一个文件夹\n"
    assert huashu(*RULES) == (2, "", said)
    assert [file.name for file in Path("pages").iterdir()] == ["index.md"]


def test_a_file_is_no_folder(huashu) -> None:
    Path("pages").write_text("", "utf-8")
    assert huashu(*RULES) == (2, "", "错误：pages: 不是文件夹; 给一个文件夹的名字\n")


def test_the_rules_are_those_that_are_configured(huashu, tmp_path) -> None:
    (tmp_path / "huashu.yml").write_text("rules: shop.yml\n", encoding="utf-8")
    assert huashu("rules", "docs", "-o", "pages").code == 0
    assert huashu("rules", "docs", "-o", "pages", "--check", "--rules", "shop.yml").code == 0
