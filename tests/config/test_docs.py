"""The page on the configuration shows what works, and names every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.config.keys import KEYS, PER_PATH, REFINING
from linter.config.names import wrong_names
from linter.config.reading import load_config, read_config
from linter.rulebook.cached import load_book
from linter.rulebook.files import BUILTIN

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in row.split("|")[1:-1]]
    for row in re.findall(r"^\| `[a-z_]+` \|.*\|$", PAGE, re.MULTILINE)
]


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


@pytest.mark.parametrize(("language", "name"), [("yaml", "huashu.yml"), ("ini", "setup.cfg")])
def test_the_examples_load(tmp_path, language, name):
    (tmp_path / "质检").mkdir()
    (tmp_path / "质检" / "规则.yml").touch()
    path = tmp_path / name
    path.write_text(block(language), encoding="utf-8")
    config = load_config(str(path))
    assert len(config.entries) > 1
    assert wrong_names(config, load_book((BUILTIN,), ())) == []


def test_the_table_names_every_key():
    keys = [row[0].strip("`") for row in ROWS]
    assert keys == [*KEYS, PER_PATH]


@pytest.mark.parametrize("row", ROWS[:-1], ids=lambda row: row[0])
def test_a_row_says_what_the_key_does(row):
    name, _, default, option, refines = row
    key = KEYS[name.strip("`")]
    assert option.strip("`") == key.option
    assert bool(refines) == (name.strip("`") in REFINING)
    assert not key.default or default == f"`{key.default}`"


def test_the_errors_are_those(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("huashu.yml").write_text("lang: zh\nmin-severity: info\npraise: yes\n", encoding="utf-8")
    shown = [line for line in PAGE.splitlines() if line.startswith("错误：")]
    assert [f"错误：{error}" for error in read_config("huashu.yml").errors] == shown


def test_links_lead_to_headings():
    titles = re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors
