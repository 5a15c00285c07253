"""What a kept rule book depends on besides the rule files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from linter.rulebook import stamp as module
from linter.rulebook.stamp import stamp


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small program with its libraries."""
    folder = tmp_path / "linter"
    (folder / "inner" / "__pycache__").mkdir(parents=True)
    (folder / "one.py").write_text("a")
    (folder / "inner" / "two.py").write_text("b")
    (folder / "inner" / "__pycache__" / "two.pyc").write_text("c")
    (folder / "inner" / "scorer.bin").write_bytes(b"\0\0")
    libraries = tmp_path / "libraries"
    (libraries / "PyYAML-6.0.dist-info").mkdir(parents=True)
    (libraries / "other-1.0.dist-info").mkdir()
    monkeypatch.setattr(module, "PROGRAM", str(folder))
    monkeypatch.setattr(sys, "path", ["", str(libraries), str(tmp_path / "none.zip")])
    return tmp_path


def fresh() -> str:
    stamp.cache_clear()
    return stamp()


@pytest.fixture(autouse=True)
def _forget():
    yield
    stamp.cache_clear()


def test_it_stays_the_same_while_nothing_changes(program):
    assert fresh() == fresh()


def edited(program: Path) -> None:
    (program / "linter" / "inner" / "two.py").write_text("bb")


def touched(program: Path) -> None:
    os.utime(program / "linter" / "one.py", ns=(1, 1))


def added(program: Path) -> None:
    (program / "linter" / "three.py").write_text("")


def retrained(program: Path) -> None:
    (program / "linter" / "inner" / "scorer.bin").write_bytes(b"\1")


def dropped(program: Path) -> None:
    (program / "linter" / "one.py").unlink()


def upgraded(program: Path) -> None:
    (program / "libraries" / "PyYAML-6.0.dist-info").rename(
        program / "libraries" / "pyyaml-6.1.dist-info"
    )


def installed(program: Path) -> None:
    (program / "libraries" / "google_re2-1.1.dist-info").mkdir()


@pytest.mark.parametrize(
    "change", [edited, touched, added, retrained, dropped, upgraded, installed]
)
def test_it_changes_with_the_program_and_its_libraries(program, change):
    before = fresh()
    change(program)
    assert fresh() != before


def compiled(program: Path) -> None:
    (program / "linter" / "inner" / "__pycache__" / "two.pyc").write_text("cc")


def unrelated(program: Path) -> None:
    (program / "libraries" / "other-1.0.dist-info").rename(program / "libraries" / "other-2")


@pytest.mark.parametrize("change", [compiled, unrelated])
def test_it_does_not_change_with_what_is_no_part_of_it(program, change):
    before = fresh()
    change(program)
    assert fresh() == before


@pytest.mark.parametrize("name", ["version", "platform"])
def test_it_changes_with_python(program, monkeypatch, name):
    before = fresh()
    monkeypatch.setattr(sys, name, "other")
    assert fresh() != before


def test_it_changes_with_the_version(program, monkeypatch):
    before = fresh()
    monkeypatch.setattr(module, "__version__", "99")
    assert fresh() != before


def test_a_program_in_an_archive_has_its_version(program, monkeypatch):
    archive = program / "huashu.pyz"
    archive.write_text("")
    monkeypatch.setattr(module, "PROGRAM", str(archive))
    assert fresh()
    monkeypatch.setattr(module, "PROGRAM", str(archive / "linter"))
    assert fresh()


def content() -> str:
    stamp.cache_clear()
    module.program.cache_clear()
    return module.program()


def test_by_content_it_matters_what_is_in_the_files_and_not_when_they_are_of(program: Path) -> None:
    first = content()
    touched(program)
    assert content() == first
    found = [first]
    for change in (edited, added, retrained, dropped, upgraded):
        change(program)
        found.append(content())
    assert len(set(found)) == 6
    module.program.cache_clear()


def test_by_content_it_is_kept(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = content()
    monkeypatch.setattr(module, "_content", lambda: "made again")
    assert content() == first
    edited(program)
    assert content() == "made again"
    module.program.cache_clear()
