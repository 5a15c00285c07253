"""The files that a path stands for, and by what a change of them is noticed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.rulebook import files
from linter.rulebook.files import BUILTIN, fingerprint, rule_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.yml").write_text("pack: b")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.yaml").write_text("pack: a")
    (tmp_path / "words.csv").write_text("")
    (tmp_path / "~$words.xlsx").write_text("")
    (tmp_path / "notes.txt").write_text("")
    (tmp_path / "odd.yml").mkdir()
    return tmp_path


def test_a_folder_stands_for_the_rule_files_in_it(folder):
    found = [str(path.relative_to(folder)) for path in rule_files(folder)]
    assert found == ["b.yml", os.path.join("below", "a.yaml"), "words.csv"]
    (folder / "huashu.yml").write_text("rules: [.]")
    assert folder / "huashu.yml" not in rule_files(folder)
    assert rule_files(folder / "notes.txt") == [folder / "notes.txt"]
    assert rule_files(folder / "odd.yml") == [folder / "odd.yml"]


def edit(folder: Path) -> None:
    (folder / "b.yml").write_text("pack: c")


def rename(folder: Path) -> None:
    (folder / "b.yml").rename(folder / "c.yml")


def add(folder: Path) -> None:
    (folder / "c.yml").write_text("")


def move_a_letter(folder: Path) -> None:
    (folder / "b.yml").write_text("pack: ")
    (folder / "below" / "a.yaml").write_text("bpack: a")


@pytest.mark.parametrize("change", [edit, rename, add, move_a_letter])
def test_a_change_is_noticed(folder, change):
    before = fingerprint(str(folder))
    assert fingerprint(str(folder)) == before
    change(folder)
    assert fingerprint(str(folder)) != before


def test_what_is_no_rule_file_does_not_count(folder):
    before = fingerprint(str(folder))
    (folder / "notes.txt").write_text("more")
    assert fingerprint(str(folder)) == before


def test_the_built_in_packs_have_one_too(monkeypatch, folder):
    before = fingerprint(BUILTIN)
    assert fingerprint(BUILTIN) == before
    monkeypatch.syspath_prepend(str(folder))
    (folder / "packs_of_a_test").mkdir()
    (folder / "packs_of_a_test" / "one.yml").write_text("pack: one")
    monkeypatch.setattr(files, "PACKS", "packs_of_a_test")
    own = fingerprint(BUILTIN)
    (folder / "packs_of_a_test" / "one.yml").write_text("pack: two")
    assert len({before, own, fingerprint(BUILTIN)}) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes by name")
def test_what_cannot_be_read_twice_has_none(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path / "none.yml", tmp_path):
        with pytest.raises(OSError, match=path.name):
            fingerprint(str(path))
